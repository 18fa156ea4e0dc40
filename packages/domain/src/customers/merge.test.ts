import { describe, expect, it } from 'vitest';
import { type MergeCandidate, refuseMerge } from './merge.ts';

const record = (deviation: Partial<MergeCandidate> = {}): MergeCandidate => ({
  id: 'one',
  state: 'CONFIRMED',
  isAtProvider: false,
  hasMethods: false,
  ...deviation,
});

describe('two records of one customer', () => {
  it.each([
    [{}, { id: 'one' }, 'SAME_CUSTOMER'],
    [{ state: 'MERGED' }, {}, 'ALREADY_MERGED'],
    [{}, { state: 'MERGED' }, 'ALREADY_MERGED'],
    [{ state: 'RESTRICTED' }, {}, 'CUSTOMER_RESTRICTED'],
    [{}, { state: 'RESTRICTED' }, 'CUSTOMER_RESTRICTED'],
    [{ state: 'DRAFT' }, { state: 'CONFIRMED' }, 'SURVIVOR_NOT_CONFIRMED'],
    [{ isAtProvider: true }, { isAtProvider: true, hasMethods: true }, 'METHODS_AT_PROVIDER'],
    [{ isAtProvider: true, hasMethods: true }, { isAtProvider: true }, null],
    [{}, { isAtProvider: true, hasMethods: true }, null],
    [{ state: 'DRAFT' }, { state: 'DRAFT' }, null],
    [{}, { state: 'DRAFT' }, null],
  ] as const)('%o takes in %o: %s', (survivor, merged, expected) => {
    expect(refuseMerge(record(survivor), record({ id: 'other', ...merged }))).toBe(expected);
  });
});
