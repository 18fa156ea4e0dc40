import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { saveAtStripe } from '../stripe/customers.ts';
import { customerDataOf } from '../workflow/load/customer-data.ts';
import type { Workshop } from '../workflow/workshop.ts';

/**
 * Brings the provider's copy of a customer up to the confirmed version (step 3). Returns the provider's id of the
 * customer, or null where the business has no provider. Throws when the provider cannot be reached; the job retries.
 */
export const syncCustomer = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  organizationId: string,
  customerId: string,
): Promise<string | null> => {
  const found = await read(workshop, organizationId, customerId);
  if (!found) return null;
  const { account, sync, customer } = found;
  const { stripe } = await accounts.open(organizationId, account.id);
  const data = customerDataOf(customer);
  const externalRef = await saveAtStripe(
    stripe,
    { organizationId, customerId, number: customer.number, data },
    sync?.externalRef ?? null,
  );
  await remember(workshop, organizationId, {
    customerId,
    accountId: account.id,
    version: customer.savedVersion,
    externalRef,
  });
  return externalRef;
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
  });
