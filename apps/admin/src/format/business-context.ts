import type { Currency } from '@zahlwerk/domain/money/currency';
import { createContext, useContext } from 'react';
import type { Day } from './parse-date.ts';

/** What formatting needs to know of the business: its calendar (the API's, not the browser's) and its currency. */
export interface Business {
  readonly timeZone: string;
  readonly today: Day;
  readonly currency: Currency;
}

export const BusinessContext = createContext<Business>({
  timeZone: 'Europe/Berlin',
  today: new Date().toISOString().slice(0, 10),
  currency: 'EUR',
});

export const useBusiness = (): Business => useContext(BusinessContext);
