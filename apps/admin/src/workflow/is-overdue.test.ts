import { expect, test } from 'vitest';
import { isOverdue } from './is-overdue.ts';

const TODAY = '2026-11-23';
const late = { state: 'OPEN', dueOn: '2026-11-22', amountAwaited: { minor: '100' } } as const;

test('a claim is late when money is still to come after its day', () => {
  expect(isOverdue(late, TODAY)).toBe(true);
  expect(isOverdue({ ...late, dueOn: TODAY }, TODAY)).toBe(false);
});

test('money that has come and waits for its confirmation makes it late no more', () => {
  expect(isOverdue({ ...late, amountAwaited: { minor: '0' } }, TODAY)).toBe(false);
  expect(isOverdue({ ...late, state: 'CLOSED' }, TODAY)).toBe(false);
});
