import { type Change, decided, type Env, type Outcome, refused } from './decision.ts';
import type { PaymentCase, StoredMethod } from './payment-case.ts';
import { refuseByRole } from './permissions.ts';
import type { Refusal } from './refusal.ts';
import { afterRenewal, retireActive } from './steps/update-payment-method.ts';

export interface ReviewPaymentMethod {
  readonly methodId: string;
  readonly accepted: boolean;
  /** What the person who decides has found out. */
  readonly reason: string;
}

/** The customer's methods that do not match the original and wait for a person. */
export const methodsInReview = ({ methods }: PaymentCase): readonly StoredMethod[] =>
  methods.filter(({ state }) => state === 'REVIEW');

/** A method is the customer's, not the case's: it can be decided about when the case is over, too. */
export const refuseReview = (state: PaymentCase, { actor }: Pick<Env, 'actor'>): Refusal | null =>
  refuseByRole(state, actor, 'REVIEW_PAYMENT_METHOD') ??
  (methodsInReview(state).length > 0 ? null : { code: 'METHOD_NOT_IN_REVIEW' });

/** Its task ends with the last method that waits. */
const endTasks = (state: PaymentCase): readonly Change[] =>
  methodsInReview(state).length > 1
    ? []
    : state.tasks
        .filter(({ reason, state: taskState }) => reason === 'METHOD_REVIEW' && taskState !== 'DONE')
        .map(({ id }) => ({ type: 'finish-task', id }));

/**
 * A person accepts a method that does not match the original, or refuses it, and says why; the customer is told. An
 * accepted one takes the place of the old one, which is retired; a refused one is never charged (rule 24).
 */
export const reviewPaymentMethod = (
  state: PaymentCase,
  { methodId, accepted, reason }: ReviewPaymentMethod,
  env: Env,
): Outcome => {
  const refusal = refuseReview(state, env);
  if (refusal) return { ok: false, refusal };
  if (!methodsInReview(state).some(({ id }) => id === methodId)) return refused('METHOD_NOT_IN_REVIEW');
  if (!reason.trim()) return refused('REASON_REQUIRED', { step: 'UPDATE_PAYMENT_METHOD' });
  const told: Change = {
    type: 'queue-message',
    template: 'method-reviewed',
    subjectId: methodId,
    to: 'CUSTOMER',
  };
  const data = { methodId };
  if (!accepted)
    return decided(
      [{ type: 'retire-method', id: methodId }, ...endTasks(state), told],
      [{ type: 'method.refused', data, reason }],
    );
  const next = afterRenewal(state);
  return decided(
    [
      ...retireActive(state),
      { type: 'activate-method', id: methodId },
      ...endTasks(state),
      told,
      ...next.changes,
    ],
    [{ type: 'method.accepted', data, reason }, ...next.events],
  );
};
