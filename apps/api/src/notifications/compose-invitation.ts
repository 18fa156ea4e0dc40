import type { Message } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { renderMessage } from '@zahlwerk/emails/render';
import { invitationData } from '../auth/find-invitation.ts';
import type { Ports } from '../ports.ts';
import type { Mail } from '../resend/mailer.ts';
import { sellerOf } from '../workflow/load/load-organization.ts';
import { localMoment } from './local-moment.ts';

/** The mail that invites a person to a business. It is about no case: what it says stands in its link. */
export const composeInvitation = async (ports: Ports, message: Message): Promise<Mail> => {
  const { organizationId, subjectId: id, recipient, locale, providerKey } = message;
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
  const business = sellerOf(organization);
  const { subject, html, text } = await renderMessage('invitation', locale, {
    business,
    isTest: organization.mode === 'DEMO',
    inviteeName: null,
    inviterName: inviter?.displayName ?? organization.name,
    role: invitationData.parse(link.data).role,
    inviteUrl: `${ports.publicUrl}/invitation/${ports.links.tokenOf(id)}`,
    validUntil: localMoment(link.expiresAt, organization.timeZone),
  });
  return {
    key: providerKey,
    fromName: business.name,
    to: recipient,
    replyTo: business.email,
    subject,
    html,
    text,
    attachments: [],
  };
};
