import { toDecimal } from '../../money/money.ts';
import { isUnsettled } from '../../payments/dispute-edges.ts';
import type { Actor } from '../actor.ts';
import { amountOpen, isFullyCovered } from '../balance.ts';
import { type ChecklistAnswer, completeChecklist, unansweredItems } from '../checklist.ts';
import { effectiveInvoice } from '../claim.ts';
import { type Change, decided, type Env, type Outcome, refused } from '../decision.ts';
import { ownItems } from '../definition.ts';
import { exceptionTask } from '../exception-task.ts';
import { isSingleControl, refuseByFourEyes } from '../four-eyes.ts';
import { type Assessment, guard, stop } from '../guard.ts';
import { hasMoneyUnderway, isLive } from '../money-track.ts';
import type { PaymentCase } from '../payment-case.ts';
import { finish, openRun, rerunFrom } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { REJECTION_TARGETS, type Step } from '../step.ts';

const STEP = 'CLOSE_PAYMENT_TASK' as const;

export interface ClosePaymentTask {
  /** What the team lead says to the business's own items; left out where there are none. */
  readonly answers?: readonly ChecklistAnswer[];
}

export interface RejectPaymentTask {
  readonly backTo: Step;
  readonly reason: string;
}

/** One line of the machine's look at the whole case before a team lead signs it off. */
export interface PreCheck {
  readonly key:
    | 'AMOUNT_SETTLED'
    | 'INVOICE'
    | 'RECEIPT'
    | 'CUSTOMER_CONFIRMED'
    | 'CUSTOMER_TOLD'
    | 'NOTHING_RUNNING'
    | 'STATUS_PUBLISHED'
    | 'DIFFERENCES'
    | 'CHECKLISTS';
  readonly state: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE';
  readonly detail: string | null;
}

const passed = (key: PreCheck['key'], ok: boolean, detail: string | null = null): PreCheck => ({
  key,
  state: ok ? 'PASSED' : 'FAILED',
  detail,
});

/** The money has come; some of it may have gone back by agreement, or been given up after a bank has taken it back. */
const SETTLED: ReadonlySet<string> = new Set(['SETTLED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'RETURNED']);

/** The pre-check of step 10, reds first. */
export const preCheck = (state: PaymentCase): readonly PreCheck[] => {
  const open = amountOpen(state);
  const told = state.messages.filter(
    ({ template }) => template === 'receipt' || template === 'partial-received',
  );
  const checks: PreCheck[] = [
    passed('AMOUNT_SETTLED', isFullyCovered(state), `${toDecimal(open)} ${open.currency}`),
    state.invoicing === 'EXTERNAL'
      ? { key: 'INVOICE', state: 'NOT_APPLICABLE', detail: state.externalInvoiceNumber }
      : passed('INVOICE', effectiveInvoice(state) !== undefined, effectiveInvoice(state)?.number ?? null),
    passed('RECEIPT', state.allocations.length > 0),
    passed('CUSTOMER_CONFIRMED', state.customer.confirmedVersion !== null, state.customer.number),
    passed(
      'CUSTOMER_TOLD',
      told.some(({ state: delivery }) => delivery !== 'BOUNCED' && delivery !== 'FAILED'),
    ),
    passed('NOTHING_RUNNING', refuseRunning(state) === null, refuseRunning(state)?.code ?? null),
    passed('STATUS_PUBLISHED', SETTLED.has(state.publishedStatus), state.publishedStatus),
    passed('DIFFERENCES', openKeys(state).length === 0, openKeys(state).join(', ') || null),
    checklistsCheck(state),
  ];
  return checks.sort((a, b) => Number(a.state !== 'FAILED') - Number(b.state !== 'FAILED'));
};

const openKeys = (state: PaymentCase): readonly string[] =>
  state.discrepancies.filter((one) => one.state === 'OPEN').map(({ key }) => key);

/** The policy of the business as its version has it: every required item of the steps before was answered with yes. */
const checklistsCheck = (state: PaymentCase): PreCheck => {
  const before = ['VERIFY_CUSTOMER_DATA', 'CONFIRM_AMOUNT'] as const;
  const hasItems = before.some((step) => ownItems(state, step).some(({ required }) => required));
  if (!hasItems) return { key: 'CHECKLISTS', state: 'NOT_APPLICABLE', detail: null };
  const missing = before.flatMap((step) => unansweredItems(state, step));
  return passed('CHECKLISTS', missing.length === 0, missing.join(', ') || null);
};

const refuseRunning = (state: PaymentCase): Refusal | null => {
  if (state.attempts.some(isLive) || hasMoneyUnderway(state)) return { code: 'ATTEMPT_LIVE', step: STEP };
  if (state.disputes.some(isUnsettled)) return { code: 'DISPUTE_OPEN', step: STEP };
  const running = state.refunds.some(
    ({ state: refund }) => !['SUCCEEDED', 'FAILED', 'REFUSED'].includes(refund),
  );
  return running ? { code: 'REFUND_RUNNING', step: STEP } : null;
};

const refuseOpenAmount = (state: PaymentCase): Refusal | null => {
  const open = amountOpen(state);
  return isFullyCovered(state)
    ? null
    : { code: 'AMOUNT_OPEN', step: STEP, detail: `${toDecimal(open)} ${open.currency}` };
};

/** Who has handled the money cannot sign it off: a refusal of this step. */
const refuseByHand = (state: PaymentCase, actor: Actor): Refusal | null => {
  const refusal = refuseByFourEyes(state, actor);
  return refusal && { ...refusal, step: STEP };
};

export const refuseClose = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'CLOSE_PAYMENT_TASK', STEP) ??
  refuseOpenAmount(state) ??
  refuseRunning(state) ??
  refuseByHand(state, env.actor);

/** The team lead's sign-off: the case ends, its task is done and its money is released for payout (rules 7, 15). */
export const closePaymentTask = (state: PaymentCase, { answers }: ClosePaymentTask, env: Env): Outcome => {
  const refusal = refuseClose(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  const checked = completeChecklist(state, run, answers);
  if (!checked.ok) return checked;
  const [done, doneEvent] = finish(run);
  const tasks = state.tasks
    .filter((task) => task.state !== 'DONE')
    .map(({ id }): Change => ({ type: 'finish-task', id }));
  const singleControl = isSingleControl(state);
  return decided(
    [...checked.changes, done, ...tasks, { type: 'close', singleControl }],
    [...checked.events, doneEvent, { type: 'case.closed', data: { singleControl } }],
  );
};

export const refuseReject = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'REJECT_PAYMENT_TASK', STEP) ?? refuseByHand(state, env.actor);

/** Sends the case back to a step, for a reason; no effect is undone, the steps from there run again (rule 6). */
export const rejectPaymentTask = (
  state: PaymentCase,
  { backTo, reason }: RejectPaymentTask,
  env: Env,
): Outcome => {
  const refusal = refuseReject(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  if (!(REJECTION_TARGETS as readonly Step[]).includes(backTo))
    return refused('NOT_A_REJECTION_TARGET', { step: STEP });
  if (!reason.trim()) return refused('REASON_REQUIRED', { step: STEP });
  const [done, doneEvent] = finish(run, 'SKIPPED', 'REJECTED');
  const [reruns, events] = rerunFrom(state, backTo, 'REJECTION');
  const target = reruns[0];
  const stopped: readonly Change[] =
    target?.type === 'open-step'
      ? [{ type: 'stop-step', step: backTo, run: target.run, code: 'REJECTED', detail: reason }]
      : [];
  return decided(
    [done, ...reruns, ...stopped, exceptionTask('REJECTED', env, { detail: reason })],
    [doneEvent, { type: 'case.rejected', data: { backTo }, reason }, ...events],
  );
};

/** Closing is never automatic. */
export const assess = (_state: PaymentCase): Assessment => stop('POLICY_MANUAL');
