import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anEnv,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  eur,
  PARTNER,
  TODAY,
} from '../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf, stepsOf } from '../../test/outcome.ts';
import { isBalanced } from '../ledger/journal.ts';
import { money } from '../money/money.ts';
import { SYSTEM } from './actor.ts';
import { type RegisterReceipt, registerReceipt } from './register-receipt.ts';

const register = (
  state = aPaymentCase({ at: 'CONFIRM_AMOUNT' }),
  input: Partial<RegisterReceipt> = {},
  actor = as(CLERK),
) =>
  registerReceipt(
    state,
    {
      amount: eur(9_000),
      valueOn: TODAY,
      kind: 'BANK_TRANSFER',
      reference: 'Auszug 12',
      documentId: 'scan',
      ...input,
    },
    anEnv({ actor }),
  );

describe('registerReceipt (rule 20)', () => {
  it('books the money on the word of the member, as manual evidence', () => {
    expect(changesOf(register(), 'book-payment')).toMatchObject([
      {
        payment: {
          source: 'MANUAL',
          vouched: true,
          amount: eur(9_000),
          valueOn: TODAY,
          reference: 'Auszug 12',
          documentId: 'scan',
          evidence: 'manual:BANK_TRANSFER',
          attemptId: null,
        },
      },
    ]);
    expect(eventsOf(register())).toEqual(['receipt.registered', 'payment.received']);
  });

  it('posts it at once: bank against the credit of the customer (rule 21)', () => {
    const [post] = changesOf(register(), 'post');
    expect(post && isBalanced(post.entry)).toBe(true);
    expect(post?.entry).toMatchObject({
      purpose: 'PAYMENT',
      lines: [
        { account: 'BANK', minor: 9_000n },
        { account: 'CUSTOMER_CREDIT', minor: -9_000n },
      ],
    });
  });

  it('hands it to step 6, or has it wait for its turn', () => {
    expect(changesOf(register(), 'set-subject')).toHaveLength(1);
    expect(changesOf(register(aPaymentCase()), 'set-subject')).toEqual([]);
    expect(stepsOf(register(aPaymentCase({ at: 'CLOSE_PAYMENT_TASK' })))).toEqual([
      'SKIPPED CLOSE_PAYMENT_TASK 1',
      'OPEN CONFIRM_AMOUNT 2',
    ]);
  });

  it.each(['CLOSED', 'CANCELED'] as const)(
    'is never refused on a %s case: it is credit, and a task says so (rule 14)',
    (state) => {
      const outcome = register(aPaymentCase({ state, runs: [] }));
      expect(changesOf(outcome, 'book-payment')).toHaveLength(1);
      expect(changesOf(outcome, 'create-task')).toMatchObject([{ reason: 'LATE_MONEY', kind: 'EXCEPTION' }]);
      expect(stepsOf(outcome)).toEqual([]);
      expect(changesOf(register(), 'create-task')).toEqual([]);
    },
  );

  it.each<[string, Partial<RegisterReceipt>, string]>([
    ['nothing', { amount: eur(0) }, 'AMOUNT_NOT_POSITIVE'],
    ['a negative amount', { amount: eur(-1) }, 'AMOUNT_NOT_POSITIVE'],
    ['another currency', { amount: money(9_000n, 'CHF') }, 'CURRENCY_DIFFERS'],
  ])('refuses %s', (_what, input, code) => {
    expect(refusalOf(register(aPaymentCase(), input))).toBe(code);
  });

  it.each([
    ['tomorrow', '2026-11-24', 'IN_THE_FUTURE'],
    ['the year 1', '0001-01-01', 'TOO_LONG_AGO'],
  ])('refuses money of %s at its field', (_when, valueOn, code) => {
    expect(register(aPaymentCase(), { valueOn })).toMatchObject({
      refusal: { code: 'VALIDATION_FAILED', fields: [{ field: 'valueOn', code }] },
    });
  });

  it.each([as(ADVISER), PARTNER, CUSTOMER, SYSTEM])('is refused to $kind $id: a member vouches', (actor) => {
    expect(refusalOf(register(aPaymentCase(), {}, actor))).toBe('ROLE_NOT_ALLOWED');
  });
});
