import { nextNoticeOn } from '../customers/expiry-notice.ts';
import { type Change, decided, type Env, type Outcome } from './decision.ts';
import { isDeliverable } from './deliverable.ts';
import { exceptionTask } from './exception-task.ts';
import type { PaymentCase } from './payment-case.ts';

export interface AnnounceExpiry {
  readonly methodId: string;
  /** The one-time link that the mail will carry. */
  readonly linkId: string;
}

/** A customer who is told weeks ahead shall not find the link dead. */
const LINK_DAYS = 14;

/**
 * Tells the customer that the card on file expires soon, with a link for storing another; on whichever of their cases, and
 * also when that is over. Each notice is given once; one whose day has long passed is not made up for. Who cannot be
 * written to becomes a person's task.
 */
export const announceExpiry = (
  state: PaymentCase,
  { methodId, linkId }: AnnounceExpiry,
  env: Env,
): Outcome => {
  const method = state.methods.find(({ id }) => id === methodId);
  if (method?.state !== 'ACTIVE' || !method.noticeOn || method.noticeOn > env.today) return decided([], []);
  const { expiresOn } = method;
  const planned: Change = {
    type: 'plan-notice',
    methodId,
    noticeOn: nextNoticeOn(expiresOn, env.today),
  };
  if (!expiresOn || expiresOn < env.today) return decided([planned], []);
  const told = { type: 'method.expiring', data: { methodId } } as const;
  if (!isDeliverable(state) || !state.organization.hasProvider)
    return decided([planned, exceptionTask('METHOD_EXPIRES', env, { priority: 'NORMAL' })], [told]);
  return decided(
    [
      planned,
      { type: 'create-link', id: linkId, purpose: 'METHOD', days: LINK_DAYS },
      { type: 'queue-message', template: 'method-expiring', subjectId: linkId, to: 'CUSTOMER' },
    ],
    [told],
  );
};
