import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import {
  CODE_MINUTES,
  CODE_TRIES,
  type CodeAddress,
  codeAddressOf,
  judgeCode,
} from '@zahlwerk/domain/customers/one-time-code';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { CodeRefused } from '../graphql/errors.ts';
import type { Ports } from '../ports.ts';
import { workshopOf } from '../workflow/workshop.ts';

/** The link that a code opens. */
interface Link {
  readonly organizationId: string;
  readonly linkId: string;
}

/** The registered address: what a person has confirmed counts, not what somebody has filled in since. */
export const codeAddress = ({ texter }: Ports, { customer }: PaymentCase): CodeAddress | null =>
  codeAddressOf(customer.confirmedData ?? customer.data, {
    text: texter !== null,
    mail: !customer.emailBounced,
  });

const queueCode = async (
  tx: TenantTransaction,
  ports: Ports,
  { id: caseId, organization, customer }: PaymentCase,
  codeId: string,
  { channel, address }: CodeAddress,
): Promise<void> => {
  const id = ports.newId();
  const now = new Date();
  await tx.message.create({
    data: {
      ...{ organizationId: organization.id, id, caseId, customerId: customer.id },
      ...{ template: 'sign-in-code', subjectId: codeId, channel, recipient: address },
      ...{ recipientKind: 'CUSTOMER', locale: customer.data.language },
      ...{ state: 'QUEUED', providerKey: id, sendAt: now, queuedAt: now },
    },
  });
  await workshopOf(ports).enqueue(tx, organization.id, [{ job: 'send-message', messageId: id }]);
};

/** Sends a fresh code for the link, which takes the place of an earlier one. Codes live in real time. */
export const sendCode = async (
  ports: Ports,
  { organizationId, linkId }: Link,
  state: PaymentCase,
): Promise<CodeAddress> => {
  const to = codeAddress(ports, state);
  if (!to) throw new CodeRefused('CODE_NOT_DELIVERABLE');
  const codeId = ports.newId();
  await withTenant(ports.db, organizationId, async (tx) => {
    await tx.accessLink.update({
      where: { organizationId_id: { organizationId, id: linkId } },
      data: {
        codeHash: ports.codes.hashOf(linkId, ports.codes.codeOf(codeId)),
        codeChannel: to.channel,
        codeExpiresAt: new Date(Date.now() + CODE_MINUTES * 60_000),
        codeAttempts: 0,
      },
    });
    await queueCode(tx, ports, state, codeId, to);
  });
  workshopOf(ports).ring(organizationId);
  return to;
};

/** Throws `CodeRefused` unless the code opens the link. A try counts before it is judged, so that many at once count all. */
export const checkCode = async (
  ports: Ports,
  { organizationId, linkId }: Link,
  given: string,
): Promise<void> => {
  const where = { organizationId_id: { organizationId, id: linkId } };
  const { problem, triesLeft } = await withTenant(ports.db, organizationId, async (tx) => {
    const { codeHash, codeExpiresAt } = await tx.accessLink.findUniqueOrThrow({ where });
    if (!codeHash || !codeExpiresAt) return { problem: judgeCode(null, false, new Date()), triesLeft: 0 };
    const counted = { codeAttempts: { increment: 1 } };
    const { codeAttempts } = await tx.accessLink.update({ where, data: counted });
    const isRight = ports.codes.isRight(codeHash, linkId, given.trim());
    const sent = { expiresAt: codeExpiresAt, wrongTries: codeAttempts - 1 };
    const judged = judgeCode(sent, isRight, new Date());
    if (!judged) await tx.accessLink.update({ where, data: { codeAttempts: 0 } });
    return { problem: judged, triesLeft: Math.max(0, CODE_TRIES - codeAttempts) };
  });
  if (problem) throw new CodeRefused(problem, problem === 'CODE_WRONG' ? triesLeft : 0);
};

/** A code works once: the provider's page is open, so the next one needs another code. */
export const consumeCode = ({ db }: Ports, { organizationId, linkId }: Link): Promise<unknown> =>
  withTenant(db, organizationId, (tx) =>
    tx.accessLink.update({
      where: { organizationId_id: { organizationId, id: linkId } },
      data: { codeHash: null, verifiedAt: new Date() },
    }),
  );
