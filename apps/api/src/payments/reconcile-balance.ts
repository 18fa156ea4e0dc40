import { appendEvents } from '@zahlwerk/db/events';
import type { ProviderAccount } from '@zahlwerk/db/generated/client';
import { businessTime, morningAfter } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { isBooked, type Movement } from '@zahlwerk/domain/payments/reconcile';
import type { Ports } from '../ports.ts';
import { listMovements } from '../stripe/movements.ts';
import { isAway } from '../stripe/provider-error.ts';
import { raiseException } from '../tasks/raise-exception.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyObject } from './apply-object.ts';
import { findBooked } from './booked-movements.ts';
import { describeMovements } from './describe-movements.ts';
import { type NextTime, takeDueAccounts } from './take-due-accounts.ts';

/** What has just moved may still be on its way to the books. */
const LAG = 3_600_000;

const nextMorning: NextTime = ({ organizationId }, { today }, tx) => morningAfter(tx, organizationId, today);

/**
 * Compares each morning what has moved on the provider's balance with the books. What is missing here is asked for and
 * applied; what is missing even then becomes a task.
 */
export const reconcileDueBalances = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const account of await takeDueAccounts(ports, organizationId, 'reconcileAt', nextMorning)) {
    try {
      await reconcile(ports, account);
    } catch (error) {
      ports.log.warn({ err: error, account: account.id }, 'the balance could not be compared with the books');
      if (isAway(error)) return;
    }
  }
};

const reconcile = async (ports: Ports, account: ProviderAccount): Promise<void> => {
  const { organizationId, id, reconciledUntil, createdAt } = account;
  const { now } = await withTenant(ports.db, organizationId, (tx) => businessTime(tx, organizationId));
  const since = reconciledUntil ?? createdAt;
  const until = new Date(now.getTime() - LAG);
  if (until <= since) return;
  const { stripe } = await ports.stripe.open(organizationId, id);
  const missing: Movement[] = [];
  for await (const page of listMovements(stripe, { since, until }))
    missing.push(...(await notBooked(ports, account, page)));
  for (const movement of missing) await makeUp(ports, account, movement);
  await close(ports, account, until, missing.length > 0 ? await notBooked(ports, account, missing) : []);
};

const notBooked = (
  { db }: Ports,
  account: ProviderAccount,
  movements: readonly Movement[],
): Promise<readonly Movement[]> =>
  withTenant(db, account.organizationId, async (tx) => {
    const booked = await findBooked(tx, account, movements);
    return movements.filter((movement) => !isBooked(movement, booked));
  });

/** Applies what a movement comes from, as an event about it would have. */
const makeUp = async (
  ports: Ports,
  { organizationId, id: providerAccountId }: ProviderAccount,
  { ref, sourceRef }: Movement,
): Promise<void> => {
  if (!sourceRef) return;
  const origin = { organizationId, providerAccountId, cause: `reconcile:${ref}` };
  try {
    await applyObject({
      ...{ workshop: workshopOf(ports), accounts: ports.stripe, origin },
      ...{ objectId: sourceRef, paymentRef: null, looks: new Map() },
    });
  } catch (error) {
    if (isAway(error)) throw error;
    ports.log.warn({ err: error, movement: ref }, 'what moved on the balance could not be applied');
  }
};

/** Once: what has been compared, and the task about what was not found, in one transaction. */
const close = async (
  { db, newId, doorbell }: Ports,
  { organizationId, id }: ProviderAccount,
  reconciledUntil: Date,
  missing: readonly Movement[],
): Promise<void> => {
  await withTenant(db, organizationId, async (tx) => {
    await tx.providerAccount.update({
      where: { organizationId_id: { organizationId, id } },
      data: { reconciledUntil },
    });
    if (missing.length === 0) return;
    const about = {
      organizationId,
      reason: 'BALANCE_DIFFERS',
      subject: 'PROVIDER_ACCOUNT',
      subjectId: id,
      detail: describeMovements(missing),
    } as const;
    const raised = await raiseException(tx, newId(), about, await businessTime(tx, organizationId));
    await appendEvents(tx, organizationId, [raised]);
  });
  if (missing.length > 0) doorbell.ring(organizationId);
};
