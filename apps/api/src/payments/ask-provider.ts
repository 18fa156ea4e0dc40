import { withTenant } from '@zahlwerk/db/tenant';
import type { ApiContext } from '../graphql/context.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyIntent } from './apply-intent.ts';

/** Asks the provider how the attempts of a case stand, those that can still change, and applies what it says (rule 5). */
export const askProvider = async ({ ports, organizationId }: ApiContext, caseId: string): Promise<void> => {
  if (!organizationId) return;
  const attempts = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentAttempt.findMany({
      where: {
        organizationId,
        caseId,
        providerRef: { not: null },
        state: { notIn: ['SUCCEEDED', 'CANCELED'] },
      },
    }),
  );
  for (const { providerRef, providerAccountId } of attempts) {
    if (!providerRef) continue;
    const ref = { organizationId, providerAccountId, intentId: providerRef, cause: 'update-payment-status' };
    await applyIntent(workshopOf(ports), ports.stripe, ref);
  }
};
