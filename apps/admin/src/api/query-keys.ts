import type { EventType } from '#gql/graphql';

/** Every key of the one cache. Lists start with their topic, so that a topic can be refreshed as a whole. */
export const queryKeys = {
  viewer: () => ['viewer'] as const,
  organization: () => ['organization'] as const,
  overview: () => ['overview'] as const,
  events: () => ['events'] as const,
  cases: (query: object = {}) => ['cases', query] as const,
  case: (id: string) => ['case', id] as const,
  caseEvents: (id: string) => ['case', id, 'events'] as const,
  tasks: (query: object = {}) => ['tasks', query] as const,
  customers: (query: object = {}) => ['customers', query] as const,
  customer: (id: string) => ['customer', id] as const,
  invoices: (query: object = {}) => ['invoices', query] as const,
  payments: (query: object = {}) => ['payments', query] as const,
  invoice: (id: string) => ['invoice', id] as const,
  accounts: () => ['ledger', 'accounts'] as const,
  journal: (query: object = {}) => ['ledger', 'journal', query] as const,
  payouts: (query: object = {}) => ['payouts', query] as const,
  payout: (id: string) => ['payout', id] as const,
  integrations: () => ['integrations'] as const,
  paymentLinks: () => ['paymentLinks'] as const,
  paymentLink: (id: string) => ['paymentLinks', id] as const,
  search: (text: string) => ['search', text] as const,
} as const;

type Topic = ReturnType<(typeof queryKeys)[keyof typeof queryKeys]>[0];

const WORK = ['cases', 'tasks', 'overview'] as const;
const MONEY = [
  'cases',
  'tasks',
  'overview',
  'customer',
  'invoices',
  'invoice',
  'payments',
  'ledger',
] as const;
const CUSTOMER = ['customers', 'customer', 'cases'] as const;
const PAYOUT = ['payouts', 'payout', 'ledger', 'overview'] as const;
const BUSINESS = ['organization', 'viewer'] as const;

/** Which lists and figures an event can change, beside its own case. A new type of event fails the build here. */
const AFFECTED = {
  CASE_INITIATED: [...MONEY, 'customers', 'paymentLinks'],
  CASE_CANCELED: MONEY,
  CASE_CLOSED: [...MONEY, 'payouts'],
  CASE_REJECTED: WORK,
  STEP_OPENED: WORK,
  STEP_DONE: WORK,
  STEP_SKIPPED: WORK,
  STEP_STOPPED: WORK,
  CHECK_RECORDED: [],
  DISCREPANCY_RAISED: WORK,
  DISCREPANCY_RESOLVED: WORK,
  CUSTOMER_DATA_CHANGED: CUSTOMER,
  CUSTOMER_SAVED: CUSTOMER,
  CUSTOMER_CONFIRMED: CUSTOMER,
  CUSTOMER_SYNCED: CUSTOMER,
  DATA_REQUESTED: ['customer'],
  METHOD_REQUESTED: ['customer'],
  METHOD_UPDATED: ['customer'],
  METHOD_REVIEW_NEEDED: ['customer', 'tasks'],
  TASK_CREATED: WORK,
  TASK_CLAIMED: WORK,
  TASK_ASSIGNED: WORK,
  TASK_DONE: WORK,
  TASK_REMINDED: [],
  ATTEMPT_STARTED: WORK,
  ATTEMPT_CHANGED: WORK,
  ATTEMPT_FAILED: WORK,
  PAYMENT_RECEIVED: MONEY,
  PAYMENT_AMOUNT_CONFIRMED: MONEY,
  PAYMENT_RECORDED: MONEY,
  PAYMENT_STATUS_CHANGED: MONEY,
  RECEIPT_REGISTERED: MONEY,
  ADJUSTMENT_RECORDED: MONEY,
  APPROVAL_ASKED: WORK,
  APPROVAL_GRANTED: WORK,
  APPROVAL_REFUSED: WORK,
  INVOICE_ISSUED: MONEY,
  INVOICE_CANCELED: MONEY,
  DOCUMENT_STORED: ['invoices', 'invoice'],
  ATTACHMENT_ADDED: [],
  MESSAGE_QUEUED: [],
  MESSAGE_SENT: [],
  MESSAGE_DELIVERED: [],
  MESSAGE_BOUNCED: ['tasks', 'customer'],
  MESSAGE_FAILED: ['tasks', 'customer'],
  PAYOUT_CREATED: PAYOUT,
  PAYOUT_EXPLAINED: PAYOUT,
  PAYOUT_SENT: PAYOUT,
  PAYOUT_PAID: PAYOUT,
  PAYOUT_FAILED: [...PAYOUT, 'tasks'],
  PAYOUT_PROPOSED: [...PAYOUT, 'tasks'],
  PAYOUT_RELEASED: PAYOUT,
  ORGANIZATION_CREATED: BUSINESS,
  ORGANIZATION_UPDATED: BUSINESS,
  MEMBER_INVITED: BUSINESS,
  MEMBER_JOINED: BUSINESS,
  MEMBER_ROLE_CHANGED: BUSINESS,
  MEMBER_REMOVED: BUSINESS,
  PROVIDER_CONNECTED: BUSINESS,
  INTEGRATION_CREATED: ['integrations'],
  API_KEY_CREATED: ['integrations'],
  API_KEY_REVOKED: ['integrations'],
  PAYMENT_LINK_CREATED: ['paymentLinks'],
  PAYMENT_LINK_UPDATED: ['paymentLinks'],
  WORKFLOW_ACTIVATED: ['organization', 'cases'],
} as const satisfies Record<EventType, readonly Topic[]>;

/** The keys to refresh after an event: its case, the live feed, and the topics it can change. */
export const keysOf = (event: {
  readonly type: EventType;
  readonly case?: { readonly id: string } | null;
}): readonly (readonly string[])[] => [
  queryKeys.events(),
  ...(event.case ? [queryKeys.case(event.case.id)] : []),
  ...AFFECTED[event.type].map((topic) => [topic]),
];
