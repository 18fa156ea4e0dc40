import { expect, test } from 'vitest';
import { atReader } from './at-reader.ts';

const counter = { id: 'counter' };

test('the newest attempt at a reader says what the clerk sees; what is paid elsewhere does not', () => {
  const declined = { state: 'DECLINED', reader: counter } as const;
  const first = { state: 'CANCELED', reader: counter } as const;
  const online = { state: 'PROCESSING', reader: null } as const;
  expect(atReader([online, declined, first])).toEqual({ attempt: declined, situation: 'FAILED' });
  expect(atReader([online])).toEqual({ attempt: null, situation: 'IDLE' });
});

test.each([
  ['REQUIRES_ACTION', 'WAITING'],
  ['AUTHORIZED', 'READ'],
  ['SUCCEEDED', 'PAID'],
  ['CANCELED', 'IDLE'],
] as const)('an attempt that is %s is seen as %s', (state, situation) => {
  expect(atReader([{ state, reader: counter }]).situation).toBe(situation);
});
