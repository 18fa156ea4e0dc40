import { postPayment } from '../ledger/post-money.ts';
import type { Money } from '../money/money.ts';
import { type Change, decided, type Env, invalid, type Outcome, refused } from './decision.ts';
import { exceptionTask } from './exception-task.ts';
import type { PaymentCase } from './payment-case.ts';
import { refuseByRole } from './permissions.ts';
import { pastDayProblem } from './plausible-day.ts';
import { onMoneyArrived } from './progress.ts';
import type { Refusal } from './refusal.ts';

export interface RegisterReceipt {
  readonly amount: Money;
  /** Calendar day on which the money was credited. */
  readonly valueOn: string;
  readonly kind: 'BANK_TRANSFER' | 'CARD_TERMINAL';
  readonly reference: string;
  readonly documentId: string | null;
}

/** Money is never refused: a receipt may be registered on a case in any state. */
export const refuseReceipt = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  refuseByRole(state, env.actor, 'REGISTER_RECEIPT');

/** Money for a case that is over goes to the customer's credit, and a task says so (rule 14). */
export const lateMoney = (state: PaymentCase, env: Env): readonly Change[] =>
  state.state === 'OPEN' ? [] : [exceptionTask('LATE_MONEY', env)];

/** Books a transfer seen at the bank, or a card terminal's slip, on a member's word (rule 20). */
export const registerReceipt = (state: PaymentCase, input: RegisterReceipt, env: Env): Outcome => {
  const refusal = refuseReceipt(state, env);
  if (refusal) return { ok: false, refusal };
  const { amount } = input;
  if (amount.currency !== state.amountDue.currency) return refused('CURRENCY_DIFFERS');
  if (amount.minor <= 0n) return refused('AMOUNT_NOT_POSITIVE');
  const code = pastDayProblem(input.valueOn, env.today);
  if (code) return invalid([{ field: 'valueOn', code }]);
  const id = env.newId();
  const booked: Change = {
    type: 'book-payment',
    payment: {
      id,
      attemptId: null,
      source: 'MANUAL',
      sourceRef: id,
      amount,
      valueOn: input.valueOn,
      reference: input.reference,
      payer: null,
      vouched: true,
      evidence: `manual:${input.kind}`,
      documentId: input.documentId,
      fee: null,
    },
  };
  const arrived = onMoneyArrived(state, id);
  return decided(
    [
      booked,
      { type: 'post', entry: postPayment(id, 'MANUAL', amount, env.today) },
      ...arrived.changes,
      ...lateMoney(state, env),
    ],
    [
      { type: 'receipt.registered', data: { paymentId: id, minor: amount.minor.toString() } },
      { type: 'payment.received', data: { paymentId: id, minor: amount.minor.toString(), source: 'MANUAL' } },
      ...arrived.events,
    ],
  );
};
