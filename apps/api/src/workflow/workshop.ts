import type { Database } from '@zahlwerk/db/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';
import type { FollowUp } from './save/writer.ts';

/** What the writers of the house work with: the database, ids, tokens, the queue and the bell. */
export interface Workshop {
  readonly database: Database;
  readonly newId: () => string;
  readonly tokenHash: (linkId: string) => Uint8Array<ArrayBuffer>;
  readonly enqueue: (
    tx: TenantTransaction,
    organizationId: string,
    followUps: readonly FollowUp[],
  ) => Promise<void>;
  /**
   * After the commit: wakes the workers of what was enqueued, or of everything that people wait for where the caller does
   * not know, and tells the live readers that the log has grown.
   */
  readonly ring: (organizationId: string, followUps?: readonly FollowUp[]) => void;
}

/** Jobs of one case (or customer, message …) wait at most once in their queue. */
const subjectOf = (followUp: FollowUp): string => {
  const { job: _, ...subject } = followUp;
  return Object.values(subject).join(':');
};

const workshops = new WeakMap<Ports, Workshop>();

export const workshopOf = (ports: Ports): Workshop => {
  const known = workshops.get(ports);
  if (known) return known;
  const workshop: Workshop = {
    database: ports.db,
    newId: ports.newId,
    tokenHash: (linkId) => ports.links.hashOf(ports.links.tokenOf(linkId)),
    enqueue: async (tx, organizationId, followUps) => {
      for (const followUp of followUps) {
        const { job, ...data } = followUp;
        const singletonKey = `${organizationId}:${subjectOf(followUp)}`;
        await ports.jobs.enqueue(tx, job, { organizationId, ...data }, { singletonKey });
      }
    },
    ring: (organizationId, followUps) => {
      for (const queue of followUps?.map(({ job }) => job) ?? INTERACTIVE) ports.jobs.kick(queue);
      ports.doorbell.ring(organizationId);
    },
  };
  workshops.set(ports, workshop);
  return workshop;
};

/** Queues that people wait for. */
const INTERACTIVE = [
  'advance-case',
  'import-statement',
  'render-document',
  'send-message',
  'sync-customer',
  'cancel-attempt',
  'charge-attempt',
  'send-capture',
  'send-refund',
  'answer-dispute',
  'send-payout',
  'set-payout-schedule',
  'check-books',
  'check-vat-ids',
] as const;
