import type { ProviderAccount } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';

/** The account at the provider over which new payments run; null while none is connected. */
export const accountInUse = (
  tx: TenantTransaction,
  organizationId: string,
): Promise<ProviderAccount | null> =>
  tx.providerAccount.findFirst({
    where: { organizationId, disabledAt: null },
    orderBy: { createdAt: 'asc' },
  });
