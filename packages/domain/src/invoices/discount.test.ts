import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { buildCorrection } from './build-correction.ts';
import { buildInvoice } from './build-invoice.ts';
import { discountSchema } from './discount.schema.ts';
import { someClaims } from './invoice.arbitrary.ts';
import { aDraft, aLine, anInvoice, charged } from './invoice.fixture.ts';
import { priceInvoice } from './invoice-lines.ts';
import { invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';
import { splitCorrection } from './split-correction.ts';
import { buildStorno } from './storno.ts';

const TENTH = { percent: '10', amount: null, reason: null };
const LOYALTY = { percent: null, amount: '10.00', reason: 'Treuerabatt' };
const MIXED = [
  aLine({ discount: TENTH }),
  aLine({ quantity: '3', unitPrice: '9.99', taxCase: 'DE_7', discount: LOYALTY }),
];

describe('discounts', () => {
  it('on a line lower its net', () => {
    const { lines, base, taken, gross } = priceInvoice(charged(MIXED), 'EUR');
    expect(lines.map((line) => [line.base.minor, line.taken.minor, line.net.minor])).toEqual([
      [10_000n, 1_000n, 9_000n],
      [2_997n, 1_000n, 1_997n],
    ]);
    expect([base.minor, taken.minor, gross.minor]).toEqual([10_997n, 0n, 12_847n]);
  });

  it('on the whole take a share of each tax case, or an amount in proportion to them', () => {
    const parts = (discount: typeof TENTH | typeof LOYALTY) =>
      priceInvoice({ ...charged(MIXED), discount }, 'EUR').groups.map(({ taken }) => taken.minor);
    expect(parts(TENTH)).toEqual([900n, 200n]);
    expect(parts(LOYALTY)).toEqual([819n, 181n]);
  });

  it('take nothing off a tax case that is below zero', () => {
    const lines = [aLine(), aLine({ quantity: '1', unitPrice: '-20', taxCase: 'DE_7' })];
    const { groups } = priceInvoice({ ...charged(lines), discount: LOYALTY }, 'EUR');
    expect(groups.map(({ taken }) => taken.minor)).toEqual([1_000n, 0n]);
  });

  it('stand in the frozen document with what they are taken off, for a reason', () => {
    const snapshot = anInvoice({ lines: MIXED, discount: { ...TENTH, reason: 'Messe' } });
    expect(snapshot.lines.map(({ discount }) => discount)).toMatchObject([
      { percent: '10', reason: 'Rabatt', base: { amount: '100.00' }, amount: { amount: '10.00' } },
      { percent: null, reason: 'Treuerabatt', base: { amount: '29.97' }, amount: { amount: '10.00' } },
    ]);
    expect(snapshot.discount).toMatchObject({
      reason: 'Messe',
      base: { amount: '109.97' },
      amount: { amount: '11.00' },
      parts: [
        { taxCase: 'DE_19', base: { amount: '90.00' }, amount: { amount: '9.00' } },
        { taxCase: 'DE_7', base: { amount: '19.97' }, amount: { amount: '2.00' } },
      ],
    });
    expect(anInvoice({ locale: 'en', lines: MIXED }).lines[0]?.discount?.reason).toBe('Discount');
  });

  it('leave frozen documents that add up and come back from JSON, and Stornos that mirror them', () => {
    fc.assert(
      fc.property(someClaims, (claim) => {
        const snapshot = anInvoice({ ...claim, ...FREE });
        expect(invoiceSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
        const storno = buildStorno(snapshot, {
          number: 'RE-2026-0043',
          issuedOn: '2026-11-24',
          reason: null,
        });
        expect(storno.ok && invoiceSnapshotSchema.safeParse(storno.snapshot).success).toBe(true);
      }),
    );
  });

  it('are gone from a correction, which lowers what was left', () => {
    fc.assert(
      fc.property(someClaims, (claim) => {
        const { gross } = priceInvoice(claim, 'EUR');
        const built = buildCorrection(anInvoice({ ...claim, ...FREE }), {
          number: 'RE-2026-0043',
          issuedOn: '2026-11-24',
          amount: gross,
          groups: splitCorrection(claim, gross),
          reason: 'Mangel',
        });
        expect(built.ok && invoiceSnapshotSchema.safeParse(built.snapshot).success).toBe(true);
      }),
    );
  });

  it.each([
    ['a line', (snapshot: ReturnType<typeof anInvoice>) => snapshot.lines[0]?.discount?.amount],
    ['the whole', (snapshot: ReturnType<typeof anInvoice>) => snapshot.discount?.amount],
    ['a tax case', (snapshot: ReturnType<typeof anInvoice>) => snapshot.discount?.parts[0]?.amount],
    ['the base of a tax case', (snapshot: ReturnType<typeof anInvoice>) => snapshot.discount?.parts[0]?.base],
  ])('that were tampered with are noticed: of %s', (_what, at) => {
    const snapshot = structuredClone(anInvoice({ lines: MIXED, discount: LOYALTY }));
    Object.assign(at(snapshot) ?? {}, { amount: '0.01' });
    expect(invoiceSnapshotSchema.safeParse(snapshot).success).toBe(false);
  });

  it('are unknown to documents from before', () => {
    const { discount: _none, lines, ...old } = anInvoice();
    const before = { ...old, lines: lines.map(({ discount: _nothing, ...line }) => line) };
    expect(invoiceSnapshotSchema.parse(before)).toMatchObject({
      discount: null,
      lines: [{ discount: null }, {}],
    });
  });

  it('that cannot be given keep an invoice from being issued', () => {
    const built = buildInvoice(aDraft({ discount: { ...LOYALTY, amount: '200' } }));
    expect(built.ok ? [] : built.refusals).toMatchObject([{ code: 'PRICE_NOT_POSSIBLE', field: 'discount' }]);
  });
});

/** Whatever the tax case asks of buyer and supply. */
const FREE = {
  customer: { ...aDraft().customer, country: 'IE', vatId: 'IE6388047V' },
  supply: { from: '2026-11-20', to: '2026-11-20' },
  paid: money(0n, 'EUR'),
} as const;

describe('discountSchema', () => {
  const problems = (input: unknown) => {
    const parsed = discountSchema.safeParse(input);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  };

  it('takes a share or an amount, with or without a reason', () => {
    expect(discountSchema.parse({ percent: '12.5' })).toEqual({
      percent: '12.5',
      amount: null,
      reason: null,
    });
    expect(discountSchema.parse({ amount: '5', reason: ' Messe ' })).toEqual({
      percent: null,
      amount: '5',
      reason: 'Messe',
    });
    expect(problems({ percent: '100' })).toEqual([]);
  });

  it('refuses what is none', () => {
    expect(problems({})).toEqual([' ONE_OF_PERCENT_AND_AMOUNT']);
    expect(problems({ percent: '10', amount: '5' })).toEqual([' ONE_OF_PERCENT_AND_AMOUNT']);
    expect(problems({ percent: '100.01' })).toEqual(['percent OUT_OF_RANGE']);
    expect(problems({ percent: '0' })).toEqual(['percent NOT_POSITIVE']);
    expect(problems({ amount: '-5' })).toEqual(['amount NOT_POSITIVE']);
    expect(problems({ amount: '1e3' })).toEqual(['amount MALFORMED']);
    expect(problems({ amount: '5', reason: '4242 4242 4242 4242' })).toEqual(['reason CARD_NUMBER']);
  });
});
