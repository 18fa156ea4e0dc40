import { expect, test } from 'vitest';
import { invoiceFilter, parseInvoiceSearch } from './invoice-search.ts';

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
