import type { Database } from '@zahlwerk/db/client';
import { askSystem, findAccessLink } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import type { Role } from '@zahlwerk/domain/workflow/actor';
import { z } from 'zod';

export interface Invitation {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly linkId: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedById: string | null;
}

export const invitationData = z.object({
  email: z.email(),
  role: z.enum(['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER']),
});

interface Lookup {
  readonly db: Database;
  readonly systemDb: Database;
  readonly hashOf: (token: string) => Uint8Array<ArrayBuffer>;
}

/** The open invitation behind a token; null when it is unknown, used, revoked or expired (real time). */
export const findInvitation = async (
  { db, systemDb, hashOf }: Lookup,
  token: string,
): Promise<Invitation | null> => {
  const link = await askSystem(systemDb, (tx) => findAccessLink(tx, hashOf(token)));
  if (link?.purpose !== 'INVITATION') return null;
  const { organizationId, id } = link;
  const row = await withTenant(db, organizationId, (tx) =>
    tx.accessLink.findFirst({
      where: {
        organizationId,
        id,
        usedAt: null,
        revokedAt: null,
        OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
      },
      include: { organization: { select: { name: true } } },
    }),
  );
  const data = invitationData.safeParse(row?.data);
  if (!row || !data.success) return null;
  return {
    organizationId,
    organizationName: row.organization.name,
    linkId: id,
    ...data.data,
    invitedById: row.createdById,
  };
};
