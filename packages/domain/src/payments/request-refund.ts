import { compare, type Money, money, toDecimal } from '../money/money.ts';
import {
  type Change,
  decided,
  type Env,
  type EventDraft,
  type Outcome,
  refused,
} from '../workflow/decision.ts';
import { DEFAULT_DEFINITION } from '../workflow/definition.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import { decidesAlone, otherLeads } from '../workflow/four-eyes.ts';
import type { CasePayment, PaymentCase, RefundEffect } from '../workflow/payment-case.ts';
import { refuseByRole } from '../workflow/permissions.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { isRunning } from './refund-edges.ts';
import { leftOf, mostRefundable } from './refundable.ts';

export interface RequestRefund {
  readonly paymentId: string;
  readonly amount: Money;
  /** What the refund does to the claim (rule 14). */
  readonly effect: RefundEffect;
  readonly reason: string;
}

/** Refused at once where nothing can go back: no payment has anything left. Allowed on a closed case. */
export const refuseRefund = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  refuseByRole(state, env.actor, 'REQUEST_REFUND') ??
  (state.payments.some((payment) => leftOf(state, payment).minor > 0n)
    ? null
    : { code: 'NOTHING_TO_REFUND' });

/** What has gone back, or is promised to, without anybody else's consent. */
const sentAlone = ({ refunds }: PaymentCase): bigint =>
  refunds
    .filter(({ approvalId, requestedBy }) => approvalId === null && requestedBy.kind === 'MEMBER')
    .filter((refund) => isRunning(refund) || refund.state === 'SUCCEEDED')
    .reduce((minor, { amount }) => minor + amount.minor, 0n);

/**
 * What the desk may still send back alone: the version's limit, counted over all refunds of the case, so that nobody gets
 * around the second person in small parts.
 */
export const refundableAlone = (state: PaymentCase): Money => {
  const { refundWithoutSecond = DEFAULT_DEFINITION.limits.refundWithoutSecond ?? '0' } =
    state.definition.limits;
  const left = BigInt(refundWithoutSecond) - sentAlone(state);
  return money(left > 0n ? left : 0n, state.amountDue.currency);
};

const inWords = (amount: Money): string => `${toDecimal(amount)} ${amount.currency}`;

const refuseAmount = (
  state: PaymentCase,
  payment: CasePayment,
  { amount, effect }: RequestRefund,
): Refusal | null => {
  if (amount.currency !== payment.amount.currency) return { code: 'CURRENCY_DIFFERS' };
  if (amount.minor <= 0n) return { code: 'AMOUNT_NOT_POSITIVE' };
  const left = leftOf(state, payment);
  if (compare(amount, left) > 0) return { code: 'REFUND_EXCEEDS_PAYMENT', detail: inWords(left) };
  const most = mostRefundable(state, payment, effect);
  if (compare(amount, most) <= 0) return null;
  return effect === 'FROM_CREDIT'
    ? { code: 'REFUND_EXCEEDS_CREDIT', detail: inWords(most) }
    : { code: 'REFUND_EXCEEDS_CLAIM', detail: inWords(most) };
};

/** How an approved refund goes on: a job sends it the way the money came, or a person is asked to transfer it. */
export const carryOut = (
  payment: Pick<CasePayment, 'source'>,
  refundId: string,
  env: Env,
): readonly Change[] =>
  payment.source === 'PROVIDER'
    ? [{ type: 'request-job', job: 'send-refund', refundId }]
    : [exceptionTask('REFUND_TO_TRANSFER', env)];

/**
 * Asks for money to go back. It is decided by the payment, under the case's and the payment's lock, with what has been
 * promised before; nothing is posted until the money has gone.
 */
export const requestRefund = (state: PaymentCase, input: RequestRefund, env: Env): Outcome => {
  const refusal = refuseRefund(state, env);
  if (refusal) return { ok: false, refusal };
  const payment = state.payments.find(({ id }) => id === input.paymentId);
  if (!payment) return refused('PAYMENT_UNKNOWN');
  if (!input.reason.trim()) return refused('REASON_REQUIRED');
  const byAmount = refuseAmount(state, payment, input);
  if (byAmount) return { ok: false, refusal: byAmount };
  const isOverLimit = input.amount.minor > refundableAlone(state).minor && !decidesAlone(state, env.actor);
  if (isOverLimit && otherLeads(state, env.actor).length === 0) return refused('SECOND_PERSON_REQUIRED');
  const id = env.newId();
  const approvalId = isOverLimit ? env.newId() : null;
  const { amount, reason } = input;
  const asking: readonly Change[] = approvalId
    ? [{ type: 'ask-approval', id: approvalId, kind: 'REFUND', subjectId: id, amount, reason }]
    : [];
  const refund = { id, paymentId: payment.id, amount, effect: input.effect, reason, approvalId };
  return decided(
    [
      ...asking,
      {
        type: 'add-refund',
        refund: { ...refund, state: approvalId ? 'REQUESTED' : 'APPROVED', providerRef: null },
      },
      ...(approvalId ? [exceptionTask('APPROVAL_ASKED', env)] : carryOut(payment, id, env)),
    ],
    [requested(refund), ...(approvalId ? [approvalAsked(approvalId, amount, reason)] : [])],
  );
};

const requested = ({
  id,
  paymentId,
  amount,
  effect,
  reason,
}: RequestRefund & { readonly id: string }): EventDraft => ({
  type: 'refund.requested',
  data: { refundId: id, paymentId, minor: amount.minor.toString(), effect },
  reason,
});

const approvalAsked = (approvalId: string, { minor }: Money, reason: string): EventDraft => ({
  type: 'approval.asked',
  data: { approvalId, minor: minor.toString() },
  reason,
});
