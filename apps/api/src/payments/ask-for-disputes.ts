import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { askAboutDisputeAt } from '@zahlwerk/domain/payments/ask-again';
import type { Ports } from '../ports.ts';
import { isAway } from '../stripe/provider-error.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { answerDispute } from './answer-dispute.ts';
import { applyDisputeOf } from './apply-dispute-event.ts';

/** Asks the provider for all disputes of the payments of a case: also for those that nobody has told us of. */
export const askForDisputes = async (ports: Ports, organizationId: string, caseId: string): Promise<void> => {
  const payments = await withTenant(ports.db, organizationId, (tx) =>
    tx.payment.findMany({ where: { organizationId, caseId, source: 'PROVIDER' } }),
  );
  for (const { providerAccountId, sourceRef } of payments) {
    if (!providerAccountId) continue;
    const { stripe } = await ports.stripe.open(organizationId, providerAccountId);
    const origin = { organizationId, providerAccountId, cause: 'update-payment-status' };
    for await (const dispute of stripe.disputes.list({ charge: sourceRef, limit: 100 }))
      await applyDisputeOf(workshopOf(ports), origin, dispute);
  }
};

/**
 * Asks about every dispute that is due to be asked about, and sends an answer whose job was lost. When to ask next is
 * written down first, so that one that cannot be asked does not stand in the way of the others.
 */
export const askDueDisputes = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const { id } of await takeDue(ports, organizationId)) {
    try {
      await answerDispute(ports, organizationId, id);
    } catch (error) {
      ports.log.warn({ err: error, dispute: id }, 'the provider could not be asked about a dispute');
      if (isAway(error)) return;
    }
  }
};

const takeDue = (ports: Ports, organizationId: string) =>
  withTenant(ports.db, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    const due = await tx.dispute.findMany({
      where: { organizationId, checkAt: { lte: now } },
      orderBy: { checkAt: 'asc' },
    });
    for (const { id, checkAt, ...dispute } of due)
      await tx.dispute.updateMany({
        where: { organizationId, id, checkAt },
        data: { checkAt: askAboutDisputeAt(dispute, now) },
      });
    return due;
  });
