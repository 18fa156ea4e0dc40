import { money } from '../money/money.ts';
import type { Actor } from './actor.ts';
import { isFullyCovered } from './balance.ts';
import type { ChecklistAnswer } from './checklist.ts';
import { type Change, decided, type Env, type EventDraft, type Outcome, refused } from './decision.ts';
import type { Acceptance } from './discrepancies.ts';
import { exceptionTask } from './exception-task.ts';
import { otherLeads } from './four-eyes.ts';
import { type OfferedResolution, offeredResolutions } from './offered-resolutions.ts';
import type { AmountDecision, CasePayment, PaymentCase, StepRun } from './payment-case.ts';
import { refuseByRole } from './permissions.ts';
import { finish, open, openRun, unconfirmedPayments } from './progress.ts';
import type { Refusal } from './refusal.ts';
import { ADJUSTMENT_OF, type Resolution } from './resolutions.ts';

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

export const pick = (state: PaymentCase, paymentId: string | null): CasePayment | undefined => {
  const candidates = unconfirmedPayments(state);
  if (paymentId) return candidates.find(({ id }) => id === paymentId);
  return candidates.length === 1 ? candidates[0] : undefined;
};

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

/** The chosen resolution, if it fits the amounts and may be decided by this person. */
export const resolve = (state: PaymentCase, run: StepRun, input: ConfirmAmount, env: Env): Outcome => {
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
  if (offer.needsReason && !input.reason?.trim()) return refused('REASON_REQUIRED', { step: STEP });
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
        kind: offer.resolution === 'WRITE_OFF' ? 'WRITE_OFF' : 'ADJUSTMENT',
        subjectId: state.id,
        amount,
        reason: input.reason ?? '',
      },
      exceptionTask('APPROVAL_ASKED', env),
    ],
    [{ type: 'approval.asked', data: { approvalId, minor: amount.minor.toString() }, reason: input.reason }],
  );
};

/** The machine resolves no difference; who gives something up needs the right to, and somebody else who could agree. */
const refuseByPerson = (state: PaymentCase, actor: Actor, offer: OfferedResolution): Refusal | null => {
  if (offer.resolution === 'EXACT') return null;
  if (actor.kind === 'SYSTEM') return { code: 'ROLE_NOT_ALLOWED', step: STEP };
  if (!ADJUSTMENT_OF[offer.resolution]) return null;
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
  const still = offeredResolutions(state, payment).find(({ resolution }) => resolution === decision.outcome);
  return still?.allocate.toString() === decision.allocate && still.writeOff.toString() === decision.writeOff
    ? confirmWith(state, run, paymentId, decision)
    : refused('RESOLUTION_NOT_OFFERED', { step: STEP });
};
