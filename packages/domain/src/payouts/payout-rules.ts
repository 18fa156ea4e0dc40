import type { Member } from '../workflow/actor.ts';

export type PayoutState = 'PROPOSED' | 'RELEASED' | 'SENT' | 'PAID' | 'FAILED';

export type PayoutObstacleCode =
  | 'LEAD_REQUIRED'
  | 'PAYOUTS_ARE_AUTOMATIC'
  | 'NOTHING_TO_PAY_OUT'
  | 'PAYOUT_NOT_PROPOSED'
  | 'SECOND_PERSON_REQUIRED'
  | 'NO_SECOND_PERSON';

/** Why a payout cannot be proposed or released by somebody, and the names of those who could instead. */
export interface PayoutObstacle {
  readonly code: PayoutObstacleCode;
  readonly unblockedBy: string | null;
}

const leads = (members: readonly Member[]): readonly Member[] =>
  members.filter(({ role }) => role === 'OWNER' || role === 'TEAM_LEAD');

const obstacle = (code: PayoutObstacleCode, who: readonly Member[] = []): PayoutObstacle => ({
  code,
  unblockedBy: who.length > 0 ? who.map(({ name }) => name).join(', ') : null,
});

const refuseByRole = (members: readonly Member[], memberId: string): PayoutObstacle | null =>
  leads(members).some(({ id }) => id === memberId) ? null : obstacle('LEAD_REQUIRED', leads(members));

export interface PayoutDesk {
  readonly mode: 'AUTOMATIC' | 'MANUAL';
  readonly members: readonly Member[];
}

/** Released money is collected in a proposal by a lead, where the business pays out by hand (rule 15). */
export const refuseProposal = (
  { mode, members }: PayoutDesk,
  hasReleasedMoney: boolean,
  memberId: string,
): PayoutObstacle | null => {
  if (mode === 'AUTOMATIC') return obstacle('PAYOUTS_ARE_AUTOMATIC');
  return refuseByRole(members, memberId) ?? (hasReleasedMoney ? null : obstacle('NOTHING_TO_PAY_OUT'));
};

/** A proposal is released by another lead than the one who made it. Nobody may be both, not even the only one. */
export const refuseRelease = (
  payout: { readonly state: PayoutState; readonly proposedById: string | null },
  members: readonly Member[],
  memberId: string,
): PayoutObstacle | null => {
  if (payout.state !== 'PROPOSED') return obstacle('PAYOUT_NOT_PROPOSED');
  const others = leads(members).filter(({ id }) => id !== payout.proposedById);
  if (others.some(({ id }) => id === memberId)) return null;
  if (others.length === 0) return obstacle('NO_SECOND_PERSON');
  return obstacle(payout.proposedById === memberId ? 'SECOND_PERSON_REQUIRED' : 'LEAD_REQUIRED', others);
};
