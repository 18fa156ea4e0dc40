import type { LinkPurpose } from '@zahlwerk/db/generated/enums';
import { businessTime } from '@zahlwerk/db/now';
import { askSystem, findAccessLink } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import type { ApiContext } from '../graphql/context.ts';
import { type ErrorPath, LinkInvalid } from '../graphql/errors.ts';

export interface OpenLink {
  readonly organizationId: string;
  readonly linkId: string;
  readonly caseId: string | null;
  readonly customerId: string | null;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Opens a link that somebody has been sent and lets the operation read that organization. Whether it is unknown,
 * meant for something else, used, revoked or expired (business time) makes no difference to what is answered:
 * `LinkInvalid`.
 */
export const openLink = async (
  { ports, reads }: ApiContext,
  token: string,
  purpose: LinkPurpose,
  path: ErrorPath = ['token'],
): Promise<OpenLink> => {
  if (!TOKEN.test(token)) throw new LinkInvalid(path);
  const known = await askSystem(ports.systemDb, (tx) => findAccessLink(tx, ports.links.hashOf(token)));
  if (known?.purpose !== purpose) throw new LinkInvalid(path);
  const { organizationId, id } = known;
  const row = await withTenant(ports.db, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    return tx.accessLink.findFirst({
      where: {
        organizationId,
        id,
        usedAt: null,
        revokedAt: null,
        OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      },
    });
  });
  if (!row) throw new LinkInvalid(path);
  await reads.enter(organizationId);
  return { organizationId, linkId: id, caseId: row.caseId, customerId: row.customerId };
};
