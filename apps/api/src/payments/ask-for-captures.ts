import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { askAboutCaptureAt } from '@zahlwerk/domain/payments/ask-again';
import type { Ports } from '../ports.ts';
import { isAway } from '../stripe/provider-error.ts';
import { sendCapture } from './send-capture.ts';

/** Asks the provider what has become of the captures of a case that have been sent and are not finished. */
export const askForCaptures = async (ports: Ports, organizationId: string, caseId: string): Promise<void> => {
  const running = await withTenant(ports.db, organizationId, (tx) =>
    tx.capture.findMany({ where: { organizationId, caseId, state: { in: ['SENT', 'UNKNOWN'] } } }),
  );
  for (const { id } of running) await sendCapture(ports, organizationId, id);
};

/**
 * Asks about every capture that is due to be asked about, and sends one whose job was lost. When to ask next is written
 * down first, so that one that cannot be asked does not stand in the way of the others.
 */
export const askDueCaptures = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const { id } of await takeDue(ports, organizationId)) {
    try {
      await sendCapture(ports, organizationId, id);
    } catch (error) {
      ports.log.warn({ err: error, capture: id }, 'the provider could not be asked about a capture');
      if (isAway(error)) return;
    }
  }
};

const takeDue = (ports: Ports, organizationId: string) =>
  withTenant(ports.db, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    const due = await tx.capture.findMany({
      where: { organizationId, checkAt: { lte: now } },
      orderBy: { checkAt: 'asc' },
    });
    for (const { id, checkAt, ...capture } of due)
      await tx.capture.updateMany({
        where: { organizationId, id, checkAt },
        data: { checkAt: askAboutCaptureAt(capture, now) },
      });
    return due;
  });
