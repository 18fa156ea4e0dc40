import { expect, test } from 'vitest';
import { archivePeriod, invoiceFilter, parseInvoiceSearch } from './invoice-search.ts';

test('an address becomes a filter', () => {
  const search = parseInvoiceSearch({
    q: 'RE-2026',
    standing: 'OVERDUE',
    customer: 'c1',
    from: '2026-11-01',
    until: '2026-11-30',
  });
  expect(invoiceFilter(search)).toEqual({
    search: 'RE-2026',
    standing: ['OVERDUE'],
    customerId: 'c1',
    issuedFrom: '2026-11-01',
    issuedUntil: '2026-11-30',
  });
});

test('open ones are all for which money is still to come', () => {
  expect(invoiceFilter({ standing: 'OPEN' })).toEqual({ standing: ['OPEN', 'OVERDUE'] });
});

test('nonsense in the address is ignored', () => {
  expect(parseInvoiceSearch({ standing: 'LATE', from: 'gestern', q: '' })).toEqual({});
});

test('what is saved together are the days of the list, else this year, and never more than a year', () => {
  const today = '2026-11-23';
  expect(archivePeriod({}, today)).toEqual({ from: '2026-01-01', until: today });
  expect(archivePeriod({ until: '2025-06-30' }, today)).toEqual({ from: '2025-01-01', until: '2025-06-30' });
  expect(archivePeriod({ from: '2026-10-01', until: '2026-10-31' }, today)).toEqual({
    from: '2026-10-01',
    until: '2026-10-31',
  });
  expect(archivePeriod({ from: '2024-01-01' }, today)).toBeNull();
  expect(archivePeriod({ from: '2026-12-01' }, today)).toBeNull();
});
