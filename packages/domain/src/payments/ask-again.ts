import type { Attempt } from '../workflow/payment-case.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A hosted page can be paid for a day; what the customer has not done after two is not waited for. */
const CUSTOMER_MS = 48 * HOUR;

type Asked = Pick<Attempt, 'state' | 'providerRef' | 'sessionRef' | 'createdAt'>;

/** Whether the provider may know more about an attempt than has been told: an event can be lost. */
const isAwaited = (attempt: Asked, isBooked: boolean, age: number): boolean => {
  if (!attempt.providerRef && !attempt.sessionRef) return false;
  switch (attempt.state) {
    case 'CREATED':
    case 'DECLINED':
      return age < CUSTOMER_MS;
    case 'REQUIRES_ACTION':
    case 'PROCESSING':
    case 'UNKNOWN':
    case 'AUTHORIZED':
      return true;
    case 'SUCCEEDED':
      return !isBooked;
    case 'CANCELED':
      return false;
  }
};

/**
 * When the provider is to be asked about an attempt by itself, or null when nothing more is to come. The older the
 * attempt, the longer the pause: ten minutes at least, twelve hours at most.
 */
export const askAgainAt = (attempt: Asked, isBooked: boolean, now: Date): Date | null => {
  const age = Math.max(0, now.getTime() - attempt.createdAt.getTime());
  if (!isAwaited(attempt, isBooked, age)) return null;
  const pause = Math.min(Math.max(age / 2, 10 * MINUTE), 12 * HOUR);
  return new Date(now.getTime() + Math.round(pause));
};
