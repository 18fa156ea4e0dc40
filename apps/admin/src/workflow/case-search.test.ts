import { expect, test } from 'vitest';
import { caseFilter, countFilters, parseCaseSearch } from './case-search.ts';

const TODAY = '2026-11-23';

test('an address becomes a filter', () => {
  const search = parseCaseSearch({
    q: 'Lind',
    state: 'OPEN',
    step: 'CONFIRM_AMOUNT',
    dueFrom: '2026-11-01',
    dueUntil: '2026-11-30',
    currency: 'EUR',
    mine: true,
  });
  expect(caseFilter(search, 'm1', TODAY)).toEqual({
    search: 'Lind',
    state: 'OPEN',
    step: 'CONFIRM_AMOUNT',
    dueFrom: '2026-11-01',
    dueBefore: '2026-12-01',
    currency: 'EUR',
    assignedTo: 'm1',
  });
});

test('overdue is what has not come by the day before today, whatever day the address was sent on', () => {
  expect(caseFilter({ overdue: true }, 'm1', TODAY)).toEqual({ awaitsMoney: true, dueBefore: TODAY });
  expect(caseFilter({ overdue: true, dueUntil: '2026-12-31' }, 'm1', TODAY)).toMatchObject({
    dueBefore: TODAY,
  });
  expect(caseFilter({ overdue: true, dueUntil: '2026-10-31' }, 'm1', TODAY)).toMatchObject({
    dueBefore: '2026-11-01',
  });
});

test('an amount in the address is looked for as it was typed', () => {
  expect(parseCaseSearch({ q: 119 })).toEqual({ q: '119' });
});

test('nonsense in the address is ignored', () => {
  expect(
    parseCaseSearch({
      state: 'OPENED',
      status: 7,
      dueFrom: 'morgen',
      q: '',
      mine: 'yes',
      order: 'RANDOM',
      currency: 'eur',
    }),
  ).toEqual({});
});

test('the search text, the order and the view are no filters', () => {
  expect(countFilters({ q: 'Lind', order: 'DUE', view: 'board' })).toBe(0);
  expect(countFilters({ q: 'Lind', mine: true, step: 'CONFIRM_AMOUNT' })).toBe(2);
});
