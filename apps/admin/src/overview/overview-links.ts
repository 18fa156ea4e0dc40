import type { Currency } from '@zahlwerk/domain/money/currency';
import { addDays, type Day } from '../format/parse-date.ts';
import type { PaymentSearch } from '../payments/payment-search.ts';
import type { CaseSearch } from '../workflow/case-search.ts';

const EXPECTED_DAYS = 14;

interface OverviewLinks {
  readonly received: PaymentSearch;
  readonly expected: CaseSearch;
  readonly overdue: CaseSearch;
  readonly unassigned: PaymentSearch;
}

/** The list behind each figure: the same days, the same currency, the same money. */
export const overviewLinks = (today: Day, currency: Currency): OverviewLinks => ({
  received: { from: `${today.slice(0, 8)}01`, until: today, currency },
  expected: {
    awaits: true,
    dueFrom: today,
    dueUntil: addDays(today, EXPECTED_DAYS),
    currency,
    order: 'DUE',
  },
  overdue: { overdue: true, currency, order: 'DUE' },
  unassigned: { unassigned: true, currency },
});
