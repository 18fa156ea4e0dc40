import type { Message } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import type { MessageTemplate } from '@zahlwerk/domain/workflow/decision';
import type { PropsByTemplate } from '@zahlwerk/emails/templates';
import { renderDocument } from '../documents/render-document.ts';
import type { Ports } from '../ports.ts';
import type { Mail, MailAttachment } from '../resend/mailer.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { codeProps } from './code-props.ts';
import { disputeOrReturnProps } from './dispute-props.ts';
import { internalNoticeProps } from './internal-notice-props.ts';
import { invitationProps } from './invitation-props.ts';
import { type MessageFacts, readMessageFacts } from './message-facts.ts';
import {
  dataRequestProps,
  invoiceProps,
  methodExpiringProps,
  methodLinkProps,
  methodReviewedProps,
  partialReceivedProps,
  paymentFailedProps,
  paymentRequestProps,
  receiptProps,
  reminderProps,
} from './message-props.ts';
import { preNoticeProps } from './pre-notice-props.ts';
import { refundProps } from './refund-props.ts';
import { setMail } from './set-mail.ts';
import { statementMail } from './statement-mail.ts';
import { taskOverdueProps } from './task-overdue-props.ts';

/** What each mail about a case is filled with. */
const PROPS: {
  readonly [Template in Exclude<MessageTemplate, 'pre-notice'>]: (
    facts: MessageFacts,
  ) => PropsByTemplate[Template];
} = {
  'payment-request': paymentRequestProps,
  'data-request': dataRequestProps,
  'method-link': methodLinkProps,
  'method-reviewed': methodReviewedProps,
  'method-expiring': methodExpiringProps,
  invoice: invoiceProps,
  'payment-failed': paymentFailedProps,
  'partial-received': partialReceivedProps,
  receipt: receiptProps,
  reminder: reminderProps,
  refund: refundProps,
  'dispute-or-return': disputeOrReturnProps,
  'internal-notice': internalNoticeProps,
};

const isTemplate = (name: string): name is keyof typeof PROPS => Object.hasOwn(PROPS, name);

/** A queued message as the mail that is sent, with its PDF. */
export const composeMail = async (ports: Ports, message: Message): Promise<Mail> => {
  const { template } = message;
  if (template === 'invitation')
    return setMail(ports, message, template, await invitationProps(ports, message));
  // A notice like the others, but told apart: its subject has had the one of its beginning already.
  if (template === 'task-overdue')
    return setMail(ports, message, 'internal-notice', await taskOverdueProps(ports, message));
  if (template === 'account-statement') {
    const { says, documentId } = statementMail(message);
    return setMail(ports, message, template, says, [await attached(ports, message, documentId)]);
  }
  const facts = await readMessageFacts(ports, message);
  if (template === 'sign-in-code') return setMail(ports, message, template, codeProps(ports, facts));
  if (template === 'pre-notice') return setMail(ports, message, template, await preNoticeProps(ports, facts));
  if (!isTemplate(template)) throw new Error(`There is no template ${template}.`);
  return setMail(ports, message, template, PROPS[template](facts), await pdfOf(ports, facts));
};

/** An invoice goes along with its own mail, a receipt with the mail about its payment, be it the whole or a part. */
const documentOf = ({ message, invoice, receipt }: MessageFacts) => {
  // The correction of a refund bears the refund's id.
  const isAboutInvoice = message.template === 'invoice' || message.template === 'refund';
  if (isAboutInvoice && invoice) return { kind: 'INVOICE', id: invoice.id } as const;
  const isAboutPayment = message.template === 'receipt' || message.template === 'partial-received';
  return isAboutPayment && receipt ? ({ kind: 'RECEIPT', id: receipt.id } as const) : null;
};

/** The document that goes along, rendered now if its own job has not been there yet. */
const pdfOf = async (ports: Ports, facts: MessageFacts): Promise<readonly MailAttachment[]> => {
  const wanted = documentOf(facts);
  if (!wanted) return [];
  const { organizationId } = facts.message;
  const id = await renderDocument(workshopOf(ports), { organizationId, ...wanted });
  return [await attached(ports, facts.message, id)];
};

const attached = async (ports: Ports, { organizationId }: Message, id: string): Promise<MailAttachment> => {
  const { name, mediaType, bytes } = await withTenant(ports.db, organizationId, (tx) =>
    tx.document.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } } }),
  );
  return { filename: name, content: bytes, contentType: mediaType, contentId: null };
};
