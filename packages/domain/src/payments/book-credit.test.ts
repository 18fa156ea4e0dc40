import { describe, expect, it } from 'vitest';
import { ADVISER, anEnv, aPayment, aPaymentCase, as, CLERK, eur, TODAY } from '../../test/a-payment-case.ts';
import { decisionOf } from '../../test/outcome.ts';
import { money } from '../money/money.ts';
import { SYSTEM } from '../workflow/actor.ts';
import { type BookCredit, bookCredit } from './book-credit.ts';

const credit = (deviation: Partial<BookCredit> = {}): BookCredit => ({
  transactionId: 'movement',
  amount: eur(11_900),
  valueOn: TODAY,
  payer: 'Bäckerei Sonnenschein GmbH',
  payerIban: 'DE02120300000000202051',
  reference: 'ZV-2026-000042',
  bankReference: 'B-1',
  ...deviation,
});

const receipt = (deviation = {}) =>
  aPayment({
    id: 'receipt',
    source: 'MANUAL',
    evidence: 'manual:BANK_TRANSFER',
    vouchedBy: as(CLERK),
    ...deviation,
  });

describe('a credit on the bank account', () => {
  it('leaves the pool for the customer’s credit, without anybody vouching for it', () => {
    const changes = decisionOf(bookCredit(aPaymentCase(), credit(), anEnv({ actor: SYSTEM }))).changes;
    expect(changes.find(({ type }) => type === 'book-payment')).toMatchObject({
      payment: { source: 'BANK', vouched: false, bankTransactionId: 'movement', evidence: 'bank:B-1' },
    });
    expect(changes.find(({ type }) => type === 'post')).toMatchObject({
      entry: {
        lines: [
          { account: 'UNASSIGNED', minor: 11_900n },
          { account: 'CUSTOMER_CREDIT', minor: -11_900n },
        ],
      },
    });
  });

  it('is merged with the receipt that somebody has registered for it, which is at the bank only once', () => {
    const state = aPaymentCase({ payments: [receipt({ valueOn: '2026-11-20' })] });
    const changes = decisionOf(bookCredit(state, credit(), anEnv())).changes;
    expect(changes.map(({ type }) => type)).toEqual(['merge-payment', 'post']);
    expect(changes[1]).toMatchObject({
      entry: {
        lines: [
          { account: 'UNASSIGNED', minor: 11_900n },
          { account: 'BANK', minor: -11_900n },
        ],
      },
    });
  });

  it.each([
    ['of another amount', { amount: eur(11_901) }],
    ['of another week', { valueOn: '2026-11-17' }],
    ['of another credit', { bankTransactionId: 'another' }],
    ['of a card terminal', { evidence: 'manual:CARD_TERMINAL' }],
  ])('is money of its own beside a receipt %s', (_, deviation) => {
    const state = aPaymentCase({ payments: [receipt(deviation)] });
    expect(decisionOf(bookCredit(state, credit(), anEnv())).changes.map(({ type }) => type)).toContain(
      'book-payment',
    );
  });

  it('raises a task on a case that is over', () => {
    const changes = decisionOf(
      bookCredit(aPaymentCase({ state: 'CLOSED', runs: [] }), credit(), anEnv()),
    ).changes;
    expect(changes.find(({ type }) => type === 'create-task')).toMatchObject({ reason: 'LATE_MONEY' });
  });

  it('is refused in another currency, and to who may not register money', () => {
    const state = aPaymentCase();
    expect(bookCredit(state, credit({ amount: money(1n, 'CHF') }), anEnv())).toMatchObject({
      refusal: { code: 'CURRENCY_DIFFERS' },
    });
    expect(bookCredit(state, credit(), anEnv({ actor: as(ADVISER) }))).toMatchObject({
      refusal: { code: 'ROLE_NOT_ALLOWED' },
    });
  });
});
