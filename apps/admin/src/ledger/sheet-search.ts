import { CURRENCIES, type Currency } from '@zahlwerk/domain/money/currency';
import type { Day } from '../format/parse-date.ts';
import { compact, dayIn, oneOf } from '../table/address.ts';

/** Which part of an account's sheet is shown; all of it stands in the address. */
export interface SheetSearch {
  readonly currency?: Currency;
  readonly from?: Day;
  readonly until?: Day;
}

export const parseSheetSearch = (raw: Record<string, unknown>): SheetSearch =>
  compact<SheetSearch>({
    currency: oneOf(CURRENCIES, raw.currency),
    from: dayIn(raw.from),
    until: dayIn(raw.until),
  });
