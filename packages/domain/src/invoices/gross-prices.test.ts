import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecimal, multiplyRounded, netOfGross, percentOf, pricePerUnit } from './decimal.ts';
import { someClaims } from './invoice.arbitrary.ts';
import { aLine, anInvoice, charged } from './invoice.fixture.ts';
import { type InvoiceLine, priceInvoice } from './invoice-lines.ts';
import { invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';

const inclusive = (lines: readonly InvoiceLine[]) => ({
  ...charged(lines),
  taxBehavior: 'INCLUSIVE' as const,
});

const TENTH = { percent: '10', amount: null, reason: null };

describe('prices that include VAT', () => {
  it('come to exactly what they say, and the VAT is taken out once per tax case', () => {
    const lines = [
      aLine({ quantity: '3', unitPrice: '9.99' }),
      aLine({ quantity: '1', unitPrice: '5.00', taxCase: 'DE_7' }),
    ];
    const priced = priceInvoice(inclusive(lines), 'EUR');
    expect(priced.gross.minor).toBe(3_497n);
    expect(priced.groups.map(({ net, vat }) => [net.minor, vat.minor])).toEqual([
      [2_518n, 479n],
      [467n, 33n],
    ]);
  });

  it('have no net amount for some gross ones: then VAT lies a cent beside the VAT on the net', () => {
    const { net, vat, gross } = priceInvoice(inclusive([aLine({ quantity: '1', unitPrice: '0.03' })]), 'EUR');
    expect([net.minor, vat.minor, gross.minor]).toEqual([3n, 0n, 3n]);
    expect(percentOf(net.minor, '19')).toBe(1n);
  });

  it('are lowered by discounts of the same kind', () => {
    const lines = [aLine({ quantity: '1', unitPrice: '119', discount: TENTH })];
    const priced = priceInvoice({ ...inclusive(lines), discount: TENTH }, 'EUR');
    expect([priced.base.minor, priced.taken.minor, priced.gross.minor]).toEqual([10_710n, 1_071n, 9_639n]);
    expect([priced.net.minor, priced.vat.minor]).toEqual([8_100n, 1_539n]);
  });

  it('always give the sum of the lines less the discount, whatever is sold', () => {
    fc.assert(
      fc.property(someClaims, (claim) => {
        const priced = priceInvoice({ ...claim, taxBehavior: 'INCLUSIVE' }, 'EUR');
        const lines = priced.lines.reduce((sum, { amount }) => sum + amount.minor, 0n);
        expect(priced.gross.minor).toBe(lines - priced.taken.minor);
        for (const group of priced.groups) {
          expect(group.net.minor + group.vat.minor).toBe(group.base.minor - group.taken.minor);
          const off = group.vat.minor - percentOf(group.net.minor, group.rate);
          expect(off >= -1n && off <= 1n).toBe(true);
        }
      }),
    );
  });

  it('lose nothing where a net amount exists', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.constantFrom('19', '7', '0'), (net, rate) => {
        expect(netOfGross(net + percentOf(net, rate), rate)).toBe(net);
      }),
    );
  });
});

describe('the frozen document of such prices', () => {
  it('holds the net that EN 16931 wants and what the customer was told', () => {
    const snapshot = anInvoice({
      ...inclusive([aLine({ quantity: '3', unitPrice: '9.99', discount: TENTH })]),
    });
    expect(snapshot).toMatchObject({
      taxBehavior: 'INCLUSIVE',
      lines: [
        {
          unitPrice: '8.39333333',
          discount: { percent: null, base: { amount: '25.18' }, amount: { amount: '2.52' } },
          net: { amount: '22.66' },
          gross: {
            unitPrice: '9.99',
            discount: { percent: '10', base: { amount: '29.97' }, amount: { amount: '3.00' } },
            amount: { amount: '26.97' },
          },
        },
      ],
      totals: { net: { amount: '22.66' }, gross: { amount: '26.97' } },
    });
  });

  it.each([
    ['of a line', (snapshot: ReturnType<typeof anInvoice>) => snapshot.lines[0]?.gross?.amount],
    [
      'of its discount',
      (snapshot: ReturnType<typeof anInvoice>) => snapshot.lines[0]?.gross?.discount?.amount,
    ],
    [
      'of the discount on the whole',
      (snapshot: ReturnType<typeof anInvoice>) => snapshot.discount?.gross?.amount,
    ],
    ['of what that is taken off', (snapshot: ReturnType<typeof anInvoice>) => snapshot.discount?.gross?.base],
  ])('does not parse when an amount was tampered with: %s', (_what, at) => {
    const lines = [aLine({ unitPrice: '59.50', discount: TENTH })];
    const snapshot = structuredClone(anInvoice({ ...inclusive(lines), discount: TENTH }));
    expect(invoiceSnapshotSchema.safeParse(snapshot).success).toBe(true);
    Object.assign(at(snapshot) ?? {}, { amount: '0.01' });
    expect(invoiceSnapshotSchema.safeParse(snapshot).success).toBe(false);
  });

  it('does not claim to include what it does not', () => {
    const told = { ...anInvoice(), taxBehavior: 'INCLUSIVE' };
    expect(invoiceSnapshotSchema.safeParse(told).success).toBe(false);
    const untold = { ...anInvoice(inclusive([aLine()])), taxBehavior: 'EXCLUSIVE' };
    expect(invoiceSnapshotSchema.safeParse(untold).success).toBe(false);
  });
});

describe('pricePerUnit', () => {
  it('gives back the amount when it is multiplied, up to the largest quantity', () => {
    const quantities = fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.nat({ max: 999 }));
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 11n), 10n ** 11n), quantities, (minor, [whole, part]) => {
        const quantity = whole === 100_000 ? '100000' : `${whole}.${String(part).padStart(3, '0')}`;
        const price = pricePerUnit(minor, 2, quantity);
        expect(isDecimal(price)).toBe(true);
        expect(multiplyRounded(price, quantity, 2)).toBe(minor);
      }),
    );
  });

  it('bears the sign of the amount and the quantity', () => {
    expect(pricePerUnit(-1000n, 2, '4')).toBe('-2.5');
    expect(pricePerUnit(-1000n, 2, '-4')).toBe('2.5');
    expect(pricePerUnit(0n, 2, '-4')).toBe('0');
  });
});
