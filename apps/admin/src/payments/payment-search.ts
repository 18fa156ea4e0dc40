import { CURRENCIES, type Currency } from '@zahlwerk/domain/money/currency';
import type { PaymentFilter } from '#gql/graphql';
import type { Day } from '../format/parse-date.ts';
import { compact, dayIn, flagIn, type Minor, minorIn, oneOf, textIn } from '../table/address.ts';

/** What the list of payments shows; all of it stands in the address. */
export interface PaymentSearch {
  readonly q?: string;
  readonly from?: Day;
  readonly until?: Day;
  readonly customer?: string;
  /** Amounts in minor units, both included. */
  readonly min?: Minor;
  readonly max?: Minor;
  /** A part of it is given to no claim. */
  readonly unassigned?: true;
  readonly currency?: Currency;
}

/** Reads the address; what it does not understand is left out. */
export const parsePaymentSearch = (raw: Record<string, unknown>): PaymentSearch =>
  compact<PaymentSearch>({
    q: textIn(raw.q),
    from: dayIn(raw.from),
    until: dayIn(raw.until),
    customer: textIn(raw.customer),
    min: minorIn(raw.min),
    max: minorIn(raw.max),
    unassigned: flagIn(raw.unassigned),
    currency: oneOf(CURRENCIES, raw.currency),
  });

/** The same as a filter of the API. */
export const paymentFilter = (search: PaymentSearch): PaymentFilter => ({
  ...(search.q && { search: search.q }),
  ...(search.from && { bookedFrom: search.from }),
  ...(search.until && { bookedUntil: search.until }),
  ...(search.customer && { customerId: search.customer }),
  ...(search.min !== undefined && { amountFromMinor: String(search.min) }),
  ...(search.max !== undefined && { amountUntilMinor: String(search.max) }),
  ...(search.unassigned && { unassigned: true }),
  ...(search.currency && { currency: search.currency }),
});
