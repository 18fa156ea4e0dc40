import { giveUpImport } from './bank/give-up-import.ts';
import type { JobData } from './jobs/jobs.ts';
import { giveUpMessage } from './notifications/send-message.ts';
import { giveUpEvent } from './payments/provider-inbox.ts';
import { giveUpPayout } from './payouts/send-payout.ts';
import type { Ports } from './ports.ts';

/**
 * What the queue could not do in hours of trying gets a person: a task, and a state that says so. Jobs of other kinds
 * leave nothing behind that nobody would see.
 */
export const giveUp = async (
  ports: Ports,
  { organizationId, messageId, inboxId, payoutId, importId }: JobData,
): Promise<void> => {
  if (messageId) await giveUpMessage(ports, String(organizationId), String(messageId));
  if (payoutId) await giveUpPayout(ports, String(organizationId), String(payoutId));
  if (importId)
    await giveUpImport(ports, { organizationId: String(organizationId), importId: String(importId) });
  if (inboxId) await giveUpEvent(ports, { organizationId: String(organizationId), inboxId: String(inboxId) });
};
