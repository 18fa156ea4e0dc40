import { compare, type Money, min, subtract } from '../money/money.ts';
import { amountCollectable } from '../workflow/balance.ts';
import type { Change } from '../workflow/decision.ts';
import type { CaptureMode } from '../workflow/definition.ts';
import type { Attempt, Capture, PaymentCase } from '../workflow/payment-case.ts';
import { unconfirmedPayments } from '../workflow/progress.ts';
import { isCaptureRunning } from './capture-edges.ts';

/**
 * How an attempt collects. Only cards can be reserved first; at a reader the customer leaves with the goods, so that one
 * always collects at once.
 */
export const captureModeOf = (
  { definition }: PaymentCase,
  { methodType, via }: Pick<Attempt, 'methodType' | 'via'>,
): CaptureMode =>
  methodType === 'CARD' && via !== 'READER' ? (definition.capture ?? 'AUTOMATIC') : 'AUTOMATIC';

/** The capture of the case that is under way; there is at most one. */
export const runningCapture = ({ captures }: Pick<PaymentCase, 'captures'>): Capture | undefined =>
  captures.find(isCaptureRunning);

/** What a network has reserved for the case and nobody collects yet: an attempt, not a payment. */
export const waitingAuthorization = (state: PaymentCase): Attempt | undefined =>
  runningCapture(state) ? undefined : authorizedAttempt(state);

/** The attempt that has reserved something, whether it is being captured or not. */
export const authorizedAttempt = (state: PaymentCase): Attempt | undefined =>
  state.attempts.find((attempt) => attempt.state === 'AUTHORIZED' && attempt.capture === 'MANUAL');

/** What can be captured now, with its effect, for people to see before they click. */
export interface OfferedCapture {
  readonly attempt: Attempt;
  /** PARTIAL: less is reserved than is open. OVER: more is; the surplus is released, never collected. */
  readonly resolution: 'EXACT' | 'PARTIAL' | 'OVER';
  readonly amount: Money;
  readonly released: Money;
}

const RESOLUTION = { '-1': 'PARTIAL', 0: 'EXACT', 1: 'OVER' } as const;

/** Never more than is reserved and never more than is open; what has arrived is looked at first. Null: nothing to capture. */
export const offeredCapture = (state: PaymentCase): OfferedCapture | null => {
  const attempt = waitingAuthorization(state);
  const open = amountCollectable(state);
  if (!attempt || open.minor <= 0n || unconfirmedPayments(state).length > 0) return null;
  const amount = min(attempt.amount, open);
  const resolution = RESOLUTION[compare(attempt.amount, open)];
  return { attempt, resolution, amount, released: subtract(attempt.amount, amount) };
};

/** The reason of the task that warns before a reservation ends. */
export const EXPIRES_SOON = 'AUTHORIZATION_EXPIRES';

/** The warning has served its purpose once the reservation is over, however it ended. */
export const endWarning = ({ tasks }: Pick<PaymentCase, 'tasks'>): readonly Change[] =>
  tasks
    .filter(({ reason, state }) => reason === EXPIRES_SOON && state !== 'DONE')
    .map(({ id }) => ({ type: 'finish-task', id }));

/** Gives back what is only reserved, here at once and at the provider by a job. */
export const voidAuthorization = (state: PaymentCase): readonly Change[] => {
  const id = waitingAuthorization(state)?.id;
  if (!id) return [];
  return [
    { type: 'update-attempt', id, patch: { state: 'CANCELED', checkAt: null, warnAt: null } },
    { type: 'request-job', job: 'cancel-attempt', attemptId: id },
  ];
};
