import type { EventType } from '#gql/graphql';

export const EVENT_GROUPS = ['WORK', 'MONEY', 'CUSTOMER', 'MESSAGE', 'BUSINESS'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

/** By the first word of an event's name; a new word fails the build here. */
type Subject = EventType extends infer TType
  ? TType extends `${infer TSubject}_${string}`
    ? TSubject
    : never
  : never;

const GROUP_OF = {
  ALLOCATION: 'MONEY',
  BANK: 'MONEY',
  OTHER: 'MONEY',
  BOOKS: 'BUSINESS',
  CHART: 'BUSINESS',
  CASE: 'WORK',
  STEP: 'WORK',
  CHECK: 'WORK',
  DISCREPANCY: 'WORK',
  TASK: 'WORK',
  APPROVAL: 'WORK',
  ATTACHMENT: 'WORK',
  ATTEMPT: 'MONEY',
  AUTHORIZATION: 'MONEY',
  CAPTURE: 'MONEY',
  PAYMENT: 'MONEY',
  RECEIPT: 'MONEY',
  REFUND: 'MONEY',
  DISPUTE: 'MONEY',
  ADJUSTMENT: 'MONEY',
  INVOICE: 'MONEY',
  PAYOUT: 'MONEY',
  CUSTOMER: 'CUSTOMER',
  DATA: 'CUSTOMER',
  METHOD: 'CUSTOMER',
  MESSAGE: 'MESSAGE',
  DOCUMENT: 'MESSAGE',
  ORGANIZATION: 'BUSINESS',
  MEMBER: 'BUSINESS',
  PROVIDER: 'BUSINESS',
  READER: 'BUSINESS',
  INTEGRATION: 'BUSINESS',
  API: 'BUSINESS',
  WORKFLOW: 'BUSINESS',
} as const satisfies Record<Subject, EventGroup>;

export const groupOf = (type: EventType): EventGroup => GROUP_OF[type.slice(0, type.indexOf('_')) as Subject];

const BAD = /_(FAILED|BOUNCED|REJECTED|CANCELED|REFUSED|LOST)$|^DISPUTE_(OPENED|ESCALATED)$/;
const WARN = /_(RAISED|STOPPED|NEEDED|PARTLY_FUNDED)$/;

/** What stands out on a timeline: money, what stands still, and what went wrong. */
export const emphasisOf = (type: EventType): 'money' | 'warn' | 'bad' | null => {
  if (BAD.test(type)) return 'bad';
  if (WARN.test(type)) return 'warn';
  return groupOf(type) === 'MONEY' ? 'money' : null;
};

/** What only accompanies something else that is on the timeline already. */
const ACCOMPANYING: ReadonlySet<EventType> = new Set<EventType>([
  'STEP_OPENED',
  'ATTEMPT_CHANGED',
  'DOCUMENT_STORED',
  'MESSAGE_QUEUED',
  'CHECK_RECORDED',
  'TASK_CREATED',
]);

export const isEssential = (type: EventType): boolean => !ACCOMPANYING.has(type);
