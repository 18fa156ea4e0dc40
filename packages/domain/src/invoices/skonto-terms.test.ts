import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { eur } from '../../test/a-payment-case.ts';
import { anInvoice } from './invoice.fixture.ts';
import { invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';
import { skontoTermsSchema } from './skonto-terms.schema.ts';
import { isWithinSkonto, skontoDiscount, skontoLastDay, skontoOffer, skontoPercent } from './skonto-terms.ts';
import { buildStorno } from './storno.ts';

const terms = { basisPoints: 200, days: 14 };

test('the last day is counted from the day of issue and belongs to the period', () => {
  expect(skontoLastDay(terms, '2026-11-23')).toBe('2026-12-07');
  expect(skontoLastDay({ basisPoints: 200, days: 10 }, '2028-02-20')).toBe('2028-03-01');
  expect(isWithinSkonto('2026-12-07', '2026-12-07')).toBe(true);
  expect(isWithinSkonto('2026-12-07', '2026-12-08')).toBe(false);
});

test('the discount is rounded half away from zero', () => {
  expect(skontoDiscount(terms, eur(11_900))).toEqual(eur(238));
  expect(skontoDiscount({ basisPoints: 250, days: 7 }, eur(20))).toEqual(eur(1));
  expect(skontoDiscount({ basisPoints: 300, days: 7 }, eur(50))).toEqual(eur(2));
  expect(skontoDiscount({ basisPoints: 1, days: 7 }, eur(4_999))).toEqual(eur(0));
});

test('a percentage is written with two places', () => {
  expect([1, 50, 200, 225, 9_999].map((basisPoints) => skontoPercent({ basisPoints }))).toEqual([
    '0.01',
    '0.50',
    '2.00',
    '2.25',
    '99.99',
  ]);
});

test('terms are more than nothing and less than everything, for three months at most', () => {
  const isTerms = (basisPoints: number, days: number) =>
    skontoTermsSchema.safeParse({ basisPoints, days }).success;
  expect([isTerms(1, 1), isTerms(9_999, 90)]).toEqual([true, true]);
  expect([isTerms(0, 14), isTerms(10_000, 14), isTerms(200, 0), isTerms(200, 91)]).toEqual(
    Array(4).fill(false),
  );
  expect([isTerms(2.5, 14), isTerms(200, 1.5), isTerms(Number.NaN, 14)]).toEqual(Array(3).fill(false));
});

describe('an offer', () => {
  const offered = (due: number, open: number) =>
    skontoOffer(terms, { from: '2026-11-23', due: eur(due), open: eur(open) });

  it('takes the discount of the whole claim off what is open', () => {
    expect(offered(11_900, 11_900)).toEqual({
      ...terms,
      lastDay: '2026-12-07',
      discount: eur(238),
      reduced: eur(11_662),
    });
    expect(offered(11_900, 5_000)?.reduced).toEqual(eur(4_762));
  });

  it('is none where there is no room for it', () => {
    expect(offered(11_900, 238)).toBeNull();
    expect(offered(11_900, 0)).toBeNull();
    expect(offered(10, 10)).toBeNull();
    expect(skontoOffer(null, { from: '2026-11-23', due: eur(100), open: eur(100) })).toBeNull();
  });

  it('never gives the claim away and always adds up', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 1, max: 90 }),
        (due, basisPoints, days) => {
          const amount = eur(due);
          const offer = skontoOffer({ basisPoints, days }, { from: '2026-11-23', due: amount, open: amount });
          if (!offer) return;
          expect(offer.discount.minor + offer.reduced.minor).toBe(due);
          expect(offer.reduced.minor).toBeGreaterThan(0n);
          expect(offer.discount.minor).toBeGreaterThan(0n);
        },
      ),
    );
  });
});

describe('an issued document', () => {
  const snapshot = anInvoice({ skonto: terms });

  it('keeps what was promised to the day and to the cent', () => {
    expect(snapshot.skonto).toEqual({
      ...terms,
      lastDay: '2026-12-07',
      discount: { amount: '3.02', currency: 'EUR' },
      reduced: { amount: '148.08', currency: 'EUR' },
    });
    expect(invoiceSnapshotSchema.parse(snapshot)).toEqual(snapshot);
  });

  it('from before there were terms is read as one without', () => {
    const { skonto: _none, ...old } = anInvoice();
    expect(invoiceSnapshotSchema.parse(old).skonto).toBeNull();
  });

  it('whose reduced amount was tampered with does not parse', () => {
    const reduced = { amount: '148.07', currency: 'EUR' };
    const tampered = { ...snapshot, skonto: { ...snapshot.skonto, reduced } };
    expect(invoiceSnapshotSchema.safeParse(tampered).error?.issues.map(({ message }) => message)).toEqual([
      'SKONTO_WRONG',
    ]);
  });

  it('that is taken back promises nothing any more', () => {
    const storno = buildStorno(snapshot, { number: 'RE-2026-0043', issuedOn: '2026-11-24', reason: null });
    expect(storno.ok && storno.snapshot.skonto).toBeNull();
  });
});
