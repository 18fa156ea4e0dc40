import type { Actor, Member, Role } from './actor.ts';
import { mayClose, refuseByLockOut, unblockedBy } from './four-eyes.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

export const CASE_ACTIONS = [
  'VERIFY_CUSTOMER_DATA',
  'REQUEST_CUSTOMER_DATA',
  'SAVE_CUSTOMER_RECORD',
  'CONFIRM_CUSTOMER_RECORD',
  'REQUEST_PAYMENT_METHOD_UPDATE',
  'SKIP_PAYMENT_METHOD_UPDATE',
  'REVIEW_PAYMENT_METHOD',
  'CREATE_PAYMENT_TASK',
  'CHARGE_STORED_METHOD',
  'STOP_PLANNED_CHARGE',
  'CONFIRM_AMOUNT',
  'RELEASE_AUTHORIZATION',
  'WRITE_OFF_REST',
  'DECIDE_APPROVAL',
  'RECORD_PAYMENT',
  'REVERSE_ALLOCATION',
  'UNASSIGN_PAYMENT',
  'UPDATE_PAYMENT_STATUS',
  'NOTIFY_CUSTOMER',
  'REMIND_CUSTOMER',
  'CLOSE_PAYMENT_TASK',
  'REJECT_PAYMENT_TASK',
  'CANCEL_PAYMENT_CASE',
  'REGISTER_RECEIPT',
  'REQUEST_REFUND',
  'RECORD_REFUND_TRANSFER',
  'SUBMIT_DISPUTE_EVIDENCE',
  'ACCEPT_DISPUTE',
  'START_READER_PAYMENT',
  'CANCEL_READER_PAYMENT',
  'ADD_ATTACHMENT',
] as const;

export type CaseAction = (typeof CASE_ACTIONS)[number];

const DESK: readonly Role[] = ['OWNER', 'TEAM_LEAD', 'CLERK'];
const LEADS: readonly Role[] = ['OWNER', 'TEAM_LEAD'];

interface Who {
  readonly roles: readonly Role[];
  /** By an integration's key; its scopes are checked before the rules. */
  readonly partner: boolean;
  /** By the machine, where the step is clean; it never decides in a person's place. */
  readonly machine: boolean;
  /** By the customer behind a link, about their own data. */
  readonly customer: boolean;
}

const desk = (also: Partial<Who> = {}): Who => ({
  roles: DESK,
  partner: false,
  machine: false,
  customer: false,
  ...also,
});
const leads: Who = { roles: LEADS, partner: false, machine: false, customer: false };

/** Which roles may do what; the adviser reads. Keys never close, release, approve or confirm (rule 7). */
export const WHO_MAY: Readonly<Record<CaseAction, Who>> = {
  VERIFY_CUSTOMER_DATA: desk({ partner: true, machine: true, customer: true }),
  REQUEST_CUSTOMER_DATA: desk({ partner: true, machine: true }),
  SAVE_CUSTOMER_RECORD: desk({ partner: true, machine: true }),
  CONFIRM_CUSTOMER_RECORD: desk(),
  REQUEST_PAYMENT_METHOD_UPDATE: desk({ partner: true, machine: true }),
  SKIP_PAYMENT_METHOD_UPDATE: desk(),
  REVIEW_PAYMENT_METHOD: desk(),
  CREATE_PAYMENT_TASK: desk({ machine: true }),
  CHARGE_STORED_METHOD: desk(),
  STOP_PLANNED_CHARGE: desk(),
  CONFIRM_AMOUNT: desk({ machine: true }),
  RELEASE_AUTHORIZATION: desk(),
  WRITE_OFF_REST: desk(),
  DECIDE_APPROVAL: leads,
  RECORD_PAYMENT: desk({ machine: true }),
  REVERSE_ALLOCATION: desk(),
  UNASSIGN_PAYMENT: desk(),
  UPDATE_PAYMENT_STATUS: desk({ partner: true, machine: true }),
  NOTIFY_CUSTOMER: desk({ machine: true }),
  REMIND_CUSTOMER: desk(),
  CLOSE_PAYMENT_TASK: leads,
  REJECT_PAYMENT_TASK: leads,
  CANCEL_PAYMENT_CASE: desk({ partner: true }),
  REGISTER_RECEIPT: desk(),
  REQUEST_REFUND: desk(),
  RECORD_REFUND_TRANSFER: desk(),
  SUBMIT_DISPUTE_EVIDENCE: desk(),
  ACCEPT_DISPUTE: leads,
  START_READER_PAYMENT: desk({ partner: true }),
  CANCEL_READER_PAYMENT: desk({ partner: true }),
  ADD_ATTACHMENT: desk({ partner: true }),
};

const isSignOff = (action: CaseAction): boolean =>
  action === 'CLOSE_PAYMENT_TASK' || action === 'REJECT_PAYMENT_TASK';

/** Who could do it instead: by role, and for signing off only those who handled none of the money. */
const whoMay = (state: PaymentCase, action: CaseAction): readonly Member[] =>
  isSignOff(action)
    ? mayClose(state)
    : state.organization.members.filter(({ role }) => WHO_MAY[action].roles.includes(role));

/** Refuses an actor whose role does not cover the action; the machine acts only where a rule calls it clean. */
export const refuseByRole = (state: PaymentCase, actor: Actor, action: CaseAction): Refusal | null => {
  const { roles, partner, machine, customer } = WHO_MAY[action];
  if (actor.kind === 'SYSTEM') return machine ? null : roleRefusal(state, action);
  if (actor.kind === 'INTEGRATION') return partner ? null : roleRefusal(state, action);
  if (actor.kind === 'CUSTOMER') return customer ? null : roleRefusal(state, action);
  const member = state.organization.members.find(({ id }) => id === actor.id);
  if (member && roles.includes(member.role)) return null;
  // Where nobody may sign off, "not your role" would send a colleague to people who may not either.
  return (member && isSignOff(action) ? refuseByLockOut(state) : null) ?? roleRefusal(state, action);
};

const roleRefusal = (state: PaymentCase, action: CaseAction): Refusal => ({
  code: 'ROLE_NOT_ALLOWED' satisfies RefusalCode,
  ...unblockedBy(whoMay(state, action)),
});
