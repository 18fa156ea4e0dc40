import { type DueKind, findDueWork } from '@zahlwerk/db/due-work';
import { withSystem } from '@zahlwerk/db/system';
import type { Ports } from '../ports.ts';

/** The queue whose job looks for what is due. */
export const LOOK_AROUND = 'look-around';

/** The queue that does what is due, by kind. Of the other kinds every row has a job of its own from the beginning. */
const QUEUE_OF: Partial<Readonly<Record<DueKind, string>>> = {
  ATTEMPT: 'ask-due-attempts',
  CHARGE: 'charge-due-attempts',
  CAPTURE: 'ask-due-captures',
  AUTHORIZATION: 'warn-authorizations',
  REFUND: 'ask-due-refunds',
  DISPUTE: 'ask-due-disputes',
  TASK: 'remind-tasks',
  METHOD: 'announce-expiries',
  SWEEP: 'sweep-events',
  BALANCE: 'reconcile-balance',
  BOOKS: 'check-books',
  VAT_CHECK: 'check-vat-ids',
};

/**
 * Looks for work that has become due by the passing of time, each organization on its own business time (rule 22), and
 * wakes who does it. What exactly is due is asked again there: a look too many does nothing.
 */
export const lookAround = async ({ systemDb, jobs }: Ports): Promise<void> => {
  const woken = await withSystem(systemDb, async (tx) => {
    const queues: string[] = [];
    for (const { organizationId, kind } of await findDueWork(tx)) {
      const queue = QUEUE_OF[kind];
      if (!queue) continue;
      await jobs.enqueue(tx, queue, { organizationId }, { singletonKey: organizationId });
      queues.push(queue);
    }
    return queues;
  });
  for (const queue of new Set(woken)) jobs.kick(queue);
};
