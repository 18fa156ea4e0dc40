import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { JobData } from '../jobs/jobs.ts';
import type { Stage } from './stage.ts';

type Job = readonly [name: string, data: JobData];

/** What an interrupted seed had still to do after its last command: asked of the data, because its queue is gone. */
const leftovers = async (tx: TenantTransaction, organizationId: string): Promise<Job[]> => {
  const where = { organizationId };
  const cases = await tx.paymentCase.findMany({ where: { ...where, state: 'OPEN' } });
  const invoices = await tx.invoice.findMany({
    where: { ...where, state: { not: 'DRAFT' }, documentId: null },
  });
  const receipts = await tx.receipt.findMany({ where: { ...where, documentId: null } });
  const messages = await tx.message.findMany({ where: { ...where, state: { in: ['QUEUED', 'SENDING'] } } });
  const customers = await tx.customer.findMany({
    where: { ...where, state: 'CONFIRMED' },
    include: { syncs: true },
  });
  const attempts = await tx.paymentAttempt.findMany({ where: { ...where, state: 'CANCELED' } });
  return [
    ...cases.map(({ id }): Job => ['advance-case', { organizationId, caseId: id }]),
    ...invoices.map(({ id }): Job => ['render-document', { organizationId, kind: 'INVOICE', id }]),
    ...receipts.map(({ id }): Job => ['render-document', { organizationId, kind: 'RECEIPT', id }]),
    ...messages.map(({ id }): Job => ['send-message', { organizationId, messageId: id }]),
    ...customers
      .filter(({ syncs, confirmedVersion }) => syncs[0]?.customerVersion !== confirmedVersion)
      .map(({ id }): Job => ['sync-customer', { organizationId, customerId: id }]),
    ...attempts.map(({ id }): Job => ['cancel-attempt', { organizationId, attemptId: id }]),
  ];
};

/** Does what an interrupted seed has left undone behind its last command. */
export const catchUp = async ({ ports, jobs, business: { organizationId } }: Stage): Promise<void> => {
  await withTenant(ports.db, organizationId, async (tx) => {
    for (const [name, data] of await leftovers(tx, organizationId)) await jobs.enqueue(tx, name, data);
  });
  await jobs.settle();
};
