import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { Message } from '@zahlwerk/db/generated/client';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { afterReport, type DeliveryReport } from '@zahlwerk/domain/notifications/delivery';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Ports } from '../ports.ts';
import { raiseException } from '../tasks/raise-exception.ts';

/** What has become of one message, as a provider tells. */
export interface ReportedDelivery {
  readonly organizationId: string;
  readonly messageId: string;
  readonly report: DeliveryReport;
  /** In the provider's words. */
  readonly reason: string | null;
}

const EVENT = {
  DELIVERED: 'message.delivered',
  BOUNCED: 'message.bounced',
  FAILED: 'message.failed',
} as const satisfies Record<DeliveryReport, string>;

/**
 * Takes in what has become of a message. There is no inbox in between: one short transaction does it all, and a report that
 * comes late, twice or in another order changes nothing (rule 23). A bounce stops further mails to the address.
 */
export const applyDelivery = async (ports: Ports, told: ReportedDelivery): Promise<void> => {
  const { organizationId, messageId: id, report, reason } = told;
  const changed = await withTenant(ports.db, organizationId, async (tx) => {
    await tx.$queryRaw`SELECT id FROM message WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    const message = await tx.message.findUnique({ where: { organizationId_id: { organizationId, id } } });
    const state = message && afterReport(message.state, report);
    if (!message || !state) return false;
    const time = await businessTime(tx, organizationId);
    const { now } = time;
    const at = state === 'DELIVERED' ? { deliveredAt: now } : { failedAt: now, lastError: reason };
    await tx.message.updateMany({ where: { organizationId, id }, data: { state, ...at, sendAt: null } });
    const { caseId, template } = message;
    const happened: EventToAppend = {
      ...{ stream: 'message', streamId: id, type: EVENT[state], at: now, actor: SYSTEM, caseId },
      data: { messageId: id, template },
    };
    const raised = state === 'DELIVERED' ? [] : await stopMails(tx, ports, message, state, time);
    await appendEvents(tx, organizationId, [happened, ...raised]);
    return true;
  });
  if (changed) ports.doorbell.ring(organizationId);
};

/** Until the address is changed nothing more is sent to it, and one task says so, however many mails come back. */
const stopMails = async (
  tx: TenantTransaction,
  ports: Ports,
  { organizationId, id, caseId, customerId, recipient }: Message,
  state: 'BOUNCED' | 'FAILED',
  time: BusinessTime,
): Promise<readonly EventToAppend[]> => {
  if (customerId && state === 'BOUNCED')
    await tx.customer.updateMany({
      where: { organizationId, id: customerId, email: recipient, emailBouncedAt: null },
      data: { emailBouncedAt: time.now },
    });
  const reason = state === 'BOUNCED' ? 'MESSAGE_BOUNCED' : 'MESSAGE_FAILED';
  const about = { organizationId, reason, detail: recipient };
  if (await tx.task.findFirst({ where: { ...about, state: { not: 'DONE' } } })) return [];
  const task = { ...about, caseId, subject: 'MESSAGE' as const, subjectId: id };
  return [await raiseException(tx, ports.newId(), task, time)];
};
