import type { CaseState, PaymentCaseFilter, PaymentCaseOrder, PaymentStatus, Step } from '#gql/graphql';
import { STEPS } from './step-slugs.ts';

const STATES = ['OPEN', 'CLOSED', 'CANCELED'] as const satisfies readonly CaseState[];
const ORDERS = ['NEWEST', 'DUE', 'AMOUNT', 'UPDATED'] as const satisfies readonly PaymentCaseOrder[];

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
  readonly due?: string;
  readonly discrepancy?: true;
  readonly mine?: true;
  readonly order?: PaymentCaseOrder;
  readonly view?: 'board';
}

const oneOf = <TValue extends string>(known: readonly TValue[], value: unknown): TValue | undefined =>
  known.find((one) => one === value);

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** Reads the address; what it does not understand is left out. */
export const parseCaseSearch = (raw: Record<string, unknown>): CaseSearch => {
  const entries = {
    q: typeof raw.q === 'string' && raw.q ? raw.q : undefined,
    state: oneOf(STATES, raw.state),
    status: oneOf(STATUSES, raw.status),
    step: oneOf(STEPS, raw.step),
    due: day(raw.due),
    discrepancy: raw.discrepancy === true ? true : undefined,
    mine: raw.mine === true ? true : undefined,
    order: oneOf(ORDERS, raw.order),
    view: oneOf(['board'] as const, raw.view),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
};

/** The same as a filter of the API. */
export const caseFilter = (search: CaseSearch, memberId: string): PaymentCaseFilter => ({
  ...(search.q && { search: search.q }),
  ...(search.state && { state: search.state }),
  ...(search.status && { moneyStatus: [search.status] }),
  ...(search.step && { step: search.step }),
  ...(search.due && { dueBefore: search.due }),
  ...(search.discrepancy && { hasDiscrepancy: true }),
  ...(search.mine && { assignedTo: memberId }),
});
