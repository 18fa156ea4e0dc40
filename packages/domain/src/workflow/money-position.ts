import { add, type Money, subtract, sum } from '../money/money.ts';
import { waitingAuthorization } from '../payments/authorization.ts';
import { holdsMoney, isAnswerable } from '../payments/dispute-edges.ts';
import { plannedCharge } from '../payments/planned-charge.ts';
import { assessOpenStep } from './advance.ts';
import { amountCollectable, amountReceived } from './balance.ts';
import { addDays } from './calendar.ts';
import { deriveStatus } from './money-track.ts';
import type { MethodType, PaymentCase } from './payment-case.ts';
import { openRun } from './progress.ts';

/** Where the money of a case is. */
export type MoneyPlace =
  | 'WITH_CUSTOMER'
  | 'RESERVED'
  | 'IN_TRANSIT'
  | 'AT_PROVIDER'
  | 'AT_BANK'
  | 'IN_DISPUTE'
  | 'RETURNED'
  | 'NOWHERE';

/** Whose turn it is. */
export type Turn = 'CUSTOMER' | 'PROVIDER' | 'DESK' | 'TEAM_LEAD' | 'NOBODY';

export interface MoneyPosition {
  readonly place: MoneyPlace;
  readonly turn: Turn;
  readonly since: Date;
  /** Calendar day on which the money should be on an account of the business; null once it is, or when nothing is expected. */
  readonly expectedOn: string | null;
  /** What the claim brings: received and still expected, less the provider's fees as far as they are known. */
  readonly net: Money;
}

/** Days a bank debit takes until it is settled, at the long end of what Stripe names for SEPA (5 to 8 business days). */
const DEBIT_DAYS = 8;

const place = (state: PaymentCase): MoneyPlace => {
  const status = deriveStatus(state);
  if (status === 'APPROVED' && waitingAuthorization(state)) return 'RESERVED';
  if (status === 'PROCESSING' || status === 'APPROVED' || status === 'UNKNOWN') return 'IN_TRANSIT';
  if (state.disputes.some(holdsMoney)) return 'IN_DISPUTE';
  if (status === 'RETURNED' || status === 'REFUNDED') return 'RETURNED';
  if (status === 'CANCELED') return 'NOWHERE';
  const [last] = [...state.payments].sort((a, b) => b.bookedAt.getTime() - a.bookedAt.getTime());
  if (!last) return 'WITH_CUSTOMER';
  return last.source === 'PROVIDER' ? 'AT_PROVIDER' : 'AT_BANK';
};

const turn = (state: PaymentCase): Turn => {
  const run = openRun(state);
  if (state.state !== 'OPEN' || !run) return 'NOBODY';
  if (run.step === 'CLOSE_PAYMENT_TASK') return 'TEAM_LEAD';
  const assessment = assessOpenStep(state);
  if (assessment?.kind === 'STOP' || state.disputes.some(isAnswerable)) return 'DESK';
  if (assessment?.kind !== 'WAIT') return 'NOBODY';
  if (assessment.for === 'APPROVAL') return 'TEAM_LEAD';
  if (assessment.for === 'PROVIDER') return 'PROVIDER';
  // Nobody has to do anything for a charge that will be made by itself.
  if (plannedCharge(state)) return 'NOBODY';
  return place(state) === 'IN_TRANSIT' ? 'PROVIDER' : 'CUSTOMER';
};

const since = (state: PaymentCase): Date => openRun(state)?.openedAt ?? state.createdAt;

/** The money of a card comes with it; a debit's is on the account when its bank can no longer refuse. */
const arrivalOf = (type: MethodType, at: Date): string =>
  addDays(at.toISOString().slice(0, 10), type === 'CARD' ? 0 : DEBIT_DAYS);

const expectedOn = (state: PaymentCase): string | null => {
  if (state.state !== 'OPEN') return null;
  const where = place(state);
  const planned = plannedCharge(state);
  if (planned) return arrivalOf(planned.methodType, planned.charge.at);
  if (where === 'WITH_CUSTOMER') return state.dueOn;
  if (where !== 'IN_TRANSIT') return null;
  const live = state.attempts.find((attempt) => attempt.state === 'PROCESSING');
  return live ? arrivalOf('SEPA_DEBIT', live.charge?.at ?? live.createdAt) : state.dueOn;
};

const net = (state: PaymentCase): Money => {
  const received = amountReceived(state);
  const expected = state.state === 'OPEN' ? add(received, amountCollectable(state)) : received;
  const fees = [...state.payments, ...state.disputes].map(({ fee }) => fee);
  return subtract(expected, sum(expected.currency, fees));
};

/** In plain words: where the money is, whose turn it is, since when, when it is expected, and what it brings. */
export const moneyPosition = (state: PaymentCase): MoneyPosition => ({
  place: place(state),
  turn: turn(state),
  since: since(state),
  expectedOn: expectedOn(state),
  net: net(state),
});
