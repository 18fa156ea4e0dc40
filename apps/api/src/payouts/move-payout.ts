import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { Payout } from '@zahlwerk/db/generated/client';
import type { BusinessTime } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { postPayout, takeBackPayout } from '@zahlwerk/domain/ledger/post-money';
import { money } from '@zahlwerk/domain/money/money';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import { raiseException } from '../tasks/raise-exception.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { postEntries } from '../workflow/save/journal.writer.ts';
import type { ReportedState } from './payout-state.ts';

/** One transaction on payouts: who asks for ids, when it is, and what made it happen. */
export interface PayoutEnv extends Pick<BusinessTime, 'now' | 'today'> {
  readonly tx: TenantTransaction;
  readonly newId: () => string;
  readonly cause: string;
}

export interface PayoutMove {
  readonly state: ReportedState;
  readonly failure?: { readonly code: string | null; readonly message: string | null };
}

const TOLD: Readonly<Record<ReportedState, EventType>> = {
  SENT: 'payout.sent',
  PAID: 'payout.paid',
  FAILED: 'payout.failed',
};

/** What the log tells of a payout: ids and amounts. */
export const payoutEvent = (
  { now, cause }: Pick<PayoutEnv, 'now' | 'cause'>,
  { id, netMinor }: Pick<Payout, 'id' | 'netMinor'>,
  type: EventType,
): EventToAppend => ({
  stream: 'payout',
  streamId: id,
  type,
  at: now,
  actor: SYSTEM,
  cause,
  data: { payoutId: id, minor: netMinor.toString() },
});

/**
 * Moves a payout along, with what that means for the books: what has arrived is posted, what came back gets its
 * counter-entry and a task. Cases stay as they are (rule 15).
 */
export const movePayout = async (env: PayoutEnv, payout: Payout, move: PayoutMove): Promise<void> => {
  const { tx, now } = env;
  const { organizationId, id } = payout;
  await tx.payout.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      state: move.state,
      ...(move.state === 'SENT' ? { sentAt: now } : {}),
      ...(move.state === 'PAID' ? { paidAt: now, sentAt: payout.sentAt ?? now } : {}),
      ...(move.failure ? { failureCode: move.failure.code, failureMessage: move.failure.message } : {}),
      version: { increment: 1 },
    },
  });
  await post(env, payout, move);
  const task = move.state === 'FAILED' ? [await failed(env, payout, move)] : [];
  await appendEvents(tx, organizationId, [payoutEvent(env, payout, TOLD[move.state]), ...task]);
};

const post = async (env: PayoutEnv, payout: Payout, { state }: PayoutMove): Promise<void> => {
  const { tx, now, today, newId } = env;
  const { organizationId, id } = payout;
  const net = money(payout.netMinor, currencyOf(payout.currency));
  const entry =
    state === 'PAID'
      ? postPayout(id, net, today)
      : state === 'FAILED' && payout.state === 'PAID'
        ? takeBackPayout(id, net, today)
        : null;
  if (!entry) return;
  const writing = { tx, organizationId, env: { actor: SYSTEM, now, today, newId } };
  await postEntries(writing, [entry], { caseId: null, customerId: null });
};

/** What members had released lies on the balance again, to be proposed anew; the provider sends its own payouts anew. */
const failed = async (env: PayoutEnv, payout: Payout, { failure }: PayoutMove): Promise<EventToAppend> => {
  const { tx, newId } = env;
  const { organizationId, id } = payout;
  if (payout.mode === 'MANUAL')
    await tx.payoutItem.updateMany({ where: { organizationId, payoutId: id }, data: { returned: true } });
  const detail = [payout.number, failure?.code].filter(Boolean).join(' ');
  const about = {
    organizationId,
    reason: 'PAYOUT_FAILED',
    subject: 'PAYOUT',
    subjectId: id,
    detail,
  } as const;
  return raiseException(tx, newId(), about, env);
};
