import type { Message } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import type { Invitation } from '@zahlwerk/emails/templates/invitation';
import { invitationData } from '../auth/find-invitation.ts';
import type { Ports } from '../ports.ts';
import { sellerOf } from '../workflow/load/load-organization.ts';
import { localMoment } from './local-moment.ts';

/** What the mail says that invites a person to a business. It is about no case: everything stands in its link. */
export const invitationProps = async (
  ports: Ports,
  { organizationId, subjectId: id }: Message,
): Promise<Invitation> => {
  const { link, organization, inviter } = await withTenant(ports.db, organizationId, async (tx) => {
    const found = await tx.accessLink.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id } },
    });
    return {
      link: found,
      organization: await tx.organization.findUniqueOrThrow({ where: { id: organizationId } }),
      inviter: found.createdById
        ? await tx.member.findFirst({ where: { organizationId, id: found.createdById } })
        : null,
    };
  });
  if (!link.expiresAt) throw new Error(`Invitation ${id} has no end.`);
  return {
    business: sellerOf(organization),
    isTest: organization.mode === 'DEMO',
    inviteeName: null,
    inviterName: inviter?.displayName ?? organization.name,
    role: invitationData.parse(link.data).role,
    inviteUrl: `${ports.publicUrl}/invitation/${ports.links.tokenOf(id)}`,
    validUntil: localMoment(link.expiresAt, organization.timeZone),
  };
};
