import { postAssigned, postMerged } from '../ledger/post-money.ts';
import { equals, type Money } from '../money/money.ts';
import { type Change, decided, type Env, type Outcome, refused } from '../workflow/decision.ts';
import type { CasePayment, PaymentCase } from '../workflow/payment-case.ts';
import { refuseByRole } from '../workflow/permissions.ts';
import { onMoneyArrived } from '../workflow/progress.ts';
import { lateMoney } from '../workflow/register-receipt.ts';

/** A credit on the bank account, or the part of one that is for this case. */
export interface BookCredit {
  readonly transactionId: string;
  readonly amount: Money;
  readonly valueOn: string;
  readonly payer: string | null;
  readonly payerIban: string | null;
  readonly reference: string | null;
  /** What the bank calls the movement. */
  readonly bankReference: string | null;
}

/** A member writes down the day on the slip or on the screen, the bank that of its books. */
const DAYS_APART = 5;

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** What somebody has registered on his word before the bank told of it (rule 20). */
const sameReceipt = (state: PaymentCase, { amount, valueOn }: BookCredit): CasePayment | undefined =>
  state.payments.find(
    (payment) =>
      payment.evidence === 'manual:BANK_TRANSFER' &&
      payment.bankTransactionId === null &&
      equals(payment.amount, amount) &&
      daysBetween(payment.valueOn, valueOn) <= DAYS_APART,
  );

/**
 * Takes money out of the pool for a case: it is the customer's credit from now on, and step 6 gets it. Money is never
 * refused: a case that is over gets a task with it (rule 14). What was registered by hand is not booked a second time.
 */
export const bookCredit = (state: PaymentCase, input: BookCredit, env: Env): Outcome => {
  const refusal = env.actor.kind === 'SYSTEM' ? null : refuseByRole(state, env.actor, 'REGISTER_RECEIPT');
  if (refusal) return { ok: false, refusal };
  const { transactionId, amount, valueOn, payer, payerIban, reference, bankReference } = input;
  if (amount.currency !== state.amountDue.currency) return refused('CURRENCY_DIFFERS');
  if (amount.minor <= 0n) return refused('AMOUNT_NOT_POSITIVE');
  const known = sameReceipt(state, input);
  if (known)
    return decided(
      [
        { type: 'merge-payment', paymentId: known.id, bankTransactionId: transactionId },
        { type: 'post', entry: postMerged(known.id, amount, env.today) },
      ],
      [{ type: 'receipt.merged', data: { paymentId: known.id, bankTransactionId: transactionId } }],
    );
  const id = env.newId();
  const booked: Change = {
    type: 'book-payment',
    payment: {
      id,
      attemptId: null,
      source: 'BANK',
      sourceRef: `${transactionId}:${id}`,
      amount,
      valueOn,
      reference,
      payer,
      payerIban,
      bankTransactionId: transactionId,
      vouched: false,
      evidence: `bank:${bankReference ?? valueOn}`,
      documentId: null,
      fee: null,
    },
  };
  const arrived = onMoneyArrived(state, id);
  return decided(
    [
      booked,
      { type: 'post', entry: postAssigned(id, amount, env.today) },
      ...arrived.changes,
      ...lateMoney(state, env),
    ],
    [
      { type: 'payment.received', data: { paymentId: id, minor: amount.minor.toString(), source: 'BANK' } },
      ...arrived.events,
    ],
  );
};
