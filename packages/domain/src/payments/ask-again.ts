import type { Attempt, Capture, Dispute, Refund } from '../workflow/payment-case.ts';
import { isCaptureRunning } from './capture-edges.ts';
import { isUnsettled } from './dispute-edges.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A hosted page can be paid for a day; what the customer has not done after two is not waited for. */
const CUSTOMER_MS = 48 * HOUR;

type Asked = Pick<Attempt, 'via' | 'state' | 'providerRef' | 'sessionRef' | 'createdAt'>;

/** Whether the provider may know more about an attempt than has been told: an event can be lost. */
const isAwaited = (attempt: Asked, isBooked: boolean, age: number): boolean => {
  // Of a charge that we send ourselves more is to come from the moment on which it is sent, and nothing after it has failed.
  if (attempt.via === 'STORED_METHOD') return isUndecided(attempt.state, isBooked);
  if (!attempt.providerRef && !attempt.sessionRef) return false;
  switch (attempt.state) {
    case 'CREATED':
    case 'DECLINED':
      return age < CUSTOMER_MS;
    default:
      return isUndecided(attempt.state, isBooked);
  }
};

/** Under way at the provider, or paid there without its money being booked here. */
const isUndecided = (state: Attempt['state'], isBooked: boolean): boolean => {
  switch (state) {
    case 'REQUIRES_ACTION':
    case 'PROCESSING':
    case 'UNKNOWN':
    case 'AUTHORIZED':
      return true;
    case 'SUCCEEDED':
      return !isBooked;
    case 'CREATED':
    case 'DECLINED':
    case 'CANCELED':
      return false;
  }
};

/** The older something is, the longer the pause: ten minutes at least, twelve hours at most. */
const pauseOf = (age: number): number => Math.round(Math.min(Math.max(age / 2, 10 * MINUTE), 12 * HOUR));

/** Money whose outcome nobody knows is asked about after five minutes, after an hour, and then once a day. */
const pauseOfUnknown = (age: number): number => {
  if (age < 5 * MINUTE) return 5 * MINUTE;
  return age < HOUR ? HOUR : 24 * HOUR;
};

const pauseFor = (state: Attempt['state'] | Refund['state'], age: number): number =>
  state === 'UNKNOWN' ? pauseOfUnknown(age) : pauseOf(age);

/** When the provider is to be asked about an attempt by itself, or null when nothing more is to come. */
export const askAgainAt = (attempt: Asked, isBooked: boolean, now: Date): Date | null => {
  const age = Math.max(0, now.getTime() - attempt.createdAt.getTime());
  if (!isAwaited(attempt, isBooked, age)) return null;
  return new Date(now.getTime() + pauseFor(attempt.state, age));
};

const GOING: ReadonlySet<Refund['state']> = new Set(['APPROVED', 'SENT', 'UNKNOWN']);

/** The same about a refund that goes back over the provider; one that nobody has sent yet is sent then. */
export const askAboutRefundAt = (
  { state, requestedAt }: Pick<Refund, 'state' | 'requestedAt'>,
  isByProvider: boolean,
  now: Date,
): Date | null =>
  isByProvider && GOING.has(state)
    ? new Date(now.getTime() + pauseFor(state, Math.max(0, now.getTime() - requestedAt.getTime())))
    : null;

/** The same about a capture; one that nobody has sent yet is sent then. */
export const askAboutCaptureAt = (
  { state, requestedAt }: Pick<Capture, 'state' | 'requestedAt'>,
  now: Date,
): Date | null =>
  isCaptureRunning({ state })
    ? new Date(now.getTime() + pauseOf(Math.max(0, now.getTime() - requestedAt.getTime())))
    : null;

/** The same about a dispute, whose answer is sent then if nobody has sent it yet. */
export const askAboutDisputeAt = (
  dispute: Pick<Dispute, 'state' | 'withdrawnAt' | 'reinstatedAt'> & { readonly openedAt: Date },
  now: Date,
): Date | null =>
  isUnsettled(dispute)
    ? new Date(now.getTime() + pauseOf(Math.max(0, now.getTime() - dispute.openedAt.getTime())))
    : null;
