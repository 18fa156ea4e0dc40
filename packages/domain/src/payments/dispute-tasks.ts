import { addDays } from '../workflow/calendar.ts';
import type { Change, Env } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { Dispute, PaymentCase } from '../workflow/payment-case.ts';
import { isAnswerable } from './dispute-edges.ts';

export const TO_ANSWER = 'DISPUTE_TO_ANSWER';

/** Whoever has the task is reminded on the third morning before its last day, the leads two days later. */
const REMINDED_DAYS_BEFORE = 4;

/** The last day for an answer; banks count in UTC, and are not early. */
const lastDay = (dueBy: Date): string => dueBy.toISOString().slice(0, 10);

/** Asks the desk for an answer, until the bank's deadline. */
export const answerTask = ({ dueBy, reason }: Pick<Dispute, 'dueBy' | 'reason'>, env: Env): Change => {
  const dueOn = dueBy ? lastDay(dueBy) : env.today;
  return exceptionTask(TO_ANSWER, env, {
    detail: reason,
    deadline: { dueOn, remindAfter: addDays(dueOn, -REMINDED_DAYS_BEFORE) },
  });
};

/** Ends the task once nothing else waits for an answer. */
export const answeredTasks = (state: PaymentCase, disputeId: string): readonly Change[] =>
  state.disputes.some((other) => other.id !== disputeId && isAnswerable(other))
    ? []
    : state.tasks
        .filter(({ reason, state: task }) => reason === TO_ANSWER && task !== 'DONE')
        .map(({ id }) => ({ type: 'finish-task', id }));
