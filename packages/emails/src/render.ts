import type { Locale } from '@zahlwerk/domain/money/format-money';
import { plainLine, shorten } from './clean-text.ts';
import { giroCodeAttachments, type InlineAttachment } from './giro-code.ts';
import { FRAME_WORDS } from './layout/frame-words.ts';
import { setHtml } from './layout/html-mail.tsx';
import { setText } from './layout/text-mail.ts';
import type { Mail } from './mail.ts';
import { type PropsByTemplate, TEMPLATES, type TemplateId } from './templates.ts';

export interface RenderedMessage {
  /** One line without control characters, so it cannot become a second header. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Pictures that the HTML refers to by content id. The sender adds its own attachments, such as the invoice's PDF. */
  readonly attachments: readonly InlineAttachment[];
}

const LONGEST_SUBJECT = 150;

/**
 * Sets a message in the reader's language. The same props always give the same result. Throws a RangeError for a link
 * that is not http or https and for a date that is none; texts of customers cannot make it fail.
 */
export const renderMessage = async <TId extends TemplateId>(
  template: TId,
  locale: Locale,
  props: PropsByTemplate[TId],
): Promise<RenderedMessage> => {
  const mail = withSubject(TEMPLATES[template](props, locale), locale);
  return {
    subject: mail.subject,
    html: await setHtml(mail, locale),
    text: setText(mail, locale),
    attachments: await giroCodeAttachments(mail),
  };
};

const withSubject = (mail: Mail, locale: Locale): Mail => {
  const prefix = mail.isTest ? `${FRAME_WORDS[locale].testPrefix} ` : '';
  return { ...mail, subject: shorten(plainLine(prefix + mail.subject), LONGEST_SUBJECT) };
};
