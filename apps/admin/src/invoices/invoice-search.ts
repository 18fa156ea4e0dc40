import type { InvoiceFilter, InvoiceStanding } from '#gql/graphql';
import { type Day, daysBetween } from '../format/parse-date.ts';
import { compact, dayIn, oneOf, textIn } from '../table/address.ts';

export const STANDINGS = [
  'OPEN',
  'OVERDUE',
  'PAID',
  'CANCELED',
] as const satisfies readonly InvoiceStanding[];

/** What the list of invoices shows; all of it stands in the address. */
export interface InvoiceSearch {
  readonly q?: string;
  readonly standing?: InvoiceStanding;
  readonly customer?: string;
  readonly from?: Day;
  readonly until?: Day;
}

/** Reads the address; what it does not understand is left out. */
export const parseInvoiceSearch = (raw: Record<string, unknown>): InvoiceSearch =>
  compact<InvoiceSearch>({
    q: textIn(raw.q),
    standing: oneOf(STANDINGS, raw.standing),
    customer: textIn(raw.customer),
    from: dayIn(raw.from),
    until: dayIn(raw.until),
  });

/** The same as a filter of the API: who looks for open ones wants to see the overdue ones, too. */
export const invoiceFilter = (search: InvoiceSearch): InvoiceFilter => ({
  ...(search.q && { search: search.q }),
  ...(search.standing && {
    standing: search.standing === 'OPEN' ? ['OPEN', 'OVERDUE'] : [search.standing],
  }),
  ...(search.customer && { customerId: search.customer }),
  ...(search.from && { issuedFrom: search.from }),
  ...(search.until && { issuedUntil: search.until }),
});

/**
 * The days whose documents are saved together: those that the list is narrowed to, else this year so far. Null where the API
 * would refuse them, because they are more than a year or none at all.
 */
export const archivePeriod = (
  { from, until }: Pick<InvoiceSearch, 'from' | 'until'>,
  today: Day,
): { readonly from: Day; readonly until: Day } | null => {
  const last = until ?? today;
  const first = from ?? `${last.slice(0, 4)}-01-01`;
  const days = daysBetween(first, last);
  return days >= 0 && days < 365 ? { from: first, until: last } : null;
};
