import { amountCollectable } from '../workflow/balance.ts';
import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { isDeliverable } from '../workflow/deliverable.ts';
import { unblockedBy } from '../workflow/four-eyes.ts';
import { guard } from '../workflow/guard.ts';
import type { PaymentCase, StoredMethod } from '../workflow/payment-case.ts';
import { WHO_MAY } from '../workflow/permissions.ts';
import { lastRun } from '../workflow/progress.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { refuseWithoutProvider } from '../workflow/refuse-without-provider.ts';
import { captureModeOf } from './authorization.ts';
import { cancelAttempts } from './cancel-attempts.ts';
import { announce, noticeDays } from './debit-notice.ts';
import { nextTry } from './next-try.ts';
import { plannedCharge } from './planned-charge.ts';
import { refuseStart } from './start-payment.ts';

const DAY_MS = 86_400_000;

/** The customer's method in use: the one that is charged when nobody is there to choose. */
export const methodInUse = ({ methods }: PaymentCase): StoredMethod | undefined =>
  methods.find(({ state, isDefault }) => state === 'ACTIVE' && isDefault);

/** The claim must have been put before the customer: its task, and with it its invoice, comes first. */
const refuseBeforeTask = (state: PaymentCase): Refusal | null => {
  const run = lastRun(state, 'CREATE_PAYMENT_TASK');
  return run && run.state !== 'PENDING' ? null : { code: 'STEP_NOT_OPEN', step: 'CREATE_PAYMENT_TASK' };
};

/** Whether the bank has said of this method that nobody may ask for it again. */
const isRefusedForGood = (state: PaymentCase, method: StoredMethod): boolean =>
  state.attempts.some(
    ({ charge, failure }) => charge?.methodId === method.id && failure && nextTry(failure.code) === 'NEVER',
  );

const refuseMethod = (state: PaymentCase, method: StoredMethod, today: string): Refusal | null => {
  if (method.expiresOn && method.expiresOn < today)
    return { code: 'METHOD_HAS_EXPIRED', unblockedBy: 'CUSTOMER' };
  if (method.type === 'SEPA_DEBIT') {
    if (state.amountDue.currency !== 'EUR') return { code: 'METHOD_NOT_ALLOWED' };
    // Nobody is debited who cannot be told before.
    if (!isDeliverable(state)) return { code: 'ADDRESS_NOT_DELIVERABLE' };
  }
  return isRefusedForGood(state, method) ? { code: 'METHOD_REFUSED', unblockedBy: 'CUSTOMER' } : null;
};

const refuseWithoutMethod = (state: PaymentCase): Refusal => {
  if (!state.methods.some((method) => method.state === 'REVIEW'))
    return { code: 'NO_STORED_METHOD', unblockedBy: 'CUSTOMER' };
  const reviewers = state.organization.members.filter(({ role }) =>
    WHO_MAY.REVIEW_PAYMENT_METHOD.roles.includes(role),
  );
  return { code: 'METHOD_IN_REVIEW', ...unblockedBy(reviewers) };
};

export const refuseCharge = (
  state: PaymentCase,
  { actor, today }: Pick<Env, 'actor' | 'today'>,
): Refusal | null => {
  const early = guard(state, actor, 'CHARGE_STORED_METHOD') ?? refuseBeforeTask(state);
  if (early) return early;
  if (amountCollectable(state).minor <= 0n) return { code: 'NOTHING_OPEN' };
  // The next try of a failed one may be made earlier; a first one is not asked for twice.
  if (plannedCharge(state)?.charge.tryNumber === 1) return { code: 'CHARGE_PLANNED' };
  const method = methodInUse(state);
  if (!method) return refuseWithoutMethod(state);
  return (
    refuseMethod(state, method, today) ??
    refuseWithoutProvider(state) ??
    refuseStart(state, { methodType: method.type, via: 'STORED_METHOD' })
  );
};

/**
 * Charges the customer's method in use, without the customer, over what is open. The attempt is recorded with all that is
 * sent; a job sends it, a debit once its notice period is over. What the customer could still pay on a page ends first (rule 13).
 */
export const chargeStoredMethod = (state: PaymentCase, _input: unknown, env: Env): Outcome => {
  const refusal = refuseCharge(state, env);
  const method = methodInUse(state);
  if (refusal || !method) return { ok: false, refusal: refusal ?? { code: 'NO_STORED_METHOD' } };
  const id = env.newId();
  const amount = amountCollectable(state);
  const days = noticeDays(state, method.type);
  const at = new Date(env.now.getTime() + days * DAY_MS);
  return decided(
    [
      ...cancelAttempts(state),
      {
        type: 'add-attempt',
        id,
        via: 'STORED_METHOD',
        amount,
        methodType: method.type,
        capture: captureModeOf(state, { methodType: method.type, via: 'STORED_METHOD' }),
        charge: { methodId: method.id, tryNumber: 1, at },
      },
      ...announce(method.type, id),
      ...(days === 0 ? [{ type: 'request-job', job: 'charge-attempt', attemptId: id } as const] : []),
    ],
    [
      days === 0
        ? { type: 'attempt.started', data: { attemptId: id, minor: amount.minor.toString() } }
        : { type: 'attempt.planned', data: { attemptId: id, at: at.toISOString() } },
    ],
  );
};
