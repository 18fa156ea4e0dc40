import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { Organization } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { ApiContext } from '../graphql/context.ts';
import { NotFound } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import type { Ports } from '../ports.ts';
import { workshopOf } from '../workflow/workshop.ts';

/** One thing that is asked of an organization, and how it is recognized when it is asked again. */
export interface Writing extends Keyed {
  readonly operation: string;
}

/** Where writing happens: the outside world, and the reads that must not go on seeing what was before. */
export interface Desk {
  readonly ports: Ports;
  readonly reads: Pick<ApiContext['reads'], 'end'>;
}

/** What a rule of this aggregate works with. The organization's row is locked: its members and keys stand still. */
export interface OrganizationEnv {
  readonly tx: TenantTransaction;
  readonly organization: Organization;
  readonly now: Date;
  readonly today: string;
}

export interface Decided {
  readonly outcomeId: string;
  readonly events: readonly Omit<EventToAppend, 'at' | 'actor'>[];
}

export interface Written {
  readonly outcomeId: string;
  readonly replayed: boolean;
}

/** Not FOR UPDATE: rows that refer to the organization may be written meanwhile. */
const lock = async (tx: TenantTransaction, id: string): Promise<Organization> => {
  await tx.$executeRaw`SELECT 1 FROM organization WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const organization = await tx.organization.findUnique({ where: { id } });
  if (!organization) throw new NotFound('Organization');
  return organization;
};

/**
 * The one writer of an organization, its members, links, provider accounts and keys, of the same shape as
 * `transition`: key, lock, rule, save, log; then the bell. What the rule throws leaves nothing behind.
 */
export const writeOrganization = async (
  { ports, reads }: Desk,
  writing: Writing,
  decide: (env: OrganizationEnv) => Promise<Decided>,
): Promise<Written> => {
  const { organizationId, actor, operation } = writing;
  const written = await withTenant(ports.db, organizationId, async (tx): Promise<Written> => {
    const outcome = await findReplay(tx, writing, operation);
    if (outcome) return { outcomeId: outcome, replayed: true };
    const organization = await lock(tx, organizationId);
    const { now, today } = await businessTime(tx, organizationId);
    const { outcomeId, events } = await decide({ tx, organization, now, today });
    await storeOutcome(tx, writing, operation, outcomeId);
    await appendEvents(
      tx,
      organizationId,
      events.map((event) => ({ ...event, at: now, actor })),
    );
    return { outcomeId, replayed: false };
  });
  await reads.end();
  if (!written.replayed) workshopOf(ports).ring(organizationId);
  return written;
};
