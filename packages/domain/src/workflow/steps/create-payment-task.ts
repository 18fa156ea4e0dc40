import { priceInvoice } from '../../invoices/invoice-lines.ts';
import { refuseContent } from '../../invoices/mandatory-fields.ts';
import { postStatement } from '../../ledger/post-claims.ts';
import { equals } from '../../money/money.ts';
import { refuseAssignee } from '../../tasks/assign-task.ts';
import type { Actor } from '../actor.ts';
import { addDays } from '../calendar.ts';
import { effectiveInvoice, isPostedWithoutDocument } from '../claim.ts';
import {
  type Change,
  type Decision,
  decided,
  type Env,
  type EventDraft,
  invalid,
  type Outcome,
} from '../decision.ts';
import { type Assessment, CLEAN, guard, stop } from '../guard.ts';
import type { PaymentCase } from '../payment-case.ts';
import { dueDayProblem } from '../plausible-day.ts';
import { finish, open, openRun, unconfirmedPayments } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { askWhenStale, awaitsRegister, isVatIdDoubted, refuseDoubted } from '../vat-standing.ts';

const STEP = 'CREATE_PAYMENT_TASK' as const;

export interface CreatePaymentTask {
  readonly assigneeId: string | null;
  /** Calendar day; null takes the due date plus the workflow's days of grace. */
  readonly dueOn: string | null;
  readonly priority: 'LOW' | 'NORMAL' | 'HIGH';
}

/** What keeps the invoice from being issued: missing mandatory fields, or lines that do not add up to the amount due. */
export const invoiceProblem = (state: PaymentCase): Refusal | null => {
  if (state.invoicing !== 'ISSUE' || effectiveInvoice(state)) return null;
  const { currency } = state.amountDue;
  const refusals = refuseContent({
    seller: state.organization.seller,
    customer: state.customer.data,
    lines: state.lines,
    discount: state.discount,
    taxBehavior: state.taxBehavior,
    supply: state.supply,
    currency,
  });
  if (refusals.length > 0)
    return { code: 'INVOICE_INCOMPLETE', step: STEP, detail: refusals.map(({ field }) => field).join(', ') };
  const gross = priceInvoice(state, currency).gross;
  return equals(gross, state.amountDue) ? null : { code: 'LINES_DIFFER_FROM_AMOUNT', step: STEP };
};

export const refuse = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'CREATE_PAYMENT_TASK', STEP) ?? invoiceProblem(state) ?? doubt(state, env.actor);

/** Nothing is doubted any more once the invoice is out. */
const doubt = (state: PaymentCase, actor: Actor): Refusal | null => {
  const refusal = effectiveInvoice(state) ? null : refuseDoubted(state, actor);
  return refusal && { ...refusal, step: STEP };
};

/** The invoice, statement or receivable of a case, unless it has one already (rule 10). */
const issueClaim = (state: PaymentCase, env: Env): Pick<Decision, 'changes' | 'events'> => {
  if (effectiveInvoice(state) || isPostedWithoutDocument(state)) return { changes: [], events: [] };
  const post: Change = { type: 'post', entry: postStatement(state.id, state.amountDue, env.today) };
  if (state.invoicing === 'EXTERNAL') return { changes: [post], events: [] };
  const id = env.newId();
  const events: EventDraft[] = [{ type: 'invoice.issued', data: { invoiceId: id } }];
  const mail: Change = { type: 'queue-message', template: 'invoice', subjectId: id, to: 'CUSTOMER' };
  if (state.invoicing === 'STATEMENT')
    return { changes: [{ type: 'issue-invoice', id, kind: 'STATEMENT' }, post, mail], events };
  return { changes: [{ type: 'issue-invoice', id, kind: 'INVOICE' }, mail], events };
};

/** Creates the task for the accounts department, tells it, and issues the invoice; then the case waits for money. */
export const createPaymentTask = (state: PaymentCase, input: CreatePaymentTask, env: Env): Outcome => {
  const refusal = refuse(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  const byAssignee = input.assigneeId ? refuseAssignee(state.organization.members, input.assigneeId) : null;
  if (byAssignee) return { ok: false, refusal: { ...byAssignee, step: STEP } };
  const code = input.dueOn && dueDayProblem(input.dueOn, env.today);
  if (code) return invalid([{ field: 'dueOn', code }]);
  const exists = state.tasks.some(({ kind }) => kind === 'PAYMENT');
  const taskId = env.newId();
  const task: readonly Change[] = exists
    ? []
    : [
        {
          type: 'create-task',
          id: taskId,
          kind: 'PAYMENT',
          reason: 'PAYMENT_EXPECTED',
          detail: null,
          assigneeId: input.assigneeId,
          dueOn: input.dueOn ?? dueAfter(state),
          priority: input.priority,
        },
        { type: 'queue-message', template: 'internal-notice', subjectId: taskId, to: 'ACCOUNTS' },
      ];
  const created: readonly EventDraft[] = exists ? [] : [{ type: 'task.created', data: { taskId } }];
  const [done, doneEvent] = finish(run);
  const waiting = unconfirmedPayments(state)[0];
  const [next, nextEvent] = open(state, 'CONFIRM_AMOUNT', { paymentId: waiting?.id ?? null, decision: null });
  const claim = issueClaim(state, env);
  return decided(
    [...task, ...claim.changes, done, next],
    [...created, ...claim.events, doneEvent, nextEvent],
  );
};

const dueAfter = (state: PaymentCase): string =>
  addDays(state.dueOn, state.definition.deadlines.taskAfterDueDays);

export const assess = (state: PaymentCase): Assessment => {
  const problem = invoiceProblem(state);
  if (problem) return stop(problem.code, problem.detail ?? null);
  if (effectiveInvoice(state)) return CLEAN;
  if (awaitsRegister(state)) return { kind: 'WAIT', for: 'PROVIDER' };
  return isVatIdDoubted(state) ? stop('VAT_ID_NOT_CONFIRMED', state.customer.data.vatId) : CLEAN;
};

export const advance = (state: PaymentCase, env: Env): Outcome =>
  (effectiveInvoice(state) ? null : askWhenStale(state, env)) ??
  createPaymentTask(state, { assigneeId: null, dueOn: null, priority: 'NORMAL' }, env);
