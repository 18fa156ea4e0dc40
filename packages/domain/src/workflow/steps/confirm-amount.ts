import { isZero, money, subtract, toDecimal } from '../../money/money.ts';
import { type OfferedCapture, offeredCapture, runningCapture } from '../../payments/authorization.ts';
import { isUnsettled } from '../../payments/dispute-edges.ts';
import { requestCapture } from '../../payments/request-capture.ts';
import {
  accountOf,
  type PayingAccount,
  raiseMismatches,
  settleMismatches,
  unsettledMismatches,
  waitingAccounts,
} from '../account-data.ts';
import type { Actor } from '../actor.ts';
import { amountAvailable, amountCollectable, amountOpen, isFullyCovered } from '../balance.ts';
import { type ChecklistAnswer, completeChecklist, unansweredItems } from '../checklist.ts';
import { type Change, decided, type Env, type EventDraft, type Outcome, refused } from '../decision.ts';
import type { Acceptance } from '../discrepancies.ts';
import { exceptionTask } from '../exception-task.ts';
import { otherLeads } from '../four-eyes.ts';
import { type Assessment, CLEAN, guard, stop } from '../guard.ts';
import { type OfferedResolution, offeredResolutions, type Resolution } from '../offered-resolutions.ts';
import type { AmountDecision, CasePayment, PaymentCase, StepRun } from '../payment-case.ts';
import { refuseByRole } from '../permissions.ts';
import { finish, open, openRun, unconfirmedPayments } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { isSamePayer } from '../same-payer.ts';

const STEP = 'CONFIRM_AMOUNT' as const;

export interface ConfirmAmount {
  /** Null where the case has just one candidate, a reserved amount is captured, or only the unpaid rest is written off. */
  readonly paymentId: string | null;
  readonly resolution: Resolution;
  readonly reason: string | null;
  /** What a person says to the business's own items; left out where there are none. */
  readonly answers?: readonly ChecklistAnswer[];
  /** Discrepancies of the account data that are taken as they are; left out where there are none. */
  readonly accepted?: readonly Acceptance[];
}

const pick = (state: PaymentCase, paymentId: string | null): CasePayment | undefined => {
  const candidates = unconfirmedPayments(state);
  if (paymentId) return candidates.find(({ id }) => id === paymentId);
  return candidates.length === 1 ? candidates[0] : undefined;
};

export const refuse = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'CONFIRM_AMOUNT', STEP) ??
  (isWriteOffAsked(state) ? { code: 'APPROVAL_PENDING', step: STEP } : null) ??
  (runningCapture(state) ? { code: 'CAPTURE_RUNNING', step: STEP, unblockedBy: 'PROVIDER' } : null) ??
  (isUpToTheBank(state) ? { code: 'DISPUTE_OPEN', step: STEP } : null) ??
  (hasSomethingToConfirm(state) ? null : { code: 'NO_MONEY_YET', step: STEP });

const isWriteOffAsked = ({ approvals }: PaymentCase): boolean =>
  approvals.some(({ kind, state: approval }) => kind === 'WRITE_OFF' && approval === 'OPEN');

/** Nothing but a dispute is left to wait for: whether the money stays is not for the desk to say. */
const isUpToTheBank = (state: PaymentCase): boolean =>
  state.disputes.some(isUnsettled) &&
  isZero(amountCollectable(state)) &&
  unconfirmedPayments(state).length === 0;

/** Money, a reserved amount, the unpaid rest after some money, or once more what was confirmed before a rejection. */
const hasSomethingToConfirm = (state: PaymentCase): boolean =>
  unconfirmedPayments(state).length > 0 || offeredCapture(state) !== null || state.allocations.length > 0;

/** Step 6 is done with this decision, and step 7 records it. */
export const confirmWith = (
  state: PaymentCase,
  run: StepRun,
  paymentId: string | null,
  decision: AmountDecision,
) => {
  const subject = { paymentId, decision };
  const [done, doneEvent] = finish(run);
  const [next, nextEvent] = open(state, 'RECORD_PAYMENT', subject);
  const changes: Change[] = [{ type: 'set-subject', step: STEP, run: run.run, subject }, done, next];
  const confirmed: EventDraft = {
    type: 'payment.amount_confirmed',
    data: { paymentId, outcome: decision.outcome, allocate: decision.allocate, writeOff: decision.writeOff },
    reason: decision.reason,
  };
  return decided(changes, [confirmed, doneEvent, nextEvent]);
};

/**
 * Confirms what was received against what is owed, once the account data agree or were accepted and the checklist is
 * complete. What is only reserved is captured, and the step waits for the provider (rule 12). A write-off above the limit asks a
 * second person first and leaves the step open until that person has decided (rule 4).
 */
export const confirmAmount = (state: PaymentCase, input: ConfirmAmount, env: Env): Outcome => {
  const refusal = refuse(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  const offer = input.paymentId ? null : offeredCapture(state);
  const resolved = offer ? requestCapture(run, offer, input, env) : resolve(state, run, input, env);
  if (!resolved.ok) return resolved;
  const account = offer ? accountOf(offer.attempt) : pick(state, input.paymentId);
  const settled = settleMismatches(state, run, account, input.accepted);
  if (!settled.ok) return settled;
  const checked = completeChecklist(state, run, input.answers);
  if (!checked.ok) return checked;
  return decided(
    [...settled.changes, ...checked.changes, ...resolved.changes],
    [...settled.events, ...checked.events, ...resolved.events],
  );
};

/** The chosen resolution, if it fits the amounts and may be decided by this person. */
const resolve = (state: PaymentCase, run: StepRun, input: ConfirmAmount, env: Env): Outcome => {
  const payment = pick(state, input.paymentId);
  if (input.paymentId && !payment) return refused('PAYMENT_UNKNOWN', { step: STEP });
  if (!payment && unconfirmedPayments(state).length > 1) return refused('SEVERAL_CANDIDATES', { step: STEP });
  const { actor } = env;
  const isSettled = !payment && isFullyCovered(state);
  if (isSettled && input.resolution === 'EXACT')
    return confirmWith(state, run, null, rechecked(input.reason));
  const offer = offeredResolutions(state, payment, actor).find(
    ({ resolution }) => resolution === input.resolution,
  );
  if (!offer)
    return refused(payment || isSettled ? 'RESOLUTION_NOT_OFFERED' : 'NO_MONEY_YET', { step: STEP });
  const byPerson = refuseByPerson(state, actor, offer);
  if (byPerson) return { ok: false, refusal: byPerson };
  if (offer.writeOff > 0n && !input.reason?.trim()) return refused('REASON_REQUIRED', { step: STEP });
  const approvalId = offer.needsSecondPerson ? env.newId() : null;
  const decision: AmountDecision = {
    outcome: offer.resolution,
    allocate: offer.allocate.toString(),
    writeOff: offer.writeOff.toString(),
    reason: input.reason,
    approvalId,
  };
  if (!approvalId) return confirmWith(state, run, payment?.id ?? null, decision);
  const amount = money(offer.writeOff, state.amountDue.currency);
  return decided(
    [
      {
        type: 'set-subject',
        step: STEP,
        run: run.run,
        subject: { paymentId: payment?.id ?? null, decision },
      },
      {
        type: 'ask-approval',
        id: approvalId,
        kind: 'WRITE_OFF',
        subjectId: state.id,
        amount,
        reason: input.reason ?? '',
      },
      exceptionTask('APPROVAL_ASKED', env),
    ],
    [{ type: 'approval.asked', data: { approvalId, minor: amount.minor.toString() }, reason: input.reason }],
  );
};

/** The machine resolves no difference; who writes off needs the right to, and somebody else who could agree. */
const refuseByPerson = (state: PaymentCase, actor: Actor, offer: OfferedResolution): Refusal | null => {
  if (offer.resolution === 'EXACT') return null;
  if (actor.kind === 'SYSTEM') return { code: 'ROLE_NOT_ALLOWED', step: STEP };
  if (offer.resolution !== 'WRITE_OFF') return null;
  const byRole = refuseByRole(state, actor, 'WRITE_OFF_REST');
  if (byRole) return byRole;
  return offer.needsSecondPerson && otherLeads(state, actor).length === 0
    ? { code: 'SECOND_PERSON_REQUIRED', step: STEP }
    : null;
};

const rechecked = (reason: string | null): AmountDecision => ({
  outcome: 'RECHECKED',
  allocate: '0',
  writeOff: '0',
  reason,
  approvalId: null,
});

/**
 * Goes on with a decision to which the second person has agreed, as long as it still fits: money that came in the
 * meantime takes the offer away. A refusal leaves the step open for another decision.
 */
export const settleApproval = (state: PaymentCase, granted: boolean): Outcome => {
  const run = openRun(state);
  if (!run || run.step !== STEP || !run.subject.decision) return decided([], []);
  const { paymentId, decision } = run.subject;
  const undecided = { paymentId, decision: null };
  if (!granted) return decided([{ type: 'set-subject', step: STEP, run: run.run, subject: undecided }], []);
  const payment = state.payments.find(({ id }) => id === paymentId);
  const still = offeredResolutions(state, payment).find(({ resolution }) => resolution === 'WRITE_OFF');
  return still?.allocate.toString() === decision.allocate && still.writeOff.toString() === decision.writeOff
    ? confirmWith(state, run, paymentId, decision)
    : refused('RESOLUTION_NOT_OFFERED', { step: STEP });
};

/** The payment that the run is about, or the oldest of those that wait. */
const candidate = (state: PaymentCase): CasePayment | undefined => {
  const waiting = unconfirmedPayments(state);
  return waiting.find(({ id }) => id === openRun(state)?.subject.paymentId) ?? waiting[0];
};

/** A failed verification does not stop money that has come; it stops the machine until a person accepts it (rule 3). */
const assessAccount = (state: PaymentCase, account: PayingAccount): Assessment => {
  const [mismatch] = unsettledMismatches(state, account);
  if (!mismatch) return CLEAN;
  return stop(mismatch.key === 'holder' ? 'HOLDER_DIFFERS' : 'VERIFICATION_FAILED', mismatch.found);
};

/** Why the one candidate is not the exact payment of the customer, by provider or bank, that the machine may confirm. */
const assessPayment = (state: PaymentCase, payment: CasePayment): Assessment => {
  if (unconfirmedPayments(state).length > 1) return stop('SEVERAL_CANDIDATES');
  if (payment.source === 'MANUAL') return stop('MANUAL_EVIDENCE');
  const difference = subtract(amountAvailable(payment), amountOpen(state));
  if (!isZero(difference)) return stop('AMOUNT_DIFFERS', `${toDecimal(difference)} ${difference.currency}`);
  return isSamePayer(state, payment) ? CLEAN : stop('PAYER_DIFFERS', payment.payer);
};

/** What is reserved is captured by the machine when it is what is open, to the cent, and the provider has not refused. */
const assessCapture = (state: PaymentCase, { attempt, resolution, released }: OfferedCapture): Assessment => {
  const failed = state.captures.findLast(
    ({ attemptId, state: capture }) => attemptId === attempt.id && capture === 'FAILED',
  );
  if (failed) return stop('CAPTURE_FAILED', failed.failure?.code);
  const account = assessAccount(state, accountOf(attempt));
  if (account.kind !== 'CLEAN') return account;
  if (resolution === 'EXACT') return assessChecklist(state);
  const difference = resolution === 'OVER' ? released : subtract(attempt.amount, amountCollectable(state));
  return stop('AUTHORIZED_AMOUNT_DIFFERS', `${toDecimal(difference)} ${difference.currency}`);
};

const assessChecklist = (state: PaymentCase): Assessment => {
  const [missing] = unansweredItems(state, STEP);
  return missing ? stop('CHECK_NOT_PASSED', missing) : CLEAN;
};

/**
 * Clean is exactly one candidate (or a reserved amount) with provider or bank evidence, to the cent, from the customer, and no required item
 * of the business left (rule 8).
 */
export const assess = (state: PaymentCase): Assessment => {
  if (isWriteOffAsked(state)) return { kind: 'WAIT', for: 'APPROVAL' };
  if (runningCapture(state) || isUpToTheBank(state)) return { kind: 'WAIT', for: 'PROVIDER' };
  const offer = offeredCapture(state);
  if (offer) return assessCapture(state, offer);
  const payment = candidate(state);
  // After a rejection there may be nothing left to confirm.
  if (!payment) return isFullyCovered(state) ? assessChecklist(state) : { kind: 'WAIT', for: 'MONEY' };
  const looks = [assessAccount, assessPayment, assessChecklist];
  return looks.map((look) => look(state, payment)).find(({ kind }) => kind !== 'CLEAN') ?? CLEAN;
};

/** What does not agree with any of the payments that wait is put side by side for whoever decides. */
export const prepare = (state: PaymentCase, env: Env): Outcome => {
  const run = openRun(state);
  return run ? raiseMismatches(state, run, waitingAccounts(state), env) : decided([], []);
};

export const advance = (state: PaymentCase, env: Env): Outcome =>
  confirmAmount(state, { paymentId: null, resolution: 'EXACT', reason: null }, env);
