import type { Currency } from '@zahlwerk/domain/money/currency';
import { createContext, useContext } from 'react';
import type { Day } from './parse-date.ts';

/** What screens need to know of the business: its calendar (the API's, not the browser's), its currency, its terms. */
export interface Business {
  readonly timeZone: string;
  readonly today: Day;
  readonly currency: Currency;
  /** Skonto of a new case; null for none. */
  readonly usualSkonto: { readonly basisPoints: number; readonly days: number } | null;
}

export const BusinessContext = createContext<Business>({
  timeZone: 'Europe/Berlin',
  today: new Date().toISOString().slice(0, 10),
  currency: 'EUR',
  usualSkonto: null,
});

export const useBusiness = (): Business => useContext(BusinessContext);
