import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { saveAtStripe } from '../stripe/customers.ts';
import { raiseException } from '../tasks/raise-exception.ts';
import { customerDataOf } from '../workflow/load/customer-data.ts';

import type { Workshop } from '../workflow/workshop.ts';

/**
 * Brings the provider's copy of a customer up to the confirmed version. Returns the provider's id of the customer, or
 * null where the business has no provider. Throws, and writes nothing, when the provider cannot be reached.
 */
export const copyCustomer = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  organizationId: string,
  customerId: string,
): Promise<string | null> => {
  const found = await read(workshop, organizationId, customerId);
  if (!found) return null;
  const { account, sync, customer } = found;
  const copy = { organizationId, customerId, number: customer.number, data: customerDataOf(customer) };
  const { stripe } = await accounts.open(organizationId, account.id);
  const externalRef = await saveAtStripe(stripe, copy, sync?.externalRef ?? null);
  await remember(workshop, organizationId, {
    customerId,
    accountId: account.id,
    version: customer.savedVersion,
    externalRef,
  });
  return externalRef;
};

/** As `copyCustomer`, by the queue (step 3): a system that does not follow is shown, and tried again. */
export const syncCustomer = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  organizationId: string,
  customerId: string,
): Promise<void> => {
  try {
    await copyCustomer(workshop, accounts, organizationId, customerId);
  } catch (error) {
    const found = await read(workshop, organizationId, customerId);
    if (found) {
      const failed = { customerId, accountId: found.account.id, version: found.customer.savedVersion };
      await noteFailure(workshop, organizationId, { ...failed, error: String(error) });
      workshop.ring(organizationId);
    }
    throw error;
  }
};

const read = (workshop: Workshop, organizationId: string, customerId: string) =>
  withTenant(workshop.database, organizationId, async (tx) => {
    const account = await tx.providerAccount.findFirst({
      where: { organizationId, disabledAt: null },
      orderBy: { createdAt: 'asc' },
    });
    const customer = await tx.customer.findUnique({
      where: { organizationId_id: { organizationId, id: customerId } },
      include: { syncs: true },
    });
    if (!account || !customer) return null;
    return { account, customer, sync: customer.syncs.find(({ targetRef }) => targetRef === account.id) };
  });

const remember = (
  workshop: Workshop,
  organizationId: string,
  sync: {
    readonly customerId: string;
    readonly accountId: string;
    readonly version: number;
    readonly externalRef: string;
  },
) =>
  withTenant(workshop.database, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    const key = { customerId: sync.customerId, target: 'PROVIDER' as const, targetRef: sync.accountId };
    const done = {
      externalRef: sync.externalRef,
      customerVersion: sync.version,
      state: 'SYNCED' as const,
      error: null,
      syncedAt: now,
      updatedAt: now,
    };
    await tx.customerSync.upsert({
      where: { organizationId_customerId_target_targetRef: { organizationId, ...key } },
      create: { organizationId, id: workshop.newId(), ...key, ...done, attempts: 1 },
      update: { ...done, attempts: { increment: 1 } },
    });
    await tx.task.updateMany({
      where: { organizationId, subjectId: sync.customerId, reason: 'SYNC_FAILED', state: { not: 'DONE' } },
      data: { state: 'DONE', doneAt: now, doneByKind: 'SYSTEM' },
    });
  });

/** A system that does not follow shows its error, and becomes a task once; the queue goes on trying. */
const noteFailure = (
  workshop: Workshop,
  organizationId: string,
  failed: {
    readonly customerId: string;
    readonly accountId: string;
    readonly version: number;
    readonly error: string;
  },
) =>
  withTenant(workshop.database, organizationId, async (tx) => {
    const { now, today } = await businessTime(tx, organizationId);
    const key = { customerId: failed.customerId, target: 'PROVIDER' as const, targetRef: failed.accountId };
    const state = { state: 'FAILED' as const, error: failed.error.slice(0, 500), updatedAt: now };
    await tx.customerSync.upsert({
      where: { organizationId_customerId_target_targetRef: { organizationId, ...key } },
      create: {
        organizationId,
        id: workshop.newId(),
        ...key,
        ...state,
        customerVersion: failed.version,
        attempts: 1,
      },
      update: { ...state, attempts: { increment: 1 } },
    });
    const about = { organizationId, subjectId: failed.customerId, reason: 'SYNC_FAILED' };
    if (await tx.task.findFirst({ where: { ...about, state: { not: 'DONE' } } })) return;
    const raised = await raiseException(
      tx,
      workshop.newId(),
      { ...about, subject: 'CUSTOMER' },
      { now, today },
    );
    await appendEvents(tx, organizationId, [raised]);
  });
