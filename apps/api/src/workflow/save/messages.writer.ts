import type { Prisma } from '@zahlwerk/db/generated/client';
import type { Saving, Writer } from './writer.ts';

const DAY = 86_400_000;

/** How long a link lives: the pay link dies with its case, the others after some days. */
const LIFETIME = { PAY: null, METHOD: 3 * DAY, DATA: 14 * DAY } as const;

/** Only the hash of a link's token is stored; the token itself is derived from the link's id and the secret when it is needed. */
export const createLink: Writer<'create-link'> = (
  { tx, organizationId, state, env, tokenHash },
  { id, purpose, days },
) => {
  const lifetime = days === undefined ? LIFETIME[purpose] : days * DAY;
  return tx.accessLink.create({
    data: {
      organizationId,
      id,
      purpose,
      caseId: state.id,
      customerId: state.customer.id,
      tokenHash: tokenHash(id),
      expiresAt: lifetime === null ? null : new Date(env.now.getTime() + lifetime),
      createdByKind: env.actor.kind,
      createdById: env.actor.id,
      createdAt: env.now,
    },
  });
};

export const useLink: Writer<'use-link'> = ({ tx, organizationId, env }, { id }) =>
  tx.accessLink.update({ where: { organizationId_id: { organizationId, id } }, data: { usedAt: env.now } });

interface Addressed
  extends Pick<Prisma.MessageUncheckedCreateInput, 'template' | 'subjectId' | 'channel' | 'recipient'> {
  readonly to: 'CUSTOMER' | 'ACCOUNTS';
}

/** Once per template, subject, recipient and channel (rule 23). */
const queue = async (saving: Saving, { to, ...addressed }: Addressed): Promise<void> => {
  const { tx, organizationId, state, env, followUps } = saving;
  const id = env.newId();
  const { count } = await tx.message.createMany({
    data: {
      ...addressed,
      organizationId,
      id,
      recipientKind: to,
      locale: to === 'CUSTOMER' ? state.customer.data.language : state.organization.locale,
      caseId: state.id,
      customerId: to === 'CUSTOMER' ? state.customer.id : null,
      state: 'QUEUED',
      providerKey: id,
      sendAt: env.now,
      queuedAt: env.now,
    },
    skipDuplicates: true,
  });
  if (count === 1) followUps.push({ job: 'send-message', messageId: id });
};

/** Without an address there is nothing to queue. */
export const queueMessage: Writer<'queue-message'> = async (saving, { template, subjectId, to }) => {
  const { customer, organization } = saving.state;
  const recipient = to === 'CUSTOMER' ? customer.data.email : organization.accountsEmail;
  if (recipient) await queue(saving, { template, subjectId, to, channel: 'EMAIL', recipient });
};

export const queueSms: Writer<'queue-sms'> = async (saving, { template, subjectId }) => {
  const { phone } = saving.state.customer.data;
  if (phone) await queue(saving, { template, subjectId, to: 'CUSTOMER', channel: 'SMS', recipient: phone });
};
