import { expect, test } from 'vitest';
import { paymentFilter } from '../payments/payment-search.ts';
import { caseFilter } from '../workflow/case-search.ts';
import { overviewLinks } from './overview-links.ts';

const TODAY = '2026-11-23';
const links = overviewLinks(TODAY, 'EUR');

// The API's own test of the overview proves that these filters list what the figures count.
test('each figure leads to the list that it counts', () => {
  expect(paymentFilter(links.received)).toEqual({
    bookedFrom: '2026-11-01',
    bookedUntil: TODAY,
    currency: 'EUR',
  });
  expect(caseFilter(links.expected, 'm1', TODAY)).toEqual({
    awaitsMoney: true,
    dueFrom: TODAY,
    dueBefore: '2026-12-08',
    currency: 'EUR',
  });
  expect(caseFilter(links.overdue, 'm1', TODAY)).toEqual({
    awaitsMoney: true,
    dueBefore: TODAY,
    currency: 'EUR',
  });
  expect(paymentFilter(links.unassigned)).toEqual({ unassigned: true, currency: 'EUR' });
});
