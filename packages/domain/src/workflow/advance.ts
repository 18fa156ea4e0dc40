import { SYSTEM } from './actor.ts';
import { assess as assessAmount } from './assess-amount.ts';
import { decided, type Env, type Outcome } from './decision.ts';
import { exceptionTask } from './exception-task.ts';
import type { Assessment } from './guard.ts';
import type { PaymentCase } from './payment-case.ts';
import { openRun } from './progress.ts';
import type { Step } from './step.ts';
import * as closePaymentTask from './steps/close-payment-task.ts';
import * as confirmAmount from './steps/confirm-amount.ts';
import * as createPaymentTask from './steps/create-payment-task.ts';
import * as notifyCustomer from './steps/notify-customer.ts';
import * as recordPayment from './steps/record-payment.ts';
import * as saveCustomerRecord from './steps/save-customer-record.ts';
import * as updatePaymentMethod from './steps/update-payment-method.ts';
import * as updatePaymentStatus from './steps/update-payment-status.ts';
import * as verifyCustomerData from './steps/verify-customer-data.ts';

interface AutomaticStep {
  readonly assess: (state: PaymentCase) => Assessment;
  readonly advance: (state: PaymentCase, env: Env) => Outcome;
  /** What the machine still does for the person it leaves the step to; nothing once that is done. */
  readonly prepare?: (state: PaymentCase, env: Env) => Outcome;
}

const nothing = () => decided([], []);

const AUTOMATIC: Readonly<Record<Step, AutomaticStep>> = {
  INITIATE_PAYMENT: { assess: closePaymentTask.assess, advance: nothing },
  VERIFY_CUSTOMER_DATA: verifyCustomerData,
  SAVE_CUSTOMER_RECORD: saveCustomerRecord,
  UPDATE_PAYMENT_METHOD: updatePaymentMethod,
  CREATE_PAYMENT_TASK: createPaymentTask,
  CONFIRM_AMOUNT: { ...confirmAmount, assess: assessAmount },
  RECORD_PAYMENT: recordPayment,
  UPDATE_PAYMENT_STATUS: updatePaymentStatus,
  NOTIFY_CUSTOMER: notifyCustomer,
  CLOSE_PAYMENT_TASK: { assess: closePaymentTask.assess, advance: nothing },
};

/** What stands between the open step and its end, in the machine's eyes (rule 8). */
export const assessOpenStep = (state: PaymentCase): Assessment | null => {
  const run = openRun(state);
  if (state.state !== 'OPEN' || !run) return null;
  if (run.stop?.code === 'REJECTED') return { kind: 'STOP', code: 'REJECTED', detail: run.stop.detail };
  const assessment = AUTOMATIC[run.step].assess(state);
  if (assessment.kind !== 'CLEAN') return assessment;
  return state.definition.policies[run.step] === 'AUTO_IF_CLEAN'
    ? assessment
    : { kind: 'STOP', code: 'POLICY_MANUAL', detail: null };
};

/** Reasons that are part of the plan and need no exception task beside the case's own place in the list. */
const EXPECTED = new Set(['POLICY_MANUAL', 'REJECTED']);

/**
 * The machine's one turn on a case: finishes the open step when it is clean, else notes why it stops and, once per
 * reason, raises an exception task. With nothing to do it decides nothing.
 */
export const advance = (state: PaymentCase, env: Env): Outcome => {
  const run = openRun(state);
  const assessment = assessOpenStep(state);
  if (!run || !assessment || assessment.kind === 'WAIT') return nothing();
  if (assessment.kind === 'CLEAN') return AUTOMATIC[run.step].advance(state, env);
  const { code, detail } = assessment;
  const prepared = AUTOMATIC[run.step].prepare?.(state, env) ?? nothing();
  const { changes, events } = prepared.ok ? prepared : nothing();
  // What comes in while the step lies with a person is prepared for that person too: money after a rejection.
  if (run.stop?.code === code && run.stop.detail === detail) return decided(changes, events);
  const isNew = run.stop?.code !== code && !EXPECTED.has(code);
  return decided(
    [
      ...changes,
      { type: 'stop-step', step: run.step, run: run.run, code, detail },
      ...(isNew ? [exceptionTask(code, env, { detail, priority: 'NORMAL' })] : []),
    ],
    // A step that is done by hand according to plan waits for its person; only a deviation is worth telling.
    code === 'POLICY_MANUAL'
      ? events
      : [...events, { type: 'step.stopped', data: { step: run.step, run: run.run, code } }],
  );
};

/** Whether the machine has a turn to take: a clean step, a new reason to stop, or something to prepare. */
export const isRestless = (state: PaymentCase, env: Env): boolean => {
  const turn = advance(state, { ...env, actor: SYSTEM });
  return turn.ok && turn.changes.length > 0;
};
