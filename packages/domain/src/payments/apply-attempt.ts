import { postFee, postPayment } from '../ledger/post-money.ts';
import { equals, type Money } from '../money/money.ts';
import {
  type AttemptPatch,
  type Change,
  type Decision,
  decided,
  type Env,
  type EventDraft,
  type Outcome,
  refused,
  together,
} from '../workflow/decision.ts';
import type {
  Attempt,
  AttemptFailure,
  AttemptState,
  PaymentCase,
  TransferInstructions,
} from '../workflow/payment-case.ts';
import { lateMoney } from '../workflow/register-receipt.ts';
import { askAgainAt } from './ask-again.ts';
import { mayMove } from './attempt-edges.ts';
import { afterDecline, afterReservation, afterUnknown } from './attempt-effects.ts';
import { authorizationPatch, type ProviderAuthorization } from './authorization-effects.ts';
import { creditTransfer } from './credit-transfer.ts';
import { onMoneyOf } from './settle-capture.ts';

/** What the provider says about an attempt right now, translated from its own objects; the amount is what it collected. */
export interface ProviderReport {
  readonly attemptId: string;
  readonly state: AttemptState;
  readonly providerRef: string | null;
  readonly failure: AttemptFailure | null;
  readonly initiation: string | null;
  readonly verification: { readonly passed: boolean; readonly evidence: string } | null;
  readonly approval: string | null;
  /** What it holds for the business; null once that is collected or over, and for what is never reserved. */
  readonly authorization: ProviderAuthorization | null;
  readonly settlement: ProviderSettlement | null;
  /** Of a transfer that is waited for: where it goes, and how much of it has come. */
  readonly transfer?: { readonly instructions: TransferInstructions; readonly funded: Money };
}

/** That an attempt is over without anything having come of it. */
export const canceledReport = (attemptId: string): ProviderReport => ({
  attemptId,
  state: 'CANCELED',
  providerRef: null,
  failure: null,
  initiation: null,
  verification: null,
  approval: null,
  authorization: null,
  settlement: null,
});

export interface ProviderSettlement {
  /** The provider's charge; the money's unique source. */
  readonly chargeRef: string;
  readonly amount: Money;
  readonly fee: Money;
  readonly feeRef: string;
  readonly valueOn: string;
  /** First day on which the provider can pay it out. */
  readonly availableOn: string;
  readonly payer: string | null;
  readonly evidence: string;
}

/**
 * Evidence of the phases that is new. A charge that has brought its money was verified as it was: what step 6 has
 * looked at does not turn behind its back.
 */
const phasePatch = (
  attempt: Attempt,
  report: ProviderReport,
  isBooked: boolean,
  now: Date,
): AttemptPatch => ({
  ...(report.providerRef && report.providerRef !== attempt.providerRef
    ? { providerRef: report.providerRef }
    : {}),
  ...(report.initiation && !attempt.initiation
    ? { initiation: { at: now, evidence: report.initiation } }
    : {}),
  ...(report.verification &&
  report.verification.evidence !== attempt.verification?.evidence &&
  !(isBooked && attempt.verification)
    ? {
        verification: { at: now, evidence: report.verification.evidence },
        verificationFailed: !report.verification.passed,
      }
    : {}),
  ...(report.approval && report.approval !== attempt.approval?.evidence
    ? { approval: { at: now, evidence: report.approval } }
    : {}),
  ...(report.transfer && !attempt.transfer ? { transfer: report.transfer.instructions } : {}),
});

/** Two cards may fail with one code: what the provider calls the try tells them apart, where it has a name. */
const isSameFailure = (attempt: Attempt, { failure }: ProviderReport): boolean =>
  attempt.failure?.ref && failure?.ref
    ? attempt.failure.ref === failure.ref
    : attempt.failure?.code === failure?.code;

/** The money of a settled attempt, booked once however often the provider reports it. */
const settle = (state: PaymentCase, attempt: Attempt, settlement: ProviderSettlement, env: Env): Decision => {
  const id = env.newId();
  const { amount, fee } = settlement;
  const arrived = onMoneyOf(state, attempt, { id, amount });
  const changes: Change[] = [
    {
      type: 'book-payment',
      payment: {
        id,
        attemptId: attempt.id,
        source: 'PROVIDER',
        sourceRef: settlement.chargeRef,
        amount,
        valueOn: settlement.valueOn,
        reference: state.number,
        payer: settlement.payer,
        vouched: false,
        evidence: settlement.evidence,
        documentId: null,
        fee: { amount: fee, balanceRef: settlement.feeRef, availableOn: settlement.availableOn },
      },
    },
    { type: 'post', entry: postPayment(id, 'PROVIDER', amount, env.today) },
    ...(fee.minor > 0n
      ? [{ type: 'post', entry: postFee(`fee:${settlement.feeRef}`, fee, env.today) } as const]
      : []),
    ...arrived.changes,
    ...lateMoney(state, env),
  ];
  const received: EventDraft = {
    type: 'payment.received',
    data: { paymentId: id, attemptId: attempt.id, minor: amount.minor.toString(), source: 'PROVIDER' },
  };
  return decided(changes, [received, ...arrived.events]);
};

/**
 * True when the report speaks of another amount or currency than the attempt asked for: it must be quarantined. Of what was
 * reserved a part may have been collected, never more.
 */
export const contradicts = (
  { amount, capture }: Pick<Attempt, 'amount' | 'capture'>,
  { settlement }: Pick<ProviderReport, 'settlement'>,
): boolean => {
  if (!settlement || equals(settlement.amount, amount)) return false;
  const isPart = settlement.amount.currency === amount.currency && settlement.amount.minor < amount.minor;
  return capture === 'AUTOMATIC' || !isPart;
};

const NOTHING = decided([], []);

/** What the report says about the attempt itself that was not known yet. */
const newsOf = (attempt: Attempt, report: ProviderReport, isBooked: boolean, now: Date): AttemptPatch => ({
  ...phasePatch(attempt, report, isBooked, now),
  ...authorizationPatch(attempt, report.authorization),
  ...(mayMove(attempt.state, report.state) ? { state: report.state } : {}),
});

/**
 * Whether a success whose money is booked is only told once more, as providers do in several events. Then `applyAttempt`
 * would decide nothing, and the case need not be asked.
 */
export const isToldAgain = (attempt: Attempt, report: ProviderReport): boolean =>
  attempt.state === 'SUCCEEDED' &&
  report.state === 'SUCCEEDED' &&
  Object.keys(newsOf(attempt, report, true, attempt.createdAt)).length === 0;

/** Applies the provider's report along the edge table; what it says twice changes nothing the second time. */
export const applyAttempt = (state: PaymentCase, report: ProviderReport, env: Env): Outcome => {
  const attempt = state.attempts.find(({ id }) => id === report.attemptId);
  if (!attempt) return decided([], []);
  if (contradicts(attempt, report))
    return refused('AMOUNT_DIFFERS', { detail: report.settlement?.chargeRef ?? '' });
  const isBooked = state.payments.some(({ attemptId }) => attemptId === attempt.id);
  const moves = mayMove(attempt.state, report.state);
  const declinedAgain =
    report.state === 'DECLINED' && attempt.state === 'DECLINED' && !isSameFailure(attempt, report);
  const settlement = isBooked ? null : report.settlement;
  const news: AttemptPatch = {
    ...newsOf(attempt, report, isBooked, env.now),
    ...(moves || declinedAgain ? { failure: report.failure } : {}),
  };
  const checkAt = askAgainAt({ ...attempt, ...news }, isBooked || settlement !== null, env.now);
  const patch: AttemptPatch = Object.keys(news).length > 0 || settlement ? { ...news, checkAt } : {};
  const changes: Change[] =
    Object.keys(patch).length > 0 ? [{ type: 'update-attempt', id: attempt.id, patch }] : [];
  // Evidence of a phase is told like a new state: whoever watches the phases must see it.
  const isNews = moves || patch.initiation || patch.verification || patch.approval || patch.transfer;
  const events: EventDraft[] = isNews
    ? [
        {
          type: 'attempt.changed',
          data: { attemptId: attempt.id, from: attempt.state, to: patch.state ?? attempt.state },
        },
      ]
    : [];
  const effects = [
    moves || declinedAgain ? afterDecline(state, attempt, report, moves, env) : NOTHING,
    attempt.state === 'UNKNOWN' ? afterUnknown(state, attempt, report, env) : NOTHING,
    report.transfer && report.state === 'REQUIRES_ACTION'
      ? creditTransfer(attempt, report.transfer.funded, env)
      : NOTHING,
    attempt.state === 'AUTHORIZED' ? afterReservation(state, attempt, report, env) : NOTHING,
    settlement ? settle(state, attempt, settlement, env) : NOTHING,
  ];
  return together([decided(changes, events), ...effects]);
};
