import { amountAvailable, isFullyCovered } from './balance.ts';
import type { Change, EventDraft } from './decision.ts';
import type { CasePayment, PaymentCase, RunOrigin, RunSubject, StepRun } from './payment-case.ts';
import { type Step, stepsFrom } from './step.ts';

export const NO_SUBJECT: RunSubject = { paymentId: null, decision: null };

/** The one open run of an open case. */
export const openRun = (state: PaymentCase): StepRun | undefined =>
  state.runs.find((run) => run.state === 'OPEN');

export const isOpen = (state: PaymentCase, step: Step): boolean =>
  state.state === 'OPEN' && openRun(state)?.step === step;

export const lastRun = (state: PaymentCase, step: Step): StepRun | undefined =>
  state.runs.filter((run) => run.step === step).sort((a, b) => b.run - a.run)[0];

export const nextRunNumber = (state: PaymentCase, step: Step): number => (lastRun(state, step)?.run ?? 0) + 1;

/** While something is open, the end of a dispute puts all that lies in credit on the table once more. */
const disputesEndedAt = (state: PaymentCase): readonly number[] =>
  isFullyCovered(state)
    ? []
    : state.disputes.map(({ decidedAt, reinstatedAt }) => (reinstatedAt ?? decidedAt)?.getTime() ?? 0);

/**
 * Decided by a run of step 6, unless money that had been sent back for an open claim has returned since, a dispute has
 * ended, or a person has undone what came of it.
 */
const isDecided = (state: PaymentCase, payment: CasePayment): boolean => {
  const cameBackAt = Math.max(
    ...disputesEndedAt(state),
    ...state.refunds
      .filter(({ paymentId, effect }) => paymentId === payment.id && effect === 'CLAIM_STAYS_OPEN')
      .map(({ state: refund, succeededAt, finishedAt }) =>
        refund === 'FAILED' && succeededAt ? (finishedAt?.getTime() ?? 0) : 0,
      ),
    ...state.allocations.map(({ paymentId, reason, at }) =>
      paymentId === payment.id && reason !== null ? at.getTime() : 0,
    ),
    0,
  );
  return state.runs.some(
    ({ step, state: run, subject, doneAt }) =>
      step === 'CONFIRM_AMOUNT' &&
      run === 'DONE' &&
      subject.paymentId === payment.id &&
      (doneAt?.getTime() ?? 0) >= cameBackAt,
  );
};

/** Payments that step 6 has not confirmed yet, oldest first. */
export const unconfirmedPayments = (state: PaymentCase): readonly CasePayment[] =>
  state.payments
    .filter((payment) => !isDecided(state, payment) && amountAvailable(payment).minor > 0n)
    .sort((a, b) => a.bookedAt.getTime() - b.bookedAt.getTime() || (a.id < b.id ? -1 : 1));

/** The planned (PENDING) run of a step, or a new one when all its runs are over. */
const upcoming = (state: PaymentCase, step: Step): { run: number; origin: RunOrigin | null } => {
  const pending = state.runs.find((run) => run.step === step && run.state === 'PENDING');
  return pending
    ? { run: pending.run, origin: pending.origin }
    : { run: nextRunNumber(state, step), origin: 'PAYMENT' };
};

/** Opens the next run of a step; the subject says which payment it is about. */
export const open = (
  state: PaymentCase,
  step: Step,
  subject: RunSubject = NO_SUBJECT,
): [Change, EventDraft] => {
  const { run, origin } = upcoming(state, step);
  return [
    { type: 'open-step', step, run, origin, subject },
    { type: 'step.opened', data: { step, run } },
  ];
};

/** Finishes the open run of a step. */
export const finish = (
  run: StepRun,
  result: 'DONE' | 'SKIPPED' = 'DONE',
  reason: string | null = null,
): [Change, EventDraft] => [
  { type: 'finish-step', step: run.step, run: run.run, state: result, reason },
  { type: result === 'DONE' ? 'step.done' : 'step.skipped', data: { step: run.step, run: run.run }, reason },
];

/** What a step has stopped for is settled, and the step goes on. */
export const liftStop = ({ step, run, stop }: StepRun): readonly Change[] =>
  stop ? [{ type: 'stop-step', step, run, code: null, detail: null }] : [];

/** After step 3: step 4 in its first run, past it in a later one (rule 1). */
export const afterCustomerRecord = (state: PaymentCase): [Change, EventDraft] => {
  const wasRun = lastRun(state, 'UPDATE_PAYMENT_METHOD')?.state;
  const isOver = wasRun === 'DONE' || wasRun === 'SKIPPED';
  return open(state, isOver ? 'CREATE_PAYMENT_TASK' : 'UPDATE_PAYMENT_METHOD');
};

/** After step 9: the next payment that waits, the end, or waiting for more money. */
export const afterNotification = (state: PaymentCase): [Change, EventDraft] => {
  const next = unconfirmedPayments(state)[0];
  if (next) return open(state, 'CONFIRM_AMOUNT', { paymentId: next.id, decision: null });
  return isFullyCovered(state) ? open(state, 'CLOSE_PAYMENT_TASK') : open(state, 'CONFIRM_AMOUNT');
};

/**
 * What new money does to the work track: step 6 gets it as its subject when it is waiting; a case at its end goes
 * back to step 6 with new runs; anywhere else the money waits for its turn.
 */
export const onMoneyArrived = (
  state: PaymentCase,
  paymentId: string,
): { changes: Change[]; events: EventDraft[] } => {
  const run = openRun(state);
  if (state.state !== 'OPEN' || !run) return { changes: [], events: [] };
  const subject: RunSubject = { paymentId, decision: null };
  const isWaiting = run.step === 'CONFIRM_AMOUNT' && !run.subject.paymentId && !run.subject.decision;
  if (isWaiting)
    return { changes: [{ type: 'set-subject', step: run.step, run: run.run, subject }], events: [] };
  if (run.step !== 'CLOSE_PAYMENT_TASK') return { changes: [], events: [] };
  const [skip, skipped] = finish(run, 'SKIPPED', 'PAYMENT_ARRIVED');
  const [reopen, reopened] = open(state, 'CONFIRM_AMOUNT', subject);
  return { changes: [skip, reopen], events: [skipped, reopened] };
};

/** New runs from `target` to the end of the case; what has been done before stays as it is. */
export const rerunFrom = (state: PaymentCase, target: Step, origin: RunOrigin): [Change[], EventDraft[]] => {
  const [first, ...rest] = stepsFrom(target);
  if (!first) return [[], []];
  const run = nextRunNumber(state, first);
  return [
    [
      { type: 'open-step', step: first, run, origin, subject: NO_SUBJECT },
      ...rest
        .filter((step) => step !== 'UPDATE_PAYMENT_METHOD')
        .map((step): Change => ({ type: 'plan-step', step, run: nextRunNumber(state, step), origin })),
    ],
    [{ type: 'step.opened', data: { step: first, run } }],
  ];
};
