import { expect, test } from 'vitest';
import { keysOf, queryKeys } from './query-keys.ts';

test('an event of a case refreshes this case, the feed and the lists it can change', () => {
  expect(keysOf({ type: 'STEP_DONE', case: { id: 'c1' } })).toEqual([
    ['events'],
    ['case', 'c1'],
    ['cases'],
    ['tasks'],
    ['overview'],
  ]);
});

test('an event without a case refreshes no case', () => {
  expect(keysOf({ type: 'API_KEY_CREATED', case: null })).toEqual([['events'], ['integrations']]);
});

test('lists of one topic share its first part, whatever they are filtered by', () => {
  expect(queryKeys.cases({ state: ['OPEN'] })[0]).toBe(queryKeys.cases()[0]);
  expect(queryKeys.caseEvents('c1').slice(0, 2)).toEqual([...queryKeys.case('c1')]);
});
