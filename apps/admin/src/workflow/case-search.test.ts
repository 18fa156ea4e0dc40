import { expect, test } from 'vitest';
import { caseFilter, parseCaseSearch } from './case-search.ts';

test('an address becomes a filter', () => {
  const search = parseCaseSearch({
    q: 'Lind',
    state: 'OPEN',
    step: 'CONFIRM_AMOUNT',
    due: '2026-11-23',
    mine: true,
  });
  expect(caseFilter(search, 'm1')).toEqual({
    search: 'Lind',
    state: 'OPEN',
    step: 'CONFIRM_AMOUNT',
    dueBefore: '2026-11-23',
    assignedTo: 'm1',
  });
});

test('nonsense in the address is ignored', () => {
  expect(
    parseCaseSearch({ state: 'OPENED', status: 7, due: 'morgen', q: '', mine: 'yes', order: 'RANDOM' }),
  ).toEqual({});
});
