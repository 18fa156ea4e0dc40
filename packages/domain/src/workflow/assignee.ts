import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';

/** A task goes to a member of the desk: somebody of this business who does more than read. */
export const refuseAssignee = ({ organization }: PaymentCase, memberId: string): Refusal | null => {
  const member = organization.members.find(({ id }) => id === memberId);
  if (!member) return { code: 'MEMBER_UNKNOWN' };
  return member.role === 'ADVISER' ? { code: 'MEMBER_ONLY_READS', detail: member.name } : null;
};
