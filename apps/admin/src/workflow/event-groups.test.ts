import { expect, test } from 'vitest';
import { emphasisOf, groupOf, isEssential } from './event-groups.ts';

test('events are grouped by what they are about', () => {
  expect(groupOf('PAYMENT_RECEIVED')).toBe('MONEY');
  expect(groupOf('API_KEY_REVOKED')).toBe('BUSINESS');
  expect(groupOf('STEP_DONE')).toBe('WORK');
});

test('what went wrong stands out, also where it is about money', () => {
  expect(emphasisOf('ATTEMPT_FAILED')).toBe('bad');
  expect(emphasisOf('ATTEMPT_PARTLY_FUNDED')).toBe('warn');
  expect(emphasisOf('STEP_STOPPED')).toBe('warn');
  expect(emphasisOf('PAYMENT_RECEIVED')).toBe('money');
  expect(emphasisOf('STEP_DONE')).toBeNull();
});

test('a step that opens is told by the one before it that is done', () => {
  expect(isEssential('STEP_OPENED')).toBe(false);
  expect(isEssential('STEP_STOPPED')).toBe(true);
});
