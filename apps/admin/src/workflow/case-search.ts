import { CURRENCIES, type Currency } from '@zahlwerk/domain/money/currency';
import type { CaseState, PaymentCaseFilter, PaymentCaseOrder, PaymentStatus, Step } from '#gql/graphql';
import { addDays, type Day } from '../format/parse-date.ts';
import { compact, dayIn, flagIn, oneOf, textIn } from '../table/address.ts';
import { STEPS } from './step-slugs.ts';

export const STATES = ['OPEN', 'CLOSED', 'CANCELED'] as const satisfies readonly CaseState[];
export const ORDERS = ['NEWEST', 'DUE', 'AMOUNT', 'UPDATED'] as const satisfies readonly PaymentCaseOrder[];

/** Every status once, in the order in which people look for them. */
export const STATUSES = Object.keys({
  REQUESTED: 0,
  INITIATED: 0,
  PROCESSING: 0,
  VERIFIED: 0,
  APPROVED: 0,
  SETTLED: 0,
  FAILED: 0,
  UNKNOWN: 0,
  RETURNED: 0,
  DISPUTED: 0,
  PARTIALLY_REFUNDED: 0,
  REFUNDED: 0,
  CANCELED: 0,
} satisfies Record<PaymentStatus, 0>) as readonly PaymentStatus[];

/** What the list of cases shows; all of it stands in the address, so that a view can be sent and found again. */
export interface CaseSearch {
  readonly q?: string;
  readonly state?: CaseState;
  readonly status?: PaymentStatus;
  readonly step?: Step;
  /** Money is still to come, and was due before today. */
  readonly overdue?: true;
  /** Money is still to come. */
  readonly awaits?: true;
  readonly dueFrom?: Day;
  readonly dueUntil?: Day;
  readonly currency?: Currency;
  readonly discrepancy?: true;
  readonly mine?: true;
  readonly order?: PaymentCaseOrder;
  readonly view?: 'board';
}

/** Reads the address; what it does not understand is left out. */
export const parseCaseSearch = (raw: Record<string, unknown>): CaseSearch =>
  compact<CaseSearch>({
    q: textIn(raw.q),
    state: oneOf(STATES, raw.state),
    status: oneOf(STATUSES, raw.status),
    step: oneOf(STEPS, raw.step),
    overdue: flagIn(raw.overdue),
    awaits: flagIn(raw.awaits),
    dueFrom: dayIn(raw.dueFrom),
    dueUntil: dayIn(raw.dueUntil),
    currency: oneOf(CURRENCIES, raw.currency),
    discrepancy: flagIn(raw.discrepancy),
    mine: flagIn(raw.mine),
    order: oneOf(ORDERS, raw.order),
    view: oneOf(['board'] as const, raw.view),
  });

/** The last day on which a claim of the list is due, as far as the list says one. */
const lastDue = ({ overdue, dueUntil }: CaseSearch, today: Day): Day | undefined => {
  const yesterday = overdue ? addDays(today, -1) : undefined;
  return yesterday && dueUntil ? (dueUntil < yesterday ? dueUntil : yesterday) : (yesterday ?? dueUntil);
};

/** The same as a filter of the API. */
export const caseFilter = (search: CaseSearch, memberId: string, today: Day): PaymentCaseFilter => {
  const until = lastDue(search, today);
  return {
    ...(search.q && { search: search.q }),
    ...(search.state && { state: search.state }),
    ...(search.status && { moneyStatus: [search.status] }),
    ...(search.step && { step: search.step }),
    ...((search.awaits || search.overdue) && { awaitsMoney: true }),
    ...(search.dueFrom && { dueFrom: search.dueFrom }),
    ...(until && { dueBefore: addDays(until, 1) }),
    ...(search.currency && { currency: search.currency }),
    ...(search.discrepancy && { hasDiscrepancy: true }),
    ...(search.mine && { assignedTo: memberId }),
  };
};

const NO_FILTERS: readonly string[] = ['q', 'order', 'view'];

/** How many filters beside the search text are set, for the button that hides them on a phone. */
export const countFilters = (search: CaseSearch): number =>
  Object.keys(search).filter((key) => !NO_FILTERS.includes(key)).length;
