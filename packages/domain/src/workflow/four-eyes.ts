import type { Actor, Member } from './actor.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

const MONEY_STEPS: readonly Step[] = ['CREATE_PAYMENT_TASK', 'CONFIRM_AMOUNT', 'RECORD_PAYMENT'];

/** What a member did by hand to the money of a case: the reasons why this member may not close it (rule 7). */
export const handled = (state: PaymentCase, memberId: string): readonly string[] => {
  // Unknown counts as the same person.
  const did = (actor: Actor | null) => actor === null || (actor.kind === 'MEMBER' && actor.id === memberId);
  const steps = state.runs
    .filter((run) => MONEY_STEPS.includes(run.step) && run.state === 'DONE' && did(run.doneBy))
    .map((run) => run.step);
  const vouched = state.payments.some((payment) => payment.source === 'MANUAL' && did(payment.vouchedBy))
    ? ['REGISTER_RECEIPT']
    : [];
  const asked = state.approvals.some(({ kind, askedBy }) => kind !== 'REFUND' && askedBy === memberId)
    ? ['WRITE_OFF_REST']
    : [];
  const charged = state.attempts.some(({ charge, startedBy }) => charge && did(startedBy))
    ? ['CHARGE_STORED_METHOD']
    : [];
  const captured = state.captures.some(({ requestedBy }) => did(requestedBy)) ? ['CONFIRM_AMOUNT'] : [];
  const reversed = state.allocations.some(({ reason, by }) => reason !== null && did(by))
    ? ['REVERSE_ALLOCATION']
    : [];
  const unassigned = state.unassigned.some(({ by }) => did(by)) ? ['UNASSIGN_PAYMENT'] : [];
  const refunded = state.refunds.some(({ requestedBy }) => did(requestedBy)) ? ['REQUEST_REFUND'] : [];
  const transferred = state.refunds.some(({ transferredBy }) => transferredBy && did(transferredBy))
    ? ['RECORD_REFUND_TRANSFER']
    : [];
  const accepted = state.disputes.some(({ response }) => response?.kind === 'ACCEPTANCE' && did(response.by))
    ? ['ACCEPT_DISPUTE']
    : [];
  return [
    ...new Set([
      ...steps,
      ...captured,
      ...charged,
      ...vouched,
      ...asked,
      ...reversed,
      ...unassigned,
      ...refunded,
      ...transferred,
      ...accepted,
    ]),
  ];
};

/** What of a business says who may decide with whom: a case has it, and so has what belongs to no case. */
export interface Desk {
  readonly organization: Pick<PaymentCase['organization'], 'members' | 'singleControl'>;
}

/** The members whose role may sign off; which of them handled the money is another question. */
export const leads = (state: Desk): readonly Member[] =>
  state.organization.members.filter(({ role }) => role === 'OWNER' || role === 'TEAM_LEAD');

/** Members who may close this case: a lead who handled none of its money. Owners are not exempt. */
export const mayClose = (state: PaymentCase): readonly Member[] =>
  leads(state).filter((member) => isSingleControl(state) || handled(state, member.id).length === 0);

/** A one-person business may close its own cases when its owner has said so; it works only while one member may close. */
export const isSingleControl = (state: Desk): boolean =>
  state.organization.singleControl && leads(state).length === 1;

/** The one lead of a business under single control, who needs no second person; a clerk always does. */
export const decidesAlone = (state: Desk, actor: Actor): boolean =>
  isSingleControl(state) && isLead(state, actor);

/** The leads besides `actor`, who could be the second person. */
export const otherLeads = (state: Desk, actor: Actor): readonly Member[] =>
  leads(state).filter(({ id }) => id !== actor.id);

const isLead = (state: Desk, actor: Actor): boolean =>
  actor.kind === 'MEMBER' && leads(state).some(({ id }) => id === actor.id);

/**
 * When everybody who could sign off has handled the money, rule 7 still holds; the refusal says how somebody else can
 * be brought in, and who can do that. Null as long as there is somebody.
 */
export const refuseByLockOut = (state: PaymentCase): Refusal | null => {
  if (mayClose(state).length > 0) return null;
  const owners = state.organization.members.filter(({ role }) => role === 'OWNER');
  const code = leads(state).length === 1 ? 'ONLY_LEAD_HANDLED_THE_MONEY' : 'ALL_LEADS_HANDLED_THE_MONEY';
  return { code, ...unblockedBy(owners) };
};

/** Refuses whoever handled the money, saying what they did and who may; null when nothing speaks against it. */
export const refuseByFourEyes = (state: PaymentCase, actor: Actor): Refusal | null => {
  if (actor.kind !== 'MEMBER') return { code: 'ROLE_NOT_ALLOWED', ...unblockedBy(mayClose(state)) };
  const did = handled(state, actor.id);
  if (did.length === 0 || isSingleControl(state)) return null;
  return (
    refuseByLockOut(state) ?? {
      code: 'HANDLED_THE_MONEY',
      detail: did.join(', '),
      ...unblockedBy(mayClose(state)),
    }
  );
};

/** The names of those who could do it; nothing where nobody could. */
export const unblockedBy = (members: readonly Member[]): Pick<Refusal, 'unblockedBy'> =>
  members.length > 0 ? { unblockedBy: members.map(({ name }) => name).join(', ') } : {};
