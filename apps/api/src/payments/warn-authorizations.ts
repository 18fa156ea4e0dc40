import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Ports } from '../ports.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';

const findDue = ({ db }: Ports, organizationId: string) =>
  withTenant(db, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    return tx.paymentAttempt.findMany({
      where: { organizationId, warnAt: { lte: now } },
      select: { id: true, caseId: true },
      orderBy: { warnAt: 'asc' },
    });
  });

/** Warns of every reserved amount that will soon be lost; what exactly is due, and that it is told once, is the rule's. */
export const warnAuthorizations = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const { id: attemptId, caseId } of await findDue(ports, organizationId))
    await transition(workshopOf(ports), {
      organizationId,
      actor: SYSTEM,
      caseId,
      command: { name: 'warnOfExpiry', input: { attemptId } },
      expectedVersion: null,
      idempotency: null,
      cause: 'warn-authorizations',
    });
};
