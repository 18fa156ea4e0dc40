import { equals } from '../money/money.ts';
import { amountCollectable } from '../workflow/balance.ts';
import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { hasMoneyUnderway } from '../workflow/money-track.ts';
import type { Attempt, MethodType, PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { cancelAttempts } from './cancel-attempts.ts';

export interface StartPayment {
  readonly methodType: MethodType;
}

/** An attempt that the provider already collects without a hosted page cannot get one: its provider ref is settled. */
const mayHavePage = ({ sessionRef, providerRef }: Attempt): boolean =>
  sessionRef !== null || providerRef === null;

/** The attempt whose hosted page can simply be opened again: same method, same amount, still payable. */
export const reusableAttempt = (state: PaymentCase, methodType: MethodType): Attempt | undefined =>
  state.attempts.find(
    (attempt) =>
      (attempt.state === 'CREATED' || attempt.state === 'REQUIRES_ACTION' || attempt.state === 'DECLINED') &&
      attempt.methodType === methodType &&
      mayHavePage(attempt) &&
      equals(attempt.amount, amountCollectable(state)),
  );

export const refuseStart = (state: PaymentCase, { methodType }: StartPayment): Refusal | null => {
  if (state.state !== 'OPEN') return { code: 'CASE_NOT_OPEN' };
  if (!state.definition.allowedMethodTypes.includes(methodType)) return { code: 'METHOD_NOT_ALLOWED' };
  if (hasMoneyUnderway(state)) return { code: 'ATTEMPT_IN_FLIGHT', unblockedBy: 'PROVIDER' };
  return amountCollectable(state).minor > 0n ? null : { code: 'NOTHING_OPEN' };
};

/**
 * A new attempt over what is open, decided under the case's lock; a cancelable live one is canceled first, and none is
 * started beside one whose outcome lies with the provider (rule 13). An attempt that can go on is used again, so that
 * reload, back and double click never pay twice.
 */
export const startPayment = (state: PaymentCase, input: StartPayment, env: Env): Outcome => {
  const refusal = refuseStart(state, input);
  if (refusal) return { ok: false, refusal };
  if (reusableAttempt(state, input.methodType)) return decided([], []);
  const id = env.newId();
  const amount = amountCollectable(state);
  return decided(
    [...cancelAttempts(state), { type: 'add-attempt', id, amount, methodType: input.methodType }],
    [{ type: 'attempt.started', data: { attemptId: id, minor: amount.minor.toString() } }],
  );
};
