import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { moveCases } from '../workflow/save/move-cases.ts';

export interface Merging {
  readonly organizationId: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly now: Date;
}

export interface Moved {
  /** Open cases, which the machine looks at again. */
  readonly openCaseIds: readonly string[];
  readonly cases: number;
  readonly payments: number;
}

/** After their cases, in an order of their own, so that two merges cannot wait for each other. Nothing new comes to refer to them. */
export const lockCustomers = (
  tx: TenantTransaction,
  organizationId: string,
  customerIds: readonly string[],
) =>
  tx.$queryRaw`
    SELECT id FROM customer WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...customerIds]}::uuid[])
    ORDER BY id FOR UPDATE`;

/**
 * Lets everything that goes on belong to the survivor: cases, money, messages, links. What was issued and posted keeps saying
 * what it said: invoices, lines of the journal, snapshots, versions, evidence.
 */
export const moveCustomer = async (tx: TenantTransaction, merging: Merging): Promise<Moved> => {
  const { organizationId, survivorId, mergedId, now } = merging;
  const [from, to] = [{ organizationId, customerId: mergedId }, { customerId: survivorId }];
  const { openCaseIds, cases } = await moveCases(tx, merging);
  const { count: payments } = await tx.payment.updateMany({ where: from, data: to });
  await tx.message.updateMany({ where: from, data: to });
  await takeOver(tx, merging);
  await tx.accessLink.updateMany({ where: from, data: to });
  await tx.customer.updateMany({
    where: { organizationId, OR: [{ id: mergedId }, { mergedIntoId: mergedId }] },
    data: { mergedIntoId: survivorId, state: 'MERGED', version: { increment: 1 }, updatedAt: now },
  });
  return { openCaseIds, cases, payments };
};

/** What the provider keeps is taken over as a whole, by who has nothing there; else a link on the way would store at the wrong place. */
const takeOver = async (
  tx: TenantTransaction,
  { organizationId, survivorId, mergedId, now }: Merging,
): Promise<void> => {
  const at = (customerId: string) => ({ organizationId, customerId, target: 'PROVIDER' as const });
  const own = await tx.customerSync.count({ where: at(survivorId) });
  if (own === 0) {
    await tx.customerSync.updateMany({ where: at(mergedId), data: { customerId: survivorId } });
    await tx.paymentMethod.updateMany({
      where: { organizationId, customerId: mergedId },
      data: { customerId: survivorId },
    });
    return;
  }
  await tx.accessLink.updateMany({
    where: { organizationId, customerId: mergedId, purpose: 'METHOD', usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
};
