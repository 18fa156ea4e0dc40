import { isZero } from '../money/money.ts';
import { AUTHORIZATION_EXPIRED } from '../payments/capture-edges.ts';
import { nextTry } from '../payments/next-try.ts';
import { plannedCharge } from '../payments/planned-charge.ts';
import { unsettledMismatches } from './account-data.ts';
import { amountReceived, coverage } from './balance.ts';
import type { Attempt, CasePayment, PaymentCase } from './payment-case.ts';

export const PAYMENT_STATUSES = [
  'UNKNOWN',
  'DISPUTED',
  'PROCESSING',
  'RETURNED',
  'REFUNDED',
  'PARTIALLY_REFUNDED',
  'SETTLED',
  'APPROVED',
  'VERIFIED',
  'INITIATED',
  'FAILED',
  'CANCELED',
  'REQUESTED',
] as const;

export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const PHASES = ['INITIATION', 'VERIFICATION', 'APPROVAL', 'SETTLEMENT'] as const;
export type Phase = (typeof PHASES)[number];

export interface MoneyPhase {
  readonly phase: Phase;
  readonly state: 'PENDING' | 'DONE' | 'FAILED';
  readonly at: Date | null;
  readonly evidence: string | null;
}

export interface PaymentFailure {
  readonly code: string;
  readonly message: string | null;
  readonly nextActions: readonly ('RETRY' | 'OTHER_METHOD' | 'REMIND' | 'CANCEL')[];
  /** When the stored method is charged again by itself; null when it is not. */
  readonly nextTryAt: Date | null;
}

export interface MoneyTrack {
  readonly status: PaymentStatus;
  readonly phases: readonly MoneyPhase[];
  readonly failure: PaymentFailure | null;
}

const LIVE = new Set(['CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'AUTHORIZED']);

/** An attempt that may still turn into money. */
export const isLive = (attempt: Attempt): boolean => LIVE.has(attempt.state);

/** An attempt whose outcome lies with the provider, so that no second one may be started beside it (rule 13). */
export const isInFlight = (attempt: Attempt): boolean =>
  attempt.state === 'PROCESSING' || attempt.state === 'UNKNOWN' || attempt.state === 'AUTHORIZED';

/** A transfer of which a part lies at the provider: nothing else is paid beside it, but it can still be called off. */
export const isPartlyFunded = ({ state, funded }: Attempt): boolean =>
  state === 'REQUIRES_ACTION' && !isZero(funded);

/** Paid at the provider, while its balance transaction, and so the payment, is still to come. */
const isUnbooked = (state: PaymentCase, attempt: Attempt): boolean =>
  attempt.state === 'SUCCEEDED' && !state.payments.some(({ attemptId }) => attemptId === attempt.id);

/** True while money may be on its way that nobody here can stop: no second attempt is started and nothing is canceled. */
export const hasMoneyUnderway = (state: PaymentCase): boolean =>
  state.attempts.some((attempt) => isInFlight(attempt) || isUnbooked(state, attempt));

/** A charge that nobody has made says nothing about where the money is, be it planned or stopped. */
const isUnmade = ({ charge, state, providerRef }: Attempt): boolean =>
  charge !== null && providerRef === null && (state === 'CREATED' || state === 'CANCELED');

const latest = (state: PaymentCase): Attempt | undefined =>
  state.attempts
    .filter((attempt) => !isUnmade(attempt))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];

/**
 * A debit's return is final, a card's dispute is a return once it is lost (rule 14). It applies as long as something of
 * the claim is missing for it, or nothing has been kept at all; once other money covers the claim, that is where the
 * money of the case is (rule 2).
 */
const isReturned = (state: PaymentCase): boolean => {
  if (!state.disputes.some(({ state: dispute }) => dispute === 'LOST')) return false;
  const covered = coverage(state);
  return covered === 'NONE' || covered === 'PARTIAL' || amountReceived(state).minor <= 0n;
};

/** Where the money of a case really is, from evidence alone; the first status that applies wins (rule 2). */
export const deriveStatus = (state: PaymentCase): PaymentStatus => {
  const refunded = state.refunds.filter((refund) => refund.state === 'SUCCEEDED').length > 0;
  const has = (attemptState: Attempt['state']) =>
    state.attempts.some((attempt) => attempt.state === attemptState);
  const last = latest(state);
  const isUnclear = (one: { readonly state: string }) => one.state === 'UNKNOWN';
  if (has('UNKNOWN') || state.refunds.some(isUnclear) || state.captures.some(isUnclear)) return 'UNKNOWN';
  if (state.disputes.some(({ state: dispute }) => dispute === 'OPEN')) return 'DISPUTED';
  if (has('PROCESSING')) return 'PROCESSING';
  if (isReturned(state)) return 'RETURNED';
  if (refunded) return isZero(amountReceived(state)) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (state.payments.length > 0) return 'SETTLED';
  if (has('AUTHORIZED') || has('SUCCEEDED')) return 'APPROVED';
  if (last && isLive(last) && last.verification && !last.verificationFailed) return 'VERIFIED';
  if (last && isLive(last) && last.initiation) return 'INITIATED';
  if (last?.state === 'DECLINED') return 'FAILED';
  if (state.state === 'CANCELED') return 'CANCELED';
  return 'REQUESTED';
};

const donePhase = (phase: Phase, at: Date, evidence: string): MoneyPhase => ({
  phase,
  state: 'DONE',
  at,
  evidence,
});

const pendingPhase = (phase: Phase): MoneyPhase => ({ phase, state: 'PENDING', at: null, evidence: null });

const attemptPhases = (attempt: Attempt | undefined): MoneyPhase[] => {
  if (!attempt) return (['INITIATION', 'VERIFICATION', 'APPROVAL'] as const).map(pendingPhase);
  const { initiation, verification, approval } = attempt;
  // A new try of a declined attempt has the old answer of the network until there is a new one.
  const declined = attempt.state === 'DECLINED' || approval?.evidence === 'network:declined_by_network';
  return [
    initiation ? donePhase('INITIATION', initiation.at, initiation.evidence) : pendingPhase('INITIATION'),
    verification
      ? {
          ...donePhase('VERIFICATION', verification.at, verification.evidence),
          state: attempt.verificationFailed ? 'FAILED' : 'DONE',
        }
      : pendingPhase('VERIFICATION'),
    approval
      ? { ...donePhase('APPROVAL', approval.at, approval.evidence), state: declined ? 'FAILED' : 'DONE' }
      : pendingPhase('APPROVAL'),
  ];
};

/** Verification has failed as well while nobody has accepted that card or account are in another name (rule 3). */
const withHolder = (state: PaymentCase, payment: CasePayment, phase: MoneyPhase): MoneyPhase =>
  phase.phase === 'VERIFICATION' &&
  phase.state === 'DONE' &&
  unsettledMismatches(state, payment).some(({ key }) => key === 'holder')
    ? { ...phase, state: 'FAILED', evidence: 'holder:differs' }
    : phase;

/** The four phases of the newest money: those of a payment when one has come, else those of the newest attempt (rule 3). */
export const derivePhases = (state: PaymentCase): readonly MoneyPhase[] => {
  const payment = [...state.payments].sort((a, b) => b.bookedAt.getTime() - a.bookedAt.getTime())[0];
  if (!payment) return [...attemptPhases(latest(state)), pendingPhase('SETTLEMENT')];
  const settlement = donePhase('SETTLEMENT', payment.bookedAt, payment.evidence);
  const attempt = state.attempts.find(({ id }) => id === payment.attemptId);
  if (attempt)
    return [...attemptPhases(attempt).map((phase) => withHolder(state, payment, phase)), settlement];
  // A credit at the bank proves all four phases at once.
  return [
    ...PHASES.slice(0, 3).map((phase) => donePhase(phase, payment.bookedAt, payment.evidence)),
    settlement,
  ];
};

/** Why the last attempt failed and what can be done next; null when nothing has failed since. */
export const deriveFailure = (state: PaymentCase): PaymentFailure | null => {
  const last = latest(state);
  // A reservation that has run out was canceled by the provider, for a reason.
  const hasExpired = last?.state === 'CANCELED' && last.failure?.code === AUTHORIZATION_EXPIRED;
  if (!last?.failure || (last.state !== 'DECLINED' && !hasExpired)) return null;
  const { code, message } = last.failure;
  const next = nextTry(code);
  const retry = next === 'LATER' || next === 'CUSTOMER_CONFIRMS' ? (['RETRY'] as const) : [];
  const nextTryAt = plannedCharge(state)?.charge.at ?? null;
  return { code, message, nextActions: [...retry, 'OTHER_METHOD', 'REMIND', 'CANCEL'], nextTryAt };
};

export const deriveMoneyTrack = (state: PaymentCase): MoneyTrack => ({
  status: deriveStatus(state),
  phases: derivePhases(state),
  failure: deriveFailure(state),
});

/** True when everything that could still change the status lies in the past (rule 4: step 8 needs it). */
export const isStatusFinal = (state: PaymentCase): boolean => {
  const status = deriveStatus(state);
  return status !== 'UNKNOWN' && status !== 'PROCESSING';
};
