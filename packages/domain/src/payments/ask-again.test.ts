import { describe, expect, it } from 'vitest';
import { anAttempt, aRefund, NOW } from '../../test/a-payment-case.ts';
import type { AttemptState, RefundState } from '../workflow/payment-case.ts';
import { askAboutRefundAt, askAgainAt } from './ask-again.ts';

const HOUR = 3_600_000;
const after = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR);

const pauseOf = (
  state: AttemptState,
  { age = 0, isBooked = false, providerRef = 'pi_1' as string | null } = {},
) => {
  const at = askAgainAt(anAttempt({ state, providerRef, createdAt: NOW }), isBooked, after(age));
  return at && (at.getTime() - after(age).getTime()) / HOUR;
};

describe('askAgainAt', () => {
  it.each(['REQUIRES_ACTION', 'PROCESSING', 'AUTHORIZED'] as const)(
    'asks about %s again, for as long as it takes',
    (state) => {
      expect(pauseOf(state)).toBeCloseTo(1 / 6);
      expect(pauseOf(state, { age: 8 })).toBe(4);
      expect(pauseOf(state, { age: 24 * 30 })).toBe(12);
    },
  );

  it('asks about what is unknown after five minutes, after an hour, and then daily', () => {
    expect(pauseOf('UNKNOWN')).toBeCloseTo(1 / 12);
    expect(pauseOf('UNKNOWN', { age: 0.1 })).toBe(1);
    expect(pauseOf('UNKNOWN', { age: 2 })).toBe(24);
  });

  it('asks about a success until its money is booked', () => {
    expect(pauseOf('SUCCEEDED')).toBeCloseTo(1 / 6);
    expect(pauseOf('SUCCEEDED', { isBooked: true })).toBeNull();
  });

  it.each(['CREATED', 'DECLINED'] as const)('asks about %s while the customer may still pay', (state) => {
    expect(pauseOf(state, { age: 47 })).toBe(12);
    expect(pauseOf(state, { age: 48 })).toBeNull();
  });

  it('asks about nothing that is over, or that the provider does not know', () => {
    expect(pauseOf('CANCELED')).toBeNull();
    expect(pauseOf('CREATED', { providerRef: null })).toBeNull();
  });
});

describe('askAboutRefundAt', () => {
  const pause = (state: RefundState, age = 0, isByProvider = true) => {
    const at = askAboutRefundAt(aRefund({ state, requestedAt: NOW }), isByProvider, after(age));
    return at && (at.getTime() - after(age).getTime()) / HOUR;
  };

  it.each(['APPROVED', 'SENT'] as const)('asks about %s for as long as it takes', (state) => {
    expect(pause(state)).toBeCloseTo(1 / 6);
    expect(pause(state, 8)).toBe(4);
    expect(pause(state, 24 * 30)).toBe(12);
  });

  it('asks about what is unknown as about a charge', () => {
    expect([pause('UNKNOWN'), pause('UNKNOWN', 0.5), pause('UNKNOWN', 5)]).toEqual([1 / 12, 1, 24]);
  });

  it.each(['REQUESTED', 'SUCCEEDED', 'FAILED', 'REFUSED'] as const)('does not ask about %s', (state) => {
    expect(pause(state)).toBeNull();
  });

  it('asks nobody about what a person transfers', () => {
    expect(pause('APPROVED', 0, false)).toBeNull();
  });
});
