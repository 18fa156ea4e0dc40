import { takeBackStatement } from '../ledger/post-claims.ts';
import { voidAuthorization, waitingAuthorization } from '../payments/authorization.ts';
import { cancelAttempts } from '../payments/cancel-attempts.ts';
import { effectiveInvoice, isPostedWithoutDocument } from './claim.ts';
import { type Change, decided, type Env, type EventDraft, type Outcome, refused } from './decision.ts';
import { guard } from './guard.ts';
import { hasMoneyUnderway } from './money-track.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';

export interface CancelPaymentCase {
  readonly reason: string;
}

/** True while money is on its way that nobody here can stop; what is only reserved can be released. */
const hasUnstoppableMoney = (state: PaymentCase): boolean => {
  const releasable = waitingAuthorization(state);
  return hasMoneyUnderway({ ...state, attempts: state.attempts.filter((one) => one !== releasable) });
};

export const refuseCancel = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'CANCEL_PAYMENT_CASE') ??
  (state.payments.length > 0 ? { code: 'CASE_NOT_CANCELABLE_MONEY_RECEIVED' } : null) ??
  (hasUnstoppableMoney(state) ? { code: 'ATTEMPT_IN_FLIGHT', unblockedBy: 'PROVIDER' } : null);

/**
 * Ends a case for which nothing has been received; an issued invoice is canceled by its Storno (rule 4), and what is only
 * reserved is released.
 */
export const cancelPaymentCase = (state: PaymentCase, { reason }: CancelPaymentCase, env: Env): Outcome => {
  const refusal = refuseCancel(state, env);
  if (refusal) return { ok: false, refusal };
  if (!reason.trim()) return refused('REASON_REQUIRED');
  const invoice = effectiveInvoice(state);
  const changes: Change[] = [
    ...state.runs
      .filter((run) => run.state === 'OPEN' || run.state === 'PENDING')
      .map(
        ({ step, run }): Change => ({ type: 'finish-step', step, run, state: 'SKIPPED', reason: 'CANCELED' }),
      ),
    ...cancelAttempts(state),
    ...voidAuthorization(state),
    ...(invoice ? [{ type: 'cancel-invoice', id: invoice.id, stornoId: env.newId() } as const] : []),
    ...(isPostedWithoutDocument(state)
      ? [{ type: 'post', entry: takeBackStatement(state.id, state.amountDue, env.today) } as const]
      : []),
    ...state.tasks
      .filter((task) => task.state !== 'DONE')
      .map(({ id }): Change => ({ type: 'finish-task', id })),
    { type: 'cancel', reason },
  ];
  const events: EventDraft[] = [
    ...(invoice ? [{ type: 'invoice.canceled', data: { invoiceId: invoice.id } } as const] : []),
    { type: 'case.canceled', reason },
  ];
  return decided(changes, events);
};
