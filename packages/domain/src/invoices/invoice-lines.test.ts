import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, sum } from '../money/money.ts';
import { someClaims, someLines } from './invoice.arbitrary.ts';
import { aLine, charged } from './invoice.fixture.ts';
import { priceInvoice } from './invoice-lines.ts';
import { taxCaseRule } from './tax-case.ts';

const eur = (minor: bigint) => money(minor, 'EUR');

describe('priceInvoice', () => {
  it('rounds each line, then the VAT of each tax case once', () => {
    const priced = priceInvoice(
      charged([
        aLine({ quantity: '3', unitPrice: '0.335' }),
        aLine({ quantity: '1', unitPrice: '0.02' }),
        aLine({ quantity: '1', unitPrice: '30', taxCase: 'DE_7' }),
      ]),
      'EUR',
    );
    expect(priced.lines.map((line) => line.net)).toEqual([eur(101n), eur(2n), eur(3000n)]);
    expect(priced.groups).toEqual([
      {
        taxCase: 'DE_19',
        category: 'S',
        rate: '19',
        base: eur(103n),
        taken: eur(0n),
        net: eur(103n),
        vat: eur(20n),
      },
      {
        taxCase: 'DE_7',
        category: 'S',
        rate: '7',
        base: eur(3000n),
        taken: eur(0n),
        net: eur(3000n),
        vat: eur(210n),
      },
    ]);
    expect([priced.net, priced.vat, priced.gross]).toEqual([eur(3103n), eur(230n), eur(3333n)]);
  });

  it('takes VAT on the group, not on the lines', () => {
    const lines = Array.from({ length: 3 }, () => aLine({ quantity: '1', unitPrice: '0.03' }));
    expect(priceInvoice(charged(lines), 'EUR').vat).toEqual(eur(2n));
  });

  it('lets a discount line lower its group', () => {
    const priced = priceInvoice(charged([aLine(), aLine({ quantity: '1', unitPrice: '-10' })]), 'EUR');
    expect([priced.net, priced.vat]).toEqual([eur(9000n), eur(1710n)]);
  });

  it('rounds to the currency, not to cents', () => {
    expect(priceInvoice(charged([aLine({ quantity: '3', unitPrice: '33.5' })]), 'JPY').gross).toEqual(
      money(120n, 'JPY'),
    );
    expect(priceInvoice(charged([aLine({ quantity: '1', unitPrice: '0.0005' })]), 'TND').net).toEqual(
      money(1n, 'TND'),
    );
  });

  it('is empty for no lines', () => {
    expect(priceInvoice(charged([]), 'EUR')).toEqual({
      lines: [],
      groups: [],
      base: eur(0n),
      taken: eur(0n),
      net: eur(0n),
      vat: eur(0n),
      gross: eur(0n),
    });
  });

  it('always adds up: lines to groups, groups to totals, net and VAT to gross', () => {
    fc.assert(
      fc.property(someClaims, (claim) => {
        const priced = priceInvoice({ ...claim, taxBehavior: 'EXCLUSIVE' }, 'EUR');
        expect(
          sum(
            'EUR',
            priced.lines.map((line) => line.net),
          ),
        ).toEqual(priced.base);
        expect(
          sum(
            'EUR',
            priced.groups.map((group) => group.net),
          ),
        ).toEqual(priced.net);
        expect(
          sum(
            'EUR',
            priced.groups.map((group) => group.vat),
          ),
        ).toEqual(priced.vat);
        expect(priced.net.minor).toBe(priced.base.minor - priced.taken.minor);
        expect(priced.gross.minor).toBe(priced.net.minor + priced.vat.minor);
        for (const group of priced.groups) {
          const off = group.vat.minor * 100n - group.net.minor * BigInt(taxCaseRule(group.taxCase).rate);
          expect((off < 0n ? -off : off) <= 50n).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        expect(priceInvoice(charged([...lines].reverse()), 'EUR').groups).toEqual(
          priceInvoice(charged(lines), 'EUR').groups,
        );
      }),
    );
  });
});
