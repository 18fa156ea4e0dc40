import type { Change, Env } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';

const UNCLEAR = 'OUTCOME_UNKNOWN';
/** As long as the provider may just be slow, nobody is called. */
const PATIENCE_MS = 3_600_000;

const openTasks = ({ tasks }: PaymentCase) =>
  tasks.filter(({ reason, state }) => reason === UNCLEAR && state !== 'DONE');

/** Calls a person, once, when the provider has been asked for an hour what became of money and has not said. */
export const unclearTasks = (state: PaymentCase, since: Date, env: Env): readonly Change[] =>
  env.now.getTime() - since.getTime() >= PATIENCE_MS && openTasks(state).length === 0
    ? [exceptionTask(UNCLEAR, env)]
    : [];

/** Ends that task when this was the last thing of the case that was unclear. */
export const clearedTasks = (state: PaymentCase, cleared: { readonly id: string }): readonly Change[] =>
  [...state.attempts, ...state.refunds].some((one) => one.id !== cleared.id && one.state === 'UNKNOWN')
    ? []
    : openTasks(state).map(({ id }) => ({ type: 'finish-task', id }));
