import { type Change, type Decision, decided, type Env, together } from '../workflow/decision.ts';
import type { Attempt, AttemptFailure, PaymentCase } from '../workflow/payment-case.ts';
import type { ProviderReport } from './apply-attempt.ts';
import { endWarning } from './authorization.ts';
import { loseAuthorization } from './authorization-effects.ts';
import { AUTHORIZATION_EXPIRED } from './capture-edges.ts';
import { planNextTry } from './plan-next-try.ts';
import { clearedTasks, unclearTasks } from './unclear-outcome.ts';

const NOTHING = decided([], []);

/**
 * A try that has failed is recorded, and told to the log and to the customer: each one once. Who stands before a reader
 * has read it there.
 */
const failedTry = ({ id: attemptId, via }: Attempt, failure: AttemptFailure, env: Env): Decision => {
  const id = env.newId();
  const mail: Change = { type: 'queue-message', template: 'payment-failed', subjectId: id, to: 'CUSTOMER' };
  const changes: readonly Change[] = [
    { type: 'record-failed-try', id, attemptId, failure },
    ...(via === 'READER' ? [] : [mail]),
  ];
  return decided(changes, [{ type: 'attempt.failed', data: { attemptId, code: failure.code } }]);
};

/** A failed try is told, and the next one planned where the code allows one. */
export const afterDecline = (
  state: PaymentCase,
  attempt: Attempt,
  { state: to, failure }: ProviderReport,
  moves: boolean,
  env: Env,
): Decision => {
  if (to !== 'DECLINED' || !failure) return NOTHING;
  const next = moves ? planNextTry(state, attempt, failure, env) : NOTHING;
  return together([failedTry(attempt, failure, env), next]);
};

/** What nobody knew is known now, or has been unknown for too long. */
export const afterUnknown = (
  state: PaymentCase,
  attempt: Attempt,
  report: ProviderReport,
  env: Env,
): Decision =>
  report.state === 'UNKNOWN'
    ? decided(unclearTasks(state, attempt.createdAt, env), [])
    : decided(clearedTasks(state, attempt), []);

/** What was reserved has been collected, or is lost; the customer is told only of what has expired. */
export const afterReservation = (
  state: PaymentCase,
  attempt: Attempt,
  { state: to, failure }: ProviderReport,
  env: Env,
): Decision => {
  if (to === 'SUCCEEDED') return decided(endWarning(state), []);
  if (to !== 'CANCELED') return NOTHING;
  const isTold = failure?.code === AUTHORIZATION_EXPIRED && state.state === 'OPEN';
  const lost = loseAuthorization(state, attempt, failure, env);
  return together([lost, isTold ? failedTry(attempt, failure, env) : NOTHING]);
};
