import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCompany, aPerson } from '../customers/customer.fixture.ts';
import { money } from '../money/money.ts';
import { buildInvoice, type InvoiceDraft } from './build-invoice.ts';
import { someLines } from './invoice.arbitrary.ts';
import { aDraft, aLine, anInvoice, aSeller } from './invoice.fixture.ts';
import { invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';

const refusals = (overrides: Partial<InvoiceDraft>) => {
  const built = buildInvoice(aDraft(overrides));
  return built.ok ? [] : built.refusals.map(({ code, field }) => `${code} ${field}`);
};

describe('buildInvoice', () => {
  it('freezes what the document will show', () => {
    expect(anInvoice()).toMatchObject({
      kind: 'INVOICE',
      number: 'RE-2026-0042',
      cancels: null,
      buyer: {
        name: 'Bäckerei Sonnenschein GmbH',
        contact: 'Jörg Müßig',
        city: 'Köln',
        customerNumber: 'K-000042',
      },
      lines: [
        { position: 1, name: 'Beratung', rate: '19', net: { amount: '100.00', currency: 'EUR' } },
        { position: 2, name: 'Fachbuch', rate: '7', net: { amount: '30.00', currency: 'EUR' } },
      ],
      vatGroups: [
        { taxCase: 'DE_19', vat: { amount: '19.00' } },
        { taxCase: 'DE_7', vat: { amount: '2.10' } },
      ],
      totals: { net: { amount: '130.00' }, vat: { amount: '21.10' }, gross: { amount: '151.10' } },
      open: { amount: '151.10' },
      paymentReference: 'ZV-2026-000042',
    });
  });

  it('asks only for what has not been paid yet', () => {
    const snapshot = anInvoice({ paid: money(15110n, 'EUR') });
    expect([snapshot.paid.amount, snapshot.open.amount]).toEqual(['151.10', '0.00']);
  });

  it('writes a person by given and family name', () => {
    expect(anInvoice({ customer: aPerson() }).buyer).toMatchObject({ name: 'Anna Müller', contact: null });
  });

  it('comes back from JSON as it went, whatever the lines are', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const snapshot = anInvoice({ lines });
        expect(invoiceSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
      }),
    );
  });

  it('says in the language of the document why no VAT is charged', () => {
    const lines = [
      aLine({ taxCase: 'DE_EXEMPT', exemptionReason: 'Steuerfrei nach § 4 Nr. 21 UStG' }),
      aLine({ taxCase: 'DE_EXEMPT', exemptionReason: 'Steuerfrei nach § 4 Nr. 14 UStG' }),
      aLine({ taxCase: 'DE_EXEMPT', exemptionReason: 'Steuerfrei nach § 4 Nr. 21 UStG' }),
      aLine({ taxCase: 'DE_13B' }),
    ];
    expect(anInvoice({ lines }).vatGroups.map((group) => group.reason)).toEqual([
      'Steuerfrei nach § 4 Nr. 21 UStG; Steuerfrei nach § 4 Nr. 14 UStG',
      'Steuerschuldnerschaft des Leistungsempfängers',
    ]);
    expect(anInvoice({ lines, locale: 'en' }).vatGroups[1]?.reason).toContain('Reverse charge');
  });
});

describe('what keeps an invoice from being issued', () => {
  it.each([
    ['the seller has no name', { seller: aSeller({ name: ' ' }) }, ['SELLER_NAME_MISSING seller.name']],
    [
      'the seller has no street',
      { seller: aSeller({ street: '' }) },
      ['SELLER_ADDRESS_MISSING seller.street'],
    ],
    [
      'the seller has neither tax number nor VAT id',
      { seller: aSeller({ taxNumber: null, vatId: null }) },
      ['SELLER_TAX_ID_MISSING seller.taxNumber'],
    ],
    [
      'the buyer has no name',
      { customer: aCompany({ company: null }) },
      ['BUYER_NAME_MISSING customer.name'],
    ],
    ['the time of supply is not known', { supply: null }, ['SUPPLY_MISSING supply']],
    [
      'the time of supply ends before it begins',
      { supply: { from: '2026-11-02', to: '2026-11-01' } },
      ['SUPPLY_REVERSED supply'],
    ],
    ['there is nothing to invoice', { lines: [] }, ['LINES_MISSING lines']],
    ['a line has no name', { lines: [aLine(), aLine({ name: '' })] }, ['LINE_NAME_MISSING lines.1.name']],
    [
      'a quantity is zero',
      { lines: [aLine({ quantity: '0.0' }), aLine()] },
      ['LINE_QUANTITY_MALFORMED lines.0.quantity'],
    ],
    [
      'a price is typed the local way',
      { lines: [aLine({ unitPrice: '1,50' })] },
      ['LINE_UNIT_PRICE_MALFORMED lines.0.unitPrice'],
    ],
    [
      'the total is not positive',
      { lines: [aLine(), aLine({ unitPrice: '-50' })] },
      ['TOTAL_NOT_POSITIVE lines'],
    ],
    [
      'quantity and price together go beyond what an account can hold',
      { lines: [aLine({ quantity: '999999999999', unitPrice: '100' })] },
      ['TOTAL_OUT_OF_RANGE lines'],
    ],
    ['the number has a space', { number: 'RE 42' }, ['NUMBER_MALFORMED number']],
    ['the number is too long', { number: '1'.repeat(37) }, ['NUMBER_MALFORMED number']],
    ['it is due before it is issued', { dueOn: '2026-11-22' }, ['DUE_BEFORE_ISSUE dueOn']],
    ['the payment is in another currency', { paid: money(1n, 'USD') }, ['PAID_MALFORMED paid']],
    [
      'an exemption names no paragraph',
      { lines: [aLine({ taxCase: 'DE_EXEMPT' })] },
      ['EXEMPTION_REASON_MISSING lines.0.exemptionReason'],
    ],
    [
      'a domestic reverse charge lacks the VAT id of the buyer',
      {
        customer: aCompany({ vatId: null }),
        lines: [aLine({ taxCase: 'DE_13B' }), aLine({ taxCase: 'DE_13B' })],
      },
      ['BUYER_VAT_ID_MISSING customer.vatId'],
    ],
    [
      'a supply within the Union lacks both VAT ids and stays at home',
      {
        seller: aSeller({ vatId: null }),
        customer: aCompany({ vatId: null }),
        lines: [aLine({ taxCase: 'EU_SUPPLY' })],
      },
      [
        'SELLER_VAT_ID_MISSING seller.vatId',
        'BUYER_VAT_ID_MISSING customer.vatId',
        'BUYER_NOT_IN_OTHER_EU_COUNTRY customer.country',
      ],
    ],
    [
      'an export stays in the Union',
      { lines: [aLine({ taxCase: 'EXPORT' })] },
      ['BUYER_NOT_OUTSIDE_EU customer.country'],
    ],
    [
      'a small business shows VAT',
      { seller: aSeller({ smallBusiness: true }) },
      ['SMALL_BUSINESS_SHOWS_VAT lines.0.taxCase', 'SMALL_BUSINESS_SHOWS_VAT lines.1.taxCase'],
    ],
    [
      'another business uses § 19',
      { lines: [aLine({ taxCase: 'DE_KLEIN' })] },
      ['NOT_A_SMALL_BUSINESS lines.0.taxCase'],
    ],
  ] satisfies [string, Partial<InvoiceDraft>, string[]][])('%s', (_why, overrides, expected) => {
    expect(refusals(overrides)).toEqual(expected);
  });

  it('is listed completely, each with the rule that says so', () => {
    const built = buildInvoice(
      aDraft({
        seller: aSeller({ name: '', taxNumber: null, vatId: null }),
        customer: aPerson({
          familyName: null,
          givenName: null,
          street: null,
          postalCode: null,
          city: null,
          country: null,
        }),
        supply: null,
        lines: [aLine({ name: '', unitPrice: '500' })],
      }),
    );
    expect(built).toEqual({
      ok: false,
      refusals: [
        { code: 'SELLER_NAME_MISSING', field: 'seller.name', basis: '§ 14(4) Nr. 1 UStG' },
        { code: 'SELLER_TAX_ID_MISSING', field: 'seller.taxNumber', basis: '§ 14(4) Nr. 2 UStG' },
        { code: 'BUYER_NAME_MISSING', field: 'customer.name', basis: '§ 14(4) Nr. 1 UStG' },
        { code: 'BUYER_ADDRESS_MISSING', field: 'customer.street', basis: '§ 14(4) Nr. 1 UStG' },
        { code: 'BUYER_ADDRESS_MISSING', field: 'customer.postalCode', basis: '§ 14(4) Nr. 1 UStG' },
        { code: 'BUYER_ADDRESS_MISSING', field: 'customer.city', basis: '§ 14(4) Nr. 1 UStG' },
        { code: 'BUYER_ADDRESS_MISSING', field: 'customer.country', basis: '§ 14(4) Nr. 1 UStG' },
        { code: 'SUPPLY_MISSING', field: 'supply', basis: '§ 14(4) Nr. 6 UStG, § 31(4) UStDV' },
        { code: 'LINE_NAME_MISSING', field: 'lines.0.name', basis: '§ 14(4) Nr. 5 UStG' },
      ],
    });
  });
});

describe('what the law relaxes', () => {
  const homeless = aPerson({ street: null, postalCode: null, city: null, country: null });

  it('lets an invoice of up to 250 euros do without the address of the buyer (§ 33 UStDV)', () => {
    const at250 = [aLine({ quantity: '1', unitPrice: '210.08' })];
    expect(anInvoice({ customer: homeless, lines: at250 }).totals.gross.amount).toBe('250.00');
    const above = [aLine({ quantity: '1', unitPrice: '210.09' })];
    expect(refusals({ customer: homeless, lines: above })).toHaveLength(4);
  });

  it('does not relax other currencies or reverse charges', () => {
    expect(refusals({ customer: homeless, currency: 'CHF' })).toHaveLength(4);
    const reverse = [aLine({ taxCase: 'DE_13B' })];
    expect(refusals({ customer: aCompany({ street: null }), lines: reverse })).toEqual([
      'BUYER_ADDRESS_MISSING customer.street',
    ]);
  });

  it('lets a small business do without the time of supply (§ 34a UStDV)', () => {
    const snapshot = anInvoice({
      seller: aSeller({ smallBusiness: true, vatId: null }),
      lines: [aLine({ taxCase: 'DE_KLEIN' })],
      supply: null,
    });
    expect(snapshot.vatGroups).toEqual([
      expect.objectContaining({ reason: 'Steuerbefreiung für Kleinunternehmer gemäß § 19 UStG' }),
    ]);
    expect(snapshot.totals.vat.amount).toBe('0.00');
  });
});
