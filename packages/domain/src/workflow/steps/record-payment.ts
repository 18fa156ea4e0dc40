import { postAllocation } from '../../ledger/post-settlement.ts';
import { type Money, min, money, subtract } from '../../money/money.ts';
import { endWarning, voidAuthorization } from '../../payments/authorization.ts';
import { cancelAttempts } from '../../payments/cancel-attempts.ts';
import { allocatable, amountOpen } from '../balance.ts';
import { type Change, decided, type Env, type EventDraft, type Outcome } from '../decision.ts';
import { type Assessment, CLEAN, guard } from '../guard.ts';
import type { AmountDecision, PaymentCase } from '../payment-case.ts';
import { type GivenUpKind, postAdjustment } from '../post-adjustment.ts';
import { finish, open, openRun } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { ADJUSTMENT_OF } from '../resolutions.ts';

const STEP = 'RECORD_PAYMENT' as const;

export const refuse = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'RECORD_PAYMENT', STEP) ??
  (openRun(state)?.subject.decision ? null : { code: 'NOTHING_DECIDED', step: STEP });

/** What recording will post: how much of the payment is allocated, what is written off, what is open afterwards. */
export interface RecordingPreview {
  readonly allocate: Money;
  readonly writeOff: Money;
  readonly openAfter: Money;
}

/** Never more than the decision said, never more than payment and claim still have. */
export const previewRecording = (state: PaymentCase): RecordingPreview => {
  const { currency } = state.amountDue;
  const subject = openRun(state)?.subject;
  const payment = state.payments.find(({ id }) => id === subject?.paymentId);
  const decided = money(BigInt(subject?.decision?.allocate ?? '0'), currency);
  const allocate = payment ? min(decided, allocatable(state, payment)) : money(0n, currency);
  const afterAllocation = subtract(amountOpen(state), allocate);
  const writeOff = min(money(BigInt(subject?.decision?.writeOff ?? '0'), currency), afterAllocation);
  return { allocate, writeOff, openAfter: subtract(afterAllocation, writeOff) };
};

const kindOf = (decision: AmountDecision | null): GivenUpKind | null =>
  decision && decision.outcome !== 'RECHECKED' ? ADJUSTMENT_OF[decision.outcome] : null;

/** Allocates the confirmed payment in the ledger, posts what is given up and issues the receipt (rule 21). */
export const recordPayment = (state: PaymentCase, env: Env): Outcome => {
  const refusal = refuse(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  const { allocate, writeOff, openAfter } = previewRecording(state);
  const { paymentId, decision } = run.subject;
  const changes: Change[] = [];
  const events: EventDraft[] = [];
  const allocationId = paymentId && allocate.minor > 0n ? env.newId() : null;
  if (paymentId && allocationId) {
    const id = allocationId;
    changes.push(
      { type: 'allocate', id, paymentId, amount: allocate },
      { type: 'post', entry: postAllocation(id, allocate, env.today) },
      { type: 'issue-receipt', paymentId, allocated: allocate, openAfter },
    );
    events.push({
      type: 'payment.recorded',
      data: { paymentId, allocationId: id, minor: allocate.minor.toString() },
    });
  }
  const kind = kindOf(decision);
  if (kind && writeOff.minor > 0n) {
    const given = { id: env.newId(), kind, amount: writeOff };
    const [reason, approvalId] = [decision?.reason ?? null, decision?.approvalId ?? null];
    changes.push(
      { type: 'adjust', ...given, reason, approvalId, allocationId },
      { type: 'post', entry: postAdjustment(state, given, env.today) },
    );
    events.push({
      type: 'adjustment.recorded',
      data: { adjustmentId: given.id, kind, minor: writeOff.minor.toString() },
    });
  }
  // Once nothing is open any more, what the customer could still pay, or has had reserved, must not be collected after all.
  if (openAfter.minor === 0n)
    changes.push(...cancelAttempts(state), ...voidAuthorization(state), ...endWarning(state));
  const [done, doneEvent] = finish(run);
  const [next, nextEvent] = open(state, 'UPDATE_PAYMENT_STATUS', run.subject);
  return decided([...changes, done, next], [...events, doneEvent, nextEvent]);
};

/** Step 6 has decided; recording is only the execution. */
export const assess = (_state: PaymentCase): Assessment => CLEAN;

export const advance = recordPayment;
