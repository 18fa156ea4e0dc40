import { aCompany } from '@zahlwerk/domain/customers/customer.fixture';
import { buildCorrection } from '@zahlwerk/domain/invoices/build-correction';
import { aLine, anInvoice, aSeller, charged } from '@zahlwerk/domain/invoices/invoice.fixture';
import type { InvoiceLine } from '@zahlwerk/domain/invoices/invoice-lines';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { splitCorrection } from '@zahlwerk/domain/invoices/split-correction';
import { buildStorno } from '@zahlwerk/domain/invoices/storno';
import { money } from '@zahlwerk/domain/money/money';

const NEXT = { number: 'RE-2026-0043', issuedOn: '2026-11-24' };

export const stornoOf = (original: InvoiceSnapshot): InvoiceSnapshot => {
  const built = buildStorno(original, { ...NEXT, reason: 'Falscher Empfänger.' });
  if (!built.ok) throw new Error(built.code);
  return built.snapshot;
};

export const correctionOf = (
  original: InvoiceSnapshot,
  lines: readonly InvoiceLine[],
  minor: bigint,
): InvoiceSnapshot => {
  const amount = money(minor, 'EUR');
  const groups = splitCorrection(charged(lines), amount);
  const built = buildCorrection(original, { ...NEXT, amount, groups, reason: 'Mangel an der Lieferung.' });
  if (!built.ok) throw new Error(built.code);
  return built.snapshot;
};

const IRISH = { country: 'IE', city: 'Dublin', postalCode: 'D02 XY45', vatId: 'IE6388047V' } as const;
const MIXED = [
  aLine({ quantity: '1.5', unitPrice: '33.333' }),
  aLine({ name: 'Fachbuch', quantity: '3', unit: 'C62', unitPrice: '9.99', taxCase: 'DE_7' }),
  aLine({ name: 'Solarmodul', quantity: '4', unit: 'C62', unitPrice: '210.00', taxCase: 'DE_0_PV' }),
  aLine({ name: 'Rabatt', quantity: '1', unit: 'LS', unitPrice: '-12.345' }),
];
const mixed = anInvoice({ lines: MIXED });
const TENTH = { percent: '10', amount: null, reason: null };
const DISCOUNTED = [
  aLine({ quantity: '1.5', unitPrice: '33.333', discount: { ...TENTH, percent: '12.5', reason: 'Messe' } }),
  aLine({
    ...{ name: 'Fachbuch', quantity: '3', unit: 'C62', unitPrice: '9.99', taxCase: 'DE_7' },
    discount: { percent: null, amount: '5.00', reason: 'Mängelexemplar' },
  }),
];
const discounted = anInvoice({ lines: DISCOUNTED, discount: TENTH });

/** An issued document of every kind and every tax case, by what it shows. */
export const CASES: Readonly<Record<string, InvoiceSnapshot>> = {
  'DE_19 and DE_7': anInvoice(),
  'mixed rates with a discount': mixed,
  'discounts on lines': anInvoice({ lines: DISCOUNTED }),
  'discounts on lines and on the whole': discounted,
  'an amount off the whole': anInvoice({
    lines: MIXED,
    discount: { percent: null, amount: '100.00', reason: 'Treuerabatt' },
  }),
  'prices that include VAT': anInvoice({
    taxBehavior: 'INCLUSIVE',
    lines: [
      aLine({ quantity: '3', unitPrice: '9.99' }),
      aLine({ name: 'Einzelstück', quantity: '1', unitPrice: '0.03' }),
      aLine({ name: 'Fachbuch', quantity: '7', unitPrice: '4.99', taxCase: 'DE_7', discount: TENTH }),
      aLine({ name: 'Pfand zurück', quantity: '2', unitPrice: '-0.25' }),
    ],
    discount: TENTH,
  }),
  'a discount without VAT': anInvoice({
    seller: aSeller({ smallBusiness: true, vatId: null }),
    lines: [
      aLine({ taxCase: 'DE_KLEIN', discount: TENTH }),
      aLine({ taxCase: 'DE_EXEMPT', exemptionReason: 'Steuerfrei nach § 4 Nr. 21 UStG' }),
    ],
    discount: TENTH,
  }),
  DE_0_PV: anInvoice({ lines: [aLine({ taxCase: 'DE_0_PV', unit: 'C62' })] }),
  DE_KLEIN: anInvoice({
    seller: aSeller({ smallBusiness: true, vatId: null }),
    lines: [aLine({ taxCase: 'DE_KLEIN' })],
    supply: null,
  }),
  DE_EXEMPT: anInvoice({
    lines: [
      aLine({ taxCase: 'DE_EXEMPT', exemptionReason: 'Steuerfrei nach § 4 Nr. 21 UStG' }),
      aLine({ taxCase: 'DE_EXEMPT', exemptionReason: 'Steuerfrei nach § 4 Nr. 14 UStG' }),
    ],
  }),
  'DE_KLEIN and DE_EXEMPT, one category in XML': anInvoice({
    seller: aSeller({ smallBusiness: true, vatId: null }),
    lines: [
      aLine({ taxCase: 'DE_KLEIN' }),
      aLine({ taxCase: 'DE_EXEMPT', exemptionReason: 'Steuerfrei nach § 4 Nr. 21 UStG' }),
    ],
  }),
  DE_13B: anInvoice({ lines: [aLine({ taxCase: 'DE_13B' })] }),
  EU_SERVICE_RC: anInvoice({
    locale: 'en',
    customer: aCompany(IRISH),
    lines: [aLine({ taxCase: 'EU_SERVICE_RC' })],
  }),
  EU_SUPPLY: anInvoice({
    customer: aCompany(IRISH),
    lines: [aLine({ taxCase: 'EU_SUPPLY', unit: 'XPK' })],
    supply: { from: '2026-11-20', to: '2026-11-20' },
  }),
  EXPORT: anInvoice({
    customer: aCompany({ country: 'CH', city: 'Zürich', postalCode: '8001', vatId: null }),
    lines: [aLine({ taxCase: 'EXPORT', unit: 'KGM' })],
  }),
  'in part paid': anInvoice({ paid: money(5_000n, 'EUR') }),
  'with Skonto': anInvoice({ skonto: { basisPoints: 200, days: 14 } }),
  'with Skonto and in part paid': anInvoice({
    skonto: { basisPoints: 325, days: 7 },
    paid: money(5_000n, 'EUR'),
  }),
  'with Skonto for which nothing is left': anInvoice({
    skonto: { basisPoints: 200, days: 14 },
    paid: money(15_000n, 'EUR'),
  }),
  'paid in full': anInvoice({ paid: money(15_110n, 'EUR') }),
  'without an account of its own': anInvoice({ seller: aSeller({ bankAccount: null }) }),
  'without a VAT id of the seller': anInvoice({ seller: aSeller({ vatId: null }) }),
  'in another currency': anInvoice({ currency: 'CHF' }),
  'in a currency without decimals': anInvoice({ currency: 'JPY' }),
  'hostile text': anInvoice({
    customer: aCompany({ company: 'Müller & <Söhne> "株"', contact: "O'Neil ]]>" }),
    lines: [aLine({ name: '<script>&amp;</script>', description: 'eins\nzwei & drei' })],
    intro: 'Grüße & Dank',
    closing: '</ram:Content>',
  }),
  Storno: stornoOf(mixed),
  'Storno of discounts': stornoOf(discounted),
  'Storno of what was paid': stornoOf(anInvoice({ paid: money(15_110n, 'EUR') })),
  'Storno of DE_KLEIN': stornoOf(
    anInvoice({
      seller: aSeller({ smallBusiness: true, vatId: null }),
      lines: [aLine({ taxCase: 'DE_KLEIN' })],
    }),
  ),
  correction: correctionOf(mixed, MIXED, 1_900n),
  'correction whose VAT lies a cent beside its net': correctionOf(
    anInvoice({ lines: [aLine()] }),
    [aLine()],
    103n,
  ),
};
