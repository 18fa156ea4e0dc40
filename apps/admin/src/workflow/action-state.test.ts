import { expect, test } from 'vitest';
import { actionState } from './action-state.ts';

const actions = {
  allowedActions: [{ action: 'CONFIRM_AMOUNT' }],
  blockedActions: [
    {
      action: 'CLOSE_PAYMENT_TASK',
      code: 'HANDLED_THE_MONEY',
      reason: 'You handled the money.',
      unblockedBy: 'Ada Lind',
    },
  ],
} as const;

test('an allowed action may be pressed', () => {
  expect(actionState(actions, 'CONFIRM_AMOUNT')).toEqual({ allowed: true });
});

test('a blocked action says why and who unblocks it', () => {
  expect(actionState(actions, 'CLOSE_PAYMENT_TASK')).toEqual({
    allowed: false,
    reason: 'You handled the money.',
    unblockedBy: 'Ada Lind',
  });
});

test('what the server does not name is not offered', () => {
  expect(actionState(actions, 'RECORD_PAYMENT')).toBeNull();
});
