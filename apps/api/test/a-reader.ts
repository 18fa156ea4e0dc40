import type { Database } from '@zahlwerk/db/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { v7 as newId } from 'uuid';

/** A card reader of the business's account, which no provider knows; gives back its id. */
export const aReader = (app: Database, organizationId: string, label = 'Tresen'): Promise<string> =>
  withTenant(app, organizationId, async (tx) => {
    const account = await tx.providerAccount.findFirstOrThrow({ where: { organizationId } });
    const id = newId();
    await tx.reader.create({
      data: {
        ...{ organizationId, id, providerAccountId: account.id, providerRef: `tmr_${id}`, label },
        ...{ deviceType: 'stripe_s700', serialNumber: `S7-${id}`, createdByKind: 'SYSTEM' },
        createdAt: new Date(),
      },
    });
    return id;
  });
