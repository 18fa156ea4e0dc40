import { equals } from '../money/money.ts';
import { amountCollectable } from '../workflow/balance.ts';
import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { hasMoneyUnderway } from '../workflow/money-track.ts';
import type { Attempt, AttemptVia, MethodType, PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { cancelAttempts } from './cancel-attempts.ts';

export interface StartPayment {
  readonly methodType: MethodType;
  /** Left out: on the provider's hosted page. */
  readonly via?: AttemptVia;
}

/** An attempt that the provider already collects without a hosted page cannot get one: its provider ref is settled. */
const mayHavePage = ({ sessionRef, providerRef }: Attempt): boolean =>
  sessionRef !== null || providerRef === null;

/** The attempt that the customer can simply go on with: same way, method and amount, still payable. */
export const reusableAttempt = (
  state: PaymentCase,
  { methodType, via = 'HOSTED_PAGE' }: StartPayment,
): Attempt | undefined =>
  state.attempts.find(
    (attempt) =>
      (attempt.state === 'CREATED' || attempt.state === 'REQUIRES_ACTION' || attempt.state === 'DECLINED') &&
      attempt.methodType === methodType &&
      attempt.via === via &&
      (via === 'APP' || mayHavePage(attempt)) &&
      equals(attempt.amount, amountCollectable(state)),
  );

export const refuseStart = (state: PaymentCase, { methodType, via }: StartPayment): Refusal | null => {
  if (state.state !== 'OPEN') return { code: 'CASE_NOT_OPEN' };
  if (via === 'APP' && state.channel !== 'MOBILE_APP') return { code: 'CHANNEL_DIFFERS' };
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
  if (reusableAttempt(state, input)) return decided([], []);
  const id = env.newId();
  const { via = 'HOSTED_PAGE' } = input;
  const amount = amountCollectable(state);
  return decided(
    [...cancelAttempts(state), { type: 'add-attempt', id, via, amount, methodType: input.methodType }],
    [{ type: 'attempt.started', data: { attemptId: id, minor: amount.minor.toString() } }],
  );
};
