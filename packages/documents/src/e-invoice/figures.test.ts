import { aCompany } from '@zahlwerk/domain/customers/customer.fixture';
import { buildInvoice } from '@zahlwerk/domain/invoices/build-invoice';
import { someClaims } from '@zahlwerk/domain/invoices/invoice.arbitrary';
import { aDraft } from '@zahlwerk/domain/invoices/invoice.fixture';
import { priceInvoice } from '@zahlwerk/domain/invoices/invoice-lines';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { type ACCOUNTS, TAX_ACCOUNTS } from '@zahlwerk/domain/ledger/accounts';
import { postInvoice } from '@zahlwerk/domain/ledger/post-claims';
import { money, toDecimal } from '@zahlwerk/domain/money/money';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderInvoicePdf } from '../invoice.pdf.ts';
import { textOf } from '../pdf-text.fixture.ts';
import { stornoOf } from './cases.fixture.ts';
import { AT, CII } from './rule.fixture.ts';
import { problemsOf, reading } from './validate.fixture.ts';
import { writeEInvoice } from './write-e-invoice.ts';

const IRISH = aCompany({ country: 'IE', city: 'Dublin', postalCode: 'D02 XY45', vatId: 'IE6388047V' });
const ONE_DAY = { from: '2026-11-20', to: '2026-11-20' };

/** Invoices over any lines that come to something, in part paid or not, with Skonto or not. */
const issued = fc
  .tuple(someClaims, fc.nat({ max: 1_000_000 }), fc.boolean())
  .map(([claim, paid, hasSkonto]) => {
    const built = buildInvoice(
      aDraft({
        ...claim,
        customer: IRISH,
        supply: ONE_DAY,
        paid: money(BigInt(paid), 'EUR'),
        skonto: hasSkonto ? { basisPoints: 225, days: 10 } : null,
      }),
    );
    return built.ok ? { claim, snapshot: built.snapshot } : null;
  })
  .filter((invoice) => invoice !== null);

const invoices = fc
  .tuple(issued, fc.boolean())
  .map(([{ snapshot }, isCanceled]) => (isCanceled ? stornoOf(snapshot) : snapshot));

const FIGURES = [
  'TaxBasisTotalAmount',
  'TaxTotalAmount',
  'GrandTotalAmount',
  'TotalPrepaidAmount',
  'DuePayableAmount',
];

const figuresInXml = (xml: string): readonly (string | undefined)[] =>
  reading(xml, (document) => FIGURES.map((name) => document.get(`${AT.totals}/ram:${name}`, CII)?.content));

const figuresOf = ({ totals, paid, open }: InvoiceSnapshot): readonly string[] =>
  [totals.net, totals.vat, totals.gross, paid, open].map(({ amount }) => amount);

/** As the PDF writes it, by rules of its own: `1234.5` is `1.234,50`. */
const onPaper = (amount: string): string =>
  amount
    .replace('-', '−')
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, '.');

it('any invoice has the same figures in snapshot and XML, and they add up by the rules of the standard', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (snapshot) => {
      const result = writeEInvoice(snapshot, 'XRECHNUNG');
      if (!result.ok) throw new Error('refused');
      const isVatInPrices = snapshot.taxBehavior === 'INCLUSIVE';
      expect(await problemsOf(result.xml, 'XRECHNUNG', isVatInPrices)).toEqual([]);
      expect(figuresInXml(result.xml)).toEqual(figuresOf(snapshot));
    }),
  );
});

it('any invoice has the same figures in the PDF', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (snapshot) => {
      const text = await textOf(await renderInvoicePdf(snapshot));
      const { lines, totals, vatGroups, taxBehavior } = snapshot;
      const discount = snapshot.discount?.gross ?? snapshot.discount;
      const told = lines.map((line) => line.gross ?? line);
      const discounts = [discount, ...told.map((line) => line.discount)].flatMap((one) => one ?? []);
      for (const { amount } of [
        ...(taxBehavior === 'INCLUSIVE' ? lines.flatMap(({ gross }) => gross?.amount ?? []) : [totals.net]),
        totals.gross,
        ...vatGroups.map(({ net }) => net),
        ...vatGroups.map(({ vat }) => vat),
        ...discounts.map(({ amount: taken }) => ({ amount: taken.amount.replace('-', '') })),
        ...(discount ? [discount.base] : []),
      ])
        expect(text).toContain(onPaper(amount));
    }),
    { numRuns: 10 },
  );
});

it('any invoice is posted with the figures of its document, and its claim is the gross of both XMLs', () => {
  fc.assert(
    fc.property(issued, ({ claim, snapshot }) => {
      const priced = priceInvoice(claim, 'EUR');
      const { lines: posted } = postInvoice('invoice', priced, snapshot.issuedOn);
      const balanceOf = (account: keyof typeof ACCOUNTS): bigint =>
        posted.filter((line) => line.account === account).reduce((sum, { minor }) => sum + minor, 0n);
      expect(posted.reduce((sum, { minor }) => sum + minor, 0n)).toBe(0n);
      expect(balanceOf('RECEIVABLE')).toBe(moneyFromJson(snapshot.totals.gross).minor);
      for (const { taxCase, net, vat } of snapshot.vatGroups) {
        const accounts = TAX_ACCOUNTS[taxCase];
        expect(balanceOf(accounts.revenue)).toBe(-moneyFromJson(net).minor);
        expect(accounts.vat ? balanceOf(accounts.vat) : 0n).toBe(-moneyFromJson(vat).minor);
      }
      for (const profile of ['EN16931', 'XRECHNUNG'] as const) {
        const result = writeEInvoice(snapshot, profile);
        if (!result.ok) throw new Error('refused');
        // What the case claims is what is asked of the provider, in its minor units.
        expect(figuresInXml(result.xml)[2]).toBe(toDecimal(priced.gross));
      }
    }),
  );
});
