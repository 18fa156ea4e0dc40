import { describe, expect, it } from 'vitest';
import { anAttempt, aPayment, aReceipt, CLERK } from '../../test/a-payment-case.ts';
import { receiptMethodOf } from './receipt-method.ts';

describe('how a payment came', () => {
  it('is said by its attempt: over the net by its method, at a reader as a card at the terminal', () => {
    const payment = aPayment({ attemptId: 'attempt' });
    expect(receiptMethodOf({ attempts: [anAttempt({ methodType: 'SEPA_DEBIT' })] }, payment)).toBe(
      'SEPA_DEBIT',
    );
    const atReader = anAttempt({ via: 'READER', readerId: 'counter' });
    expect(receiptMethodOf({ attempts: [atReader] }, payment)).toBe('CARD_TERMINAL');
  });

  it('is said by its evidence where a person vouches for it', () => {
    const slip = aReceipt(CLERK, { evidence: 'manual:CARD_TERMINAL' });
    expect(receiptMethodOf({ attempts: [] }, slip)).toBe('CARD_TERMINAL');
    expect(receiptMethodOf({ attempts: [] }, aReceipt(CLERK, { evidence: 'manual:BANK_TRANSFER' }))).toBe(
      'BANK_TRANSFER',
    );
  });
});
