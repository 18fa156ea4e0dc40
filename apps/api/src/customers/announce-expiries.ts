import { dayToDate } from '@zahlwerk/db/calendar-day';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Ports } from '../ports.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';

/** The cards whose owners are to be told today, each with the case on which that is done: the newest, open ones first. */
const findDue = ({ db }: Ports, organizationId: string) =>
  withTenant(db, organizationId, async (tx) => {
    const { today } = await businessTime(tx, organizationId);
    const newest = { orderBy: { createdAt: 'desc' }, select: { id: true, state: true } } as const;
    const methods = await tx.paymentMethod.findMany({
      where: { organizationId, state: 'ACTIVE', noticeOn: { lte: dayToDate(today) } },
      select: { id: true, customer: { select: { paymentCases: newest } } },
      orderBy: [{ noticeOn: 'asc' }, { id: 'asc' }],
    });
    return methods.flatMap(({ id, customer: { paymentCases } }) => {
      const on = paymentCases.find(({ state }) => state === 'OPEN') ?? paymentCases[0];
      return on ? [{ methodId: id, caseId: on.id }] : [];
    });
  });

/** Tells every customer whose card on file expires soon; what exactly is told, and that it is told once, is the rule's. */
export const announceExpiries = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const { methodId, caseId } of await findDue(ports, organizationId))
    await transition(workshopOf(ports), {
      organizationId,
      actor: SYSTEM,
      caseId,
      command: { name: 'announceExpiry', input: { methodId, linkId: ports.newId() } },
      expectedVersion: null,
      idempotency: null,
      cause: 'announce-expiries',
    });
};
