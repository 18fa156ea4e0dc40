import type { Actor, Role } from './actor.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

export const CASE_ACTIONS = [
  'VERIFY_CUSTOMER_DATA',
  'REQUEST_CUSTOMER_DATA',
  'SAVE_CUSTOMER_RECORD',
  'CONFIRM_CUSTOMER_RECORD',
  'REQUEST_PAYMENT_METHOD_UPDATE',
  'SKIP_PAYMENT_METHOD_UPDATE',
  'CREATE_PAYMENT_TASK',
  'CONFIRM_AMOUNT',
  'WRITE_OFF_REST',
  'DECIDE_APPROVAL',
  'RECORD_PAYMENT',
  'UPDATE_PAYMENT_STATUS',
  'NOTIFY_CUSTOMER',
  'CLOSE_PAYMENT_TASK',
  'REJECT_PAYMENT_TASK',
  'CANCEL_PAYMENT_CASE',
  'REGISTER_RECEIPT',
  'ADD_ATTACHMENT',
] as const;

export type CaseAction = (typeof CASE_ACTIONS)[number];

const DESK: readonly Role[] = ['OWNER', 'TEAM_LEAD', 'CLERK'];
const LEADS: readonly Role[] = ['OWNER', 'TEAM_LEAD'];

/** Which roles may do what; the adviser reads. Keys never close, release, approve or confirm (rule 7). */
export const WHO_MAY: Readonly<
  Record<CaseAction, { readonly roles: readonly Role[]; readonly partner: boolean }>
> = {
  VERIFY_CUSTOMER_DATA: { roles: DESK, partner: true },
  REQUEST_CUSTOMER_DATA: { roles: DESK, partner: true },
  SAVE_CUSTOMER_RECORD: { roles: DESK, partner: true },
  CONFIRM_CUSTOMER_RECORD: { roles: DESK, partner: false },
  REQUEST_PAYMENT_METHOD_UPDATE: { roles: DESK, partner: true },
  SKIP_PAYMENT_METHOD_UPDATE: { roles: DESK, partner: false },
  CREATE_PAYMENT_TASK: { roles: DESK, partner: false },
  CONFIRM_AMOUNT: { roles: DESK, partner: false },
  WRITE_OFF_REST: { roles: DESK, partner: false },
  DECIDE_APPROVAL: { roles: LEADS, partner: false },
  RECORD_PAYMENT: { roles: DESK, partner: false },
  UPDATE_PAYMENT_STATUS: { roles: DESK, partner: true },
  NOTIFY_CUSTOMER: { roles: DESK, partner: false },
  CLOSE_PAYMENT_TASK: { roles: LEADS, partner: false },
  REJECT_PAYMENT_TASK: { roles: LEADS, partner: false },
  CANCEL_PAYMENT_CASE: { roles: DESK, partner: true },
  REGISTER_RECEIPT: { roles: DESK, partner: false },
  ADD_ATTACHMENT: { roles: DESK, partner: true },
};

const namesOf = (state: PaymentCase, roles: readonly Role[]): string =>
  state.organization.members
    .filter((member) => roles.includes(member.role))
    .map((member) => member.name)
    .join(', ');

/** Refuses an actor whose role does not cover the action; the machine acts only where a rule calls it clean. */
export const refuseByRole = (state: PaymentCase, actor: Actor, action: CaseAction): Refusal | null => {
  if (actor.kind === 'SYSTEM') return null;
  const { roles, partner } = WHO_MAY[action];
  if (actor.kind === 'INTEGRATION') return partner ? null : roleRefusal(state, roles);
  const member = state.organization.members.find(({ id }) => id === actor.id);
  return actor.kind === 'MEMBER' && member && roles.includes(member.role) ? null : roleRefusal(state, roles);
};

const roleRefusal = (state: PaymentCase, roles: readonly Role[]): Refusal => ({
  code: 'ROLE_NOT_ALLOWED' satisfies RefusalCode,
  unblockedBy: namesOf(state, roles),
});
