import type { AccountKey } from '../ledger/accounts.ts';
import type { Actor, Role } from '../workflow/actor.ts';
import { type Desk, decidesAlone, otherLeads, unblockedBy } from '../workflow/four-eyes.ts';
import type { Refusal } from '../workflow/refusal.ts';

/**
 * Where money goes that no customer has paid: back from the tax office, from another account of one's own, interest, bank
 * fees that were given back, and the rest. What has VAT in it belongs on an invoice, not here.
 */
export const RECEIPT_ACCOUNTS = [
  'TAX_REFUND',
  'TRANSIT',
  'INTEREST_INCOME',
  'FEES',
  'OTHER_INCOME',
] as const satisfies readonly AccountKey[];

export type ReceiptAccount = (typeof RECEIPT_ACCOUNTS)[number];

export type OtherReceiptState = 'ASKED' | 'BOOKED' | 'REFUSED' | 'REVERSED';

/** Who decides about money of no case, and up to how much alone: the limit of the version that is in force. */
export interface BankDesk extends Desk {
  readonly limitMinor: bigint;
}

/** What of a credit is left, and whether a second person is asked about it already. */
export interface CreditAtHand {
  readonly restMinor: bigint;
  readonly isAsked: boolean;
}

interface Receipt {
  readonly state: OtherReceiptState;
  readonly amountMinor: bigint;
  readonly askedById: string | null;
}

const DESK: readonly Role[] = ['OWNER', 'TEAM_LEAD', 'CLERK'];

const LEADS: readonly Role[] = ['OWNER', 'TEAM_LEAD'];

const refuseByRole = ({ organization }: Desk, actor: Actor, roles: readonly Role[]): Refusal | null => {
  const may = organization.members.filter(({ role }) => roles.includes(role));
  return actor.kind === 'MEMBER' && may.some(({ id }) => id === actor.id)
    ? null
    : { code: 'ROLE_NOT_ALLOWED', ...unblockedBy(may) };
};

/** Money that leaves the customers' side is judged like money that is given up: above the limit by two. */
export const needsSecondPerson = (desk: BankDesk, actor: Actor, amountMinor: bigint): boolean =>
  amountMinor > desk.limitMinor && !decidesAlone(desk, actor);

export const refuseOtherReceipt = (
  desk: BankDesk,
  actor: Actor,
  credit: CreditAtHand,
  { amountMinor, reason }: { readonly amountMinor: bigint; readonly reason: string },
): Refusal | null => {
  const byRole = refuseByRole(desk, actor, DESK);
  if (byRole) return byRole;
  if (credit.isAsked) return { code: 'APPROVAL_PENDING' };
  if (amountMinor > credit.restMinor) return { code: 'CREDIT_GIVEN_AWAY' };
  if (!reason.trim()) return { code: 'REASON_REQUIRED' };
  return needsSecondPerson(desk, actor, amountMinor) && otherLeads(desk, actor).length === 0
    ? { code: 'SECOND_PERSON_REQUIRED' }
    : null;
};

/** Whether this member may be the second person; what is decided about is another question. */
export const refuseToDecide = (desk: BankDesk, actor: Actor, receipt: Receipt): Refusal | null => {
  const byRole = refuseByRole(desk, actor, LEADS);
  if (byRole) return byRole;
  if (receipt.state !== 'ASKED') return { code: 'APPROVAL_UNKNOWN' };
  return receipt.askedById === actor.id || receipt.askedById === null
    ? { code: 'SECOND_PERSON_REQUIRED', ...unblockedBy(otherLeads(desk, actor)) }
    : null;
};

/** The second person agrees, as long as the money is still there, or refuses for a reason. */
export const refuseDecision = (
  desk: BankDesk,
  actor: Actor,
  receipt: Receipt,
  credit: Pick<CreditAtHand, 'restMinor'>,
  { granted, reason }: { readonly granted: boolean; readonly reason: string | null },
): Refusal | null => {
  const refusal = refuseToDecide(desk, actor, receipt);
  if (refusal) return refusal;
  if (!granted) return reason?.trim() ? null : { code: 'REASON_REQUIRED' };
  return receipt.amountMinor > credit.restMinor ? { code: 'CREDIT_GIVEN_AWAY' } : null;
};

/** Taking it back gives nothing up: the money lies in the pool again, so the desk may do it alone. */
export const refuseReversal = (
  desk: BankDesk,
  actor: Actor,
  receipt: Receipt,
  reason: string,
): Refusal | null => {
  const byRole = refuseByRole(desk, actor, DESK);
  if (byRole) return byRole;
  if (receipt.state !== 'BOOKED') return { code: 'NOT_BOOKED_TO_ACCOUNT' };
  return reason.trim() ? null : { code: 'REASON_REQUIRED' };
};
