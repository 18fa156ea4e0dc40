import type { Message } from '@zahlwerk/db/generated/client';
import type { Business } from '@zahlwerk/emails/mail';
import { renderMessage } from '@zahlwerk/emails/render';
import type { PropsByTemplate, TemplateId } from '@zahlwerk/emails/templates';
import type { Ports } from '../ports.ts';
import type { Mail, MailAttachment } from '../resend/mailer.ts';
import { tagOf } from '../resend/resend.webhook.ts';
import { frozenProps } from './frozen-props.ts';

/** A message as the mail that is sent: in its recipient's language, in the name of the business, with its documents. */
export const setMail = async <Template extends TemplateId>(
  ports: Ports,
  message: Message,
  template: Template,
  fresh: PropsByTemplate[Template] & { readonly business: Business },
  documents: readonly MailAttachment[] = [],
): Promise<Mail> => {
  const props = await frozenProps(ports, message, fresh);
  const { subject, html, text, attachments } = await renderMessage(template, message.locale, props);
  return {
    key: message.providerKey,
    tag: tagOf(message.organizationId, message.id),
    fromName: props.business.name,
    to: message.recipient,
    replyTo: props.business.email,
    subject,
    html,
    text,
    attachments: [
      ...attachments.map((file) => ({ ...file, contentId: file.contentId ?? null })),
      ...documents,
    ],
  };
};
