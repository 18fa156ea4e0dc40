import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysUntilNextTry, nextTry } from './next-try.ts';

const code = fc.oneof(
  fc.string(),
  fc.constantFrom('insufficient_funds', 'try_again_later', 'lost_card', 'toString'),
);
const methodType = fc.constantFrom('CARD', 'SEPA_DEBIT', 'BANK_TRANSFER');

describe('what may follow a failed try', () => {
  it.each([
    ['insufficient_funds', 'LATER'],
    ['processing_error', 'LATER'],
    ['authentication_required', 'CUSTOMER_CONFIRMS'],
    ['expired_card', 'OTHER_METHOD'],
    ['do_not_honor', 'OTHER_METHOD'],
    ['stolen_card', 'NEVER'],
    ['lost_card', 'NEVER'],
    ['pickup_card', 'NEVER'],
    ['fraudulent', 'NEVER'],
    ['of_tomorrow', 'OTHER_METHOD'],
    ['constructor', 'OTHER_METHOD'],
  ])('%s: %s', (given, expected) => {
    expect(nextTry(given)).toBe(expected);
  });

  it('is another charge of a card after two days and after five more, and then no other', () => {
    const days = [1, 2, 3, 4].map((tryNumber) =>
      daysUntilNextTry({ code: 'insufficient_funds', methodType: 'CARD', tryNumber }),
    );
    expect(days).toEqual([2, 5, null, null]);
  });

  it('is one more debit for want of funds, and for no other reason', () => {
    const debit = (given: string, tryNumber: number) =>
      daysUntilNextTry({ code: given, methodType: 'SEPA_DEBIT', tryNumber });
    expect([debit('insufficient_funds', 1), debit('insufficient_funds', 2)]).toEqual([5, null]);
    expect([debit('bank_cannot_process', 1), debit('debit_not_authorized', 1)]).toEqual([null, null]);
  });

  it('is never a fourth try, and none for a reason that does not pass', () => {
    fc.assert(
      fc.property(code, methodType, fc.integer({ min: 1, max: 9 }), (given, type, tryNumber) => {
        const days = daysUntilNextTry({ code: given, methodType: type, tryNumber });
        if (days === null) return;
        expect(nextTry(given)).toBe('LATER');
        expect(tryNumber).toBeLessThan(3);
        expect(days).toBeGreaterThan(0);
      }),
    );
  });
});
