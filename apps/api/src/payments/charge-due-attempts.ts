import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';
import { isAway } from '../stripe/provider-error.ts';
import { chargeAttempt } from './charge-attempt.ts';

const findDue = ({ db }: Ports, organizationId: string) =>
  withTenant(db, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    return tx.paymentAttempt.findMany({
      where: { organizationId, state: 'CREATED', chargeAt: { lte: now } },
      select: { id: true },
      orderBy: { chargeAt: 'asc' },
    });
  });

/** Sends every charge whose day has come; one that cannot be sent does not stand in the way of the others. */
export const chargeDueAttempts = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const { id } of await findDue(ports, organizationId)) {
    try {
      await chargeAttempt(ports, organizationId, id);
    } catch (error) {
      ports.log.warn({ err: error, attempt: id }, 'a stored method could not be charged');
      if (isAway(error)) return;
    }
  }
};
