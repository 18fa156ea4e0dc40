import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { toDecimal } from '@zahlwerk/domain/money/money';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Applied } from '../payments/apply-intent.ts';
import type { Origin } from '../payments/find-payment.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchUnclaimedCash } from '../stripe/cash-balance.ts';
import { raiseException } from '../tasks/raise-exception.ts';
import type { Workshop } from '../workflow/workshop.ts';

/**
 * Money of a customer's that lies at the provider and that no payment has claimed: transferred too much, too late or
 * twice. It is not the business's and nothing is booked; a task says so until a payment takes it or it has gone back.
 */
export const applyCashBalance = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  { organizationId, providerAccountId, cause }: Origin,
): Promise<Applied> => {
  const { stripe } = await accounts.open(organizationId, providerAccountId);
  const found = await fetchUnclaimedCash(stripe, cause);
  if (!found) return 'NOT_OURS';
  const detail = found.held.map((one) => `${toDecimal(one)} ${one.currency}`).join(', ');
  const events = await withTenant(workshop.database, organizationId, async (tx) => {
    const externalRef = found.customerRef;
    const copy = { organizationId, target: 'PROVIDER', targetRef: providerAccountId, externalRef } as const;
    const customerId = (await tx.customerSync.findFirst({ where: copy }))?.customerId;
    if (!customerId) return null;
    // Two events about one customer at once: the second waits, and then sees the task of the first.
    await tx.$queryRaw`SELECT id FROM customer WHERE organization_id = ${organizationId}::uuid AND id = ${customerId}::uuid FOR NO KEY UPDATE`;
    const time = await businessTime(tx, organizationId);
    const events = await keepTask(tx, workshop, { organizationId, customerId, detail }, time);
    await appendEvents(tx, organizationId, events);
    return events;
  });
  if (events && events.length > 0) workshop.ring(organizationId);
  return events ? 'APPLIED' : 'NOT_OURS';
};

interface Unclaimed {
  readonly organizationId: string;
  readonly customerId: string;
  /** How much lies there; empty when nothing does. */
  readonly detail: string;
}

/** One task for each customer, as long as there is something to look after. Gives back the events that tell of it. */
const keepTask = async (
  tx: TenantTransaction,
  { newId }: Workshop,
  { organizationId, customerId, detail }: Unclaimed,
  time: BusinessTime,
): Promise<readonly EventToAppend[]> => {
  const about = {
    organizationId,
    subject: 'CUSTOMER',
    subjectId: customerId,
    reason: 'CASH_UNCLAIMED',
  } as const;
  const open = await tx.task.findFirst({ where: { ...about, state: { not: 'DONE' } } });
  if (!open) return detail ? [await raiseException(tx, newId(), { ...about, detail }, time)] : [];
  const { id } = open;
  const done = { state: 'DONE', doneAt: time.now, doneByKind: 'SYSTEM' } as const;
  await tx.task.update({
    where: { organizationId_id: { organizationId, id } },
    data: detail ? { detail } : done,
  });
  if (detail) return [];
  return [
    { stream: 'task', streamId: id, type: 'task.done', at: time.now, actor: SYSTEM, data: { taskId: id } },
  ];
};
