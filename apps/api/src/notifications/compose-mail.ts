import type { Message } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import type { MessageTemplate } from '@zahlwerk/domain/workflow/decision';
import { renderMessage } from '@zahlwerk/emails/render';
import { renderDocument } from '../documents/render-document.ts';
import type { Ports } from '../ports.ts';
import type { Mail, MailAttachment } from '../resend/mailer.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { composeInvitation } from './compose-invitation.ts';
import { type MessageFacts, readMessageFacts } from './message-facts.ts';
import {
  dataRequestProps,
  internalNoticeProps,
  invoiceProps,
  methodLinkProps,
  partialReceivedProps,
  paymentFailedProps,
  paymentRequestProps,
  receiptProps,
} from './message-props.ts';

type Rendered = ReturnType<typeof renderMessage>;

const RENDER: Readonly<Record<MessageTemplate, (facts: MessageFacts, locale: 'de' | 'en') => Rendered>> = {
  'payment-request': (facts, locale) => renderMessage('payment-request', locale, paymentRequestProps(facts)),
  'data-request': (facts, locale) => renderMessage('data-request', locale, dataRequestProps(facts)),
  'method-link': (facts, locale) => renderMessage('method-link', locale, methodLinkProps(facts)),
  invoice: (facts, locale) => renderMessage('invoice', locale, invoiceProps(facts)),
  'payment-failed': (facts, locale) => renderMessage('payment-failed', locale, paymentFailedProps(facts)),
  'partial-received': (facts, locale) =>
    renderMessage('partial-received', locale, partialReceivedProps(facts)),
  receipt: (facts, locale) => renderMessage('receipt', locale, receiptProps(facts)),
  'internal-notice': (facts, locale) => renderMessage('internal-notice', locale, internalNoticeProps(facts)),
};

const isTemplate = (name: string): name is MessageTemplate => Object.hasOwn(RENDER, name);

/** A queued message as the mail that is sent: rendered in its recipient's language, with its PDF. */
export const composeMail = async (ports: Ports, message: Message): Promise<Mail> => {
  if (message.template === 'invitation') return composeInvitation(ports, message);
  if (!isTemplate(message.template)) throw new Error(`There is no template ${message.template}.`);
  const facts = await readMessageFacts(ports, message);
  const { subject, html, text, attachments } = await RENDER[message.template](facts, message.locale);
  const { seller } = facts.state.organization;
  return {
    key: message.providerKey,
    fromName: seller.name,
    to: message.recipient,
    replyTo: seller.email,
    subject,
    html,
    text,
    attachments: [
      ...attachments.map((file) => ({ ...file, contentId: file.contentId ?? null })),
      ...(await pdfOf(ports, facts)),
    ],
  };
};

const documentOf = ({ message, invoice, receipt }: MessageFacts) => {
  if (message.template === 'invoice' && invoice) return { kind: 'INVOICE', id: invoice.id } as const;
  return message.template === 'receipt' && receipt ? ({ kind: 'RECEIPT', id: receipt.id } as const) : null;
};

/** The document that goes along, rendered now if its own job has not been there yet. */
const pdfOf = async (ports: Ports, facts: MessageFacts): Promise<readonly MailAttachment[]> => {
  const wanted = documentOf(facts);
  if (!wanted) return [];
  const { organizationId } = facts.message;
  const id = await renderDocument(workshopOf(ports), { organizationId, ...wanted });
  const { name, mediaType, bytes } = await withTenant(ports.db, organizationId, (tx) =>
    tx.document.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } } }),
  );
  return [{ filename: name, content: bytes, contentType: mediaType, contentId: null }];
};
