import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Booked, isBooked, type Movement } from './reconcile.ts';

const movement = (deviation: Partial<Movement> = {}): Movement => ({
  ...{ ref: 'txn_1', sourceRef: 'ch_1', currency: 'EUR', gross: 119_00n, fee: 2_04n },
  ...deviation,
});
const payment: Booked = { sourceRef: 'ch_1', currency: 'EUR', gross: 119_00n, fee: 2_04n };
const refund: Booked = { sourceRef: 're_1', currency: 'EUR', gross: -19_00n, fee: null };

describe('a movement of the balance', () => {
  it('is known by its source, direction, amount and fee', () => {
    expect(isBooked(movement(), [refund, payment])).toBe(true);
    expect(isBooked(movement({ sourceRef: 're_1', gross: -19_00n, fee: 0n }), [payment, refund])).toBe(true);
  });

  it.each([
    ['another source', movement({ sourceRef: 'ch_2' })],
    ['no source', movement({ sourceRef: null })],
    ['another amount', movement({ gross: 118_99n })],
    ['the other direction', movement({ gross: -119_00n })],
    ['another fee', movement({ fee: 2_05n })],
  ])('with %s is not', (_what, other) => {
    expect(isBooked(other, [payment, refund])).toBe(false);
  });

  it('of converted money is known when it went the same way', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), (gross) => {
        const converted = movement({ currency: 'CHF', gross });
        expect(isBooked(converted, [payment])).toBe(true);
        expect(isBooked({ ...converted, gross: -gross }, [payment])).toBe(false);
      }),
    );
  });
});
