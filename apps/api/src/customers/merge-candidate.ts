import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { MergeCandidate } from '@zahlwerk/domain/customers/merge';
import { type ErrorPath, NotFound } from '../graphql/errors.ts';

/** What the rule of merging looks at. An id of another business is not there. */
export const readMergeCandidate = async (
  tx: TenantTransaction,
  organizationId: string,
  id: string,
  path: ErrorPath | null = null,
): Promise<MergeCandidate> => {
  const row = await tx.customer.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: {
      id: true,
      state: true,
      syncs: { where: { target: 'PROVIDER', externalRef: { not: null } }, select: { id: true }, take: 1 },
      paymentMethods: { where: { state: { not: 'RETIRED' } }, select: { id: true }, take: 1 },
    },
  });
  if (!row) throw new NotFound('Customer', path);
  const { syncs, paymentMethods, ...candidate } = row;
  return { ...candidate, isAtProvider: syncs.length > 0, hasMethods: paymentMethods.length > 0 };
};
