import { customerName } from '@zahlwerk/domain/customers/customer-data';
import type { AccountStatementMail } from '@zahlwerk/emails/templates/account-statement';
import { storeDocument } from '../documents/render-document.ts';
import { NotAllowed, NotFound } from '../graphql/errors.ts';
import type { Period } from '../invoices/invoice-archive.ts';
import { freeze } from '../notifications/frozen-props.ts';
import type { Decided, OrganizationEnv } from '../organizations/write-organization.ts';
import type { Ports } from '../ports.ts';
import { customerDataOf } from '../workflow/load/customer-data.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { type CustomerLetter, statementName } from './statement-letter.ts';

export const STATEMENT_TEMPLATE = 'account-statement';

interface Mailing {
  readonly customerId: string;
  readonly period: Period;
  readonly letter: CustomerLetter;
  readonly bytes: Uint8Array;
  /** Also when one was mailed today. */
  readonly again: boolean;
}

/** One that has failed or come back has told nobody anything. */
const wasMailedToday = async (
  { tx, organization, today }: OrganizationEnv,
  customerId: string,
): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ mailed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM message
      WHERE organization_id = ${organization.id}::uuid AND customer_id = ${customerId}::uuid
        AND template = ${STATEMENT_TEMPLATE} AND state NOT IN ('FAILED', 'BOUNCED')
        AND (queued_at AT TIME ZONE ${organization.timeZone})::date = ${today}::date) AS mailed`;
  return row?.mailed ?? false;
};

/** Queues the mail with the letter as it was set; what it says stays as it was then, whatever is posted meanwhile. */
export const queueStatement = async (
  ports: Ports,
  env: OrganizationEnv,
  { customerId, period, letter, bytes, again }: Mailing,
): Promise<Decided> => {
  const { tx, organization, now } = env;
  const { id: organizationId } = organization;
  const customer = await tx.customer.findUnique({
    where: { organizationId_id: { organizationId, id: customerId } },
  });
  if (!customer) throw new NotFound('Customer', ['input', 'customerId']);
  if (customer.state === 'MERGED' || customer.state === 'RESTRICTED')
    throw new NotAllowed('CUSTOMER_PUT_AWAY');
  if (!customer.email || customer.emailBouncedAt) throw new NotAllowed('NO_DELIVERABLE_ADDRESS');
  if (!again && (await wasMailedToday(env, customerId))) throw new NotAllowed('STATEMENT_MAILED_TODAY');
  const workshop = workshopOf(ports);
  const documentId = await storeDocument(tx, workshop, organizationId, {
    ...{ name: statementName(letter.number, period), mediaType: 'application/pdf', bytes },
  });
  const says: AccountStatementMail = {
    business: letter.seller,
    customerName: customerName(customerDataOf(customer)) || null,
    isTest: organization.mode === 'DEMO',
    ...period,
    closing: letter.statement.closing,
    customerNumber: letter.number,
  };
  const id = ports.newId();
  await tx.message.create({
    data: {
      ...{ organizationId, id, template: STATEMENT_TEMPLATE, subjectId: id, customerId },
      ...{ recipientKind: 'CUSTOMER', recipient: customer.email, channel: 'EMAIL', locale: letter.locale },
      ...{ state: 'QUEUED', providerKey: id, sendAt: now, queuedAt: now },
      parameters: freeze({ ...says, documentId }),
    },
  });
  await workshop.enqueue(tx, organizationId, [{ job: 'send-message', messageId: id }]);
  return {
    outcomeId: id,
    events: [
      {
        stream: 'customer',
        streamId: customerId,
        type: 'customer.statement_mailed',
        data: { customerId, messageId: id },
      },
    ],
  };
};
