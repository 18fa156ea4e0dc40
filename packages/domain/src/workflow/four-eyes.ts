import type { Actor, Member } from './actor.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

const MONEY_STEPS: readonly Step[] = ['CREATE_PAYMENT_TASK', 'CONFIRM_AMOUNT', 'RECORD_PAYMENT'];

/** What a member did by hand to the money of a case: the reasons why this member may not close it (rule 7). */
export const handled = (state: PaymentCase, memberId: string): readonly string[] => {
  const did = (actor: Actor | null) => actor?.kind === 'MEMBER' && actor.id === memberId;
  const steps = state.runs
    .filter((run) => MONEY_STEPS.includes(run.step) && did(run.doneBy))
    .map((run) => run.step);
  const vouched = state.payments.some((payment) => did(payment.vouchedBy)) ? ['REGISTER_RECEIPT'] : [];
  const asked = state.approvals.some((approval) => approval.askedBy === memberId) ? ['WRITE_OFF_REST'] : [];
  return [...new Set([...steps, ...vouched, ...asked])];
};

const leads = (state: PaymentCase): readonly Member[] =>
  state.organization.members.filter(({ role }) => role === 'OWNER' || role === 'TEAM_LEAD');

/** Members who may close this case: a lead who handled none of its money. Owners are not exempt. */
export const mayClose = (state: PaymentCase): readonly Member[] =>
  leads(state).filter((member) => handled(state, member.id).length === 0);

/** A one-person business may close its own cases when its owner has said so; it works only while one member may close. */
export const isSingleControl = (state: PaymentCase): boolean =>
  state.organization.singleControl && leads(state).length === 1;

/** Refuses whoever handled the money, saying what they did and who may; null when nothing speaks against it. */
export const refuseByFourEyes = (state: PaymentCase, actor: Actor): Refusal | null => {
  if (actor.kind !== 'MEMBER') return { code: 'ROLE_NOT_ALLOWED', unblockedBy: names(mayClose(state)) };
  const did = handled(state, actor.id);
  if (did.length === 0 || isSingleControl(state)) return null;
  return { code: 'HANDLED_THE_MONEY', detail: did.join(', '), unblockedBy: names(mayClose(state)) };
};

const names = (members: readonly Member[]): string => members.map(({ name }) => name).join(', ');
