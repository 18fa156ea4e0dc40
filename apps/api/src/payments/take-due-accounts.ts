import type { ProviderAccount } from '@zahlwerk/db/generated/client';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';

/** When an account is due again for the same thing. */
export type NextTime = (
  account: ProviderAccount,
  time: BusinessTime,
  tx: TenantTransaction,
) => Date | Promise<Date>;

/**
 * The accounts that are due to be asked for something, each given to one process. When to ask next is written down first,
 * so that one that cannot be asked does not stand in the way of the others.
 */
export const takeDueAccounts = (
  { db }: Pick<Ports, 'db'>,
  organizationId: string,
  column: 'sweepAt' | 'reconcileAt',
  next: NextTime,
): Promise<readonly ProviderAccount[]> =>
  withTenant(db, organizationId, async (tx) => {
    const time = await businessTime(tx, organizationId);
    const due = await tx.providerAccount.findMany({
      where: { organizationId, disabledAt: null, [column]: { lte: time.now } },
      orderBy: { id: 'asc' },
    });
    const taken: ProviderAccount[] = [];
    for (const account of due) {
      const { count } = await tx.providerAccount.updateMany({
        where: { organizationId, id: account.id, [column]: account[column] },
        data: { [column]: await next(account, time, tx) },
      });
      if (count === 1) taken.push(account);
    }
    return taken;
  });
