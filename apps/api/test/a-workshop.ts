import { createHash } from 'node:crypto';
import type { TestDatabase } from '@zahlwerk/db/test-database';
import { v7 as newId } from 'uuid';
import type { FollowUp } from '../src/workflow/save/writer.ts';
import type { Workshop } from '../src/workflow/workshop.ts';

/** A workshop on a real database whose queue is a list, for tests that look at what would follow. */
export const aWorkshop = ({ app }: TestDatabase): Workshop & { readonly enqueued: FollowUp[] } => {
  const enqueued: FollowUp[] = [];
  return {
    database: app,
    newId,
    tokenHash: (linkId) => new Uint8Array(createHash('sha256').update(linkId).digest()),
    enqueue: async (_tx, _organizationId, followUps) => {
      enqueued.push(...followUps);
    },
    ring: () => {},
    enqueued,
  };
};
