import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { Customer } from '@zahlwerk/db/generated/client';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { NotFound } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import type { Desk } from '../organizations/write-organization.ts';
import type { FollowUp } from '../workflow/save/writer.ts';
import { workshopOf } from '../workflow/workshop.ts';

/** One thing that is asked of a customer's record beside any case. */
export interface WritingCustomer extends Keyed {
  readonly operation: string;
  readonly customerId: string;
}

export interface CustomerEnv extends BusinessTime {
  readonly tx: TenantTransaction;
  /** Its row is locked. */
  readonly customer: Customer;
}

export interface CustomerDecided {
  readonly outcomeId: string;
  readonly events: readonly Omit<EventToAppend, 'at' | 'actor'>[];
  readonly followUps?: readonly FollowUp[];
}

/** Not FOR UPDATE: cases and payments that refer to the customer may be written meanwhile. */
const lock = async (tx: TenantTransaction, organizationId: string, id: string): Promise<Customer> => {
  await tx.$executeRaw`SELECT 1 FROM customer WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  const customer = await tx.customer.findUnique({ where: { organizationId_id: { organizationId, id } } });
  if (!customer) throw new NotFound('Customer', ['input', 'customerId']);
  return customer;
};

/** Writes what is no part of a case to a customer, of the same shape as `transition`: key, lock, rule, save, log, bell. */
export const writeCustomer = async (
  { ports, reads }: Desk,
  writing: WritingCustomer,
  decide: (env: CustomerEnv) => Promise<CustomerDecided>,
): Promise<{ readonly outcomeId: string; readonly replayed: boolean }> => {
  const { organizationId, actor, operation, customerId } = writing;
  let followUps: readonly FollowUp[] = [];
  const workshop = workshopOf(ports);
  const written = await withTenant(ports.db, organizationId, async (tx) => {
    const outcome = await findReplay(tx, writing, operation);
    if (outcome) return { outcomeId: outcome, replayed: true };
    const customer = await lock(tx, organizationId, customerId);
    const time = await businessTime(tx, organizationId);
    const decided = await decide({ tx, customer, ...time });
    followUps = decided.followUps ?? [];
    await workshop.enqueue(tx, organizationId, followUps);
    await storeOutcome(tx, writing, operation, decided.outcomeId);
    const events = decided.events.map((event) => ({ ...event, at: time.now, actor }));
    await appendEvents(tx, organizationId, events);
    return { outcomeId: decided.outcomeId, replayed: false };
  });
  await reads.end();
  if (!written.replayed) workshop.ring(organizationId, followUps);
  return written;
};
