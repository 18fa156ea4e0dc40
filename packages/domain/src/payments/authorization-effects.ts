import { type AttemptPatch, type Change, type Decision, decided, type Env } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { Attempt, AttemptFailure, PaymentCase } from '../workflow/payment-case.ts';
import { liftStop, openRun } from '../workflow/progress.ts';
import { endWarning, runningCapture } from './authorization.ts';
import { failCapture } from './report-capture.ts';

/** What the provider says about an amount that it holds for the business. */
export interface ProviderAuthorization {
  readonly expiresAt: Date;
  readonly payer: string | null;
}

/** People are warned a day before. */
const WARNED_MS = 86_400_000;

/** Until when it is reserved, and when people are warned; an end that has moved is warned of anew. */
export const authorizationPatch = (
  attempt: Attempt,
  authorization: ProviderAuthorization | null,
): AttemptPatch => {
  if (!authorization || attempt.capture === 'AUTOMATIC') return {};
  const { expiresAt, payer } = authorization;
  if (attempt.authorizedUntil?.getTime() === expiresAt.getTime()) return {};
  return { authorizedUntil: expiresAt, warnAt: new Date(expiresAt.getTime() - WARNED_MS), payer };
};

/** A stop that was about the reservation is over with it; one that a person has given stays. */
const clearStop = (state: PaymentCase): readonly Change[] => {
  const run = openRun(state);
  return run?.step === 'CONFIRM_AMOUNT' && run.stop?.code !== 'REJECTED' ? liftStop(run) : [];
};

/**
 * What is over with a reservation that the provider has ended: a capture on its way, the warning, the stop of step 6.
 * The case waits for money again, and a person looks at it.
 */
export const loseAuthorization = (
  state: PaymentCase,
  attempt: Attempt,
  failure: AttemptFailure | null,
  env: Env,
): Decision => {
  const running = runningCapture(state);
  const capture = running?.attemptId === attempt.id ? running : undefined;
  const detail = failure?.code ?? 'canceled_at_provider';
  const failed = capture ? failCapture(state, capture, { code: detail, message: null }) : null;
  return decided(
    [
      ...(failed?.changes ?? []),
      ...endWarning(state),
      ...clearStop(state),
      ...(state.state === 'OPEN' ? [exceptionTask('AUTHORIZATION_ENDED', env, { detail })] : []),
    ],
    failed?.events ?? [],
  );
};

/** A person has given the reservation up: nothing waits for it any more. */
export const forgetAuthorization = (state: PaymentCase): readonly Change[] => [
  ...endWarning(state),
  ...clearStop(state),
];
