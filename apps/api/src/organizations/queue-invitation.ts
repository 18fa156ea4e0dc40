import type { Ports } from '../ports.ts';
import { workshopOf } from '../workflow/workshop.ts';
import type { OrganizationEnv } from './write-organization.ts';

/** Queues the mail with the invitation's link, in the transaction that makes the link. */
export const queueInvitation = async (
  ports: Ports,
  { tx, organization, now }: OrganizationEnv,
  linkId: string,
  email: string,
): Promise<void> => {
  const id = ports.newId();
  await tx.message.create({
    data: {
      organizationId: organization.id,
      id,
      template: 'invitation',
      subjectId: linkId,
      recipientKind: 'MEMBER',
      recipient: email,
      channel: 'EMAIL',
      locale: organization.locale,
      state: 'QUEUED',
      providerKey: id,
      sendAt: now,
      queuedAt: now,
    },
  });
  await workshopOf(ports).enqueue(tx, organization.id, [{ job: 'send-message', messageId: id }]);
};
