import type { MailAttachment, StoredMail } from '../state/records.ts';
import { invalidField, missingField, ResendError } from './resend-error.ts';

export type MailInput = Omit<StoredMail, 'id' | 'lastEvent' | 'created'>;

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const NAMED = /^[^<>]*<([^<>]+)>$/;
const MAX_RECIPIENTS = 50;

const addressOf = (value: string): string => NAMED.exec(value.trim())?.[1]?.trim() ?? value.trim();

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const addresses = (value: unknown, field: string): string[] => {
  const given =
    value === undefined || value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
  const wrong = given.find((address) => !ADDRESS.test(addressOf(address)));
  if (wrong !== undefined) {
    throw invalidField(
      `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
    );
  }
  if (given.length > MAX_RECIPIENTS)
    throw invalidField(`\`${field}\` can have at most ${MAX_RECIPIENTS} addresses.`);
  return given;
};

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  ics: 'text/calendar',
  zip: 'application/zip',
};

const attachment = (value: unknown): MailAttachment => {
  const given = record(value);
  const { filename, content, path, content_type: type, content_id: id } = given;
  if (typeof content !== 'string' || content === '') {
    throw new ResendError(
      422,
      'invalid_attachment',
      typeof path === 'string'
        ? 'The sandbox does not fetch attachments by `path`; send their `content`.'
        : 'Attachment must have either a `content` or `path`.',
    );
  }
  const name = typeof filename === 'string' && filename !== '' ? filename : 'attachment';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return {
    filename: name,
    content,
    contentType: typeof type === 'string' ? type : (TYPES[ending] ?? 'application/octet-stream'),
    contentId: typeof id === 'string' ? id : null,
  };
};

const stringOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Checks a mail as Resend checks it. What the stand-in does not do (templates, scheduling) is refused, not ignored. */
export const readMail = (value: unknown): MailInput => {
  const given = record(value);
  const unsupported = ['template', 'scheduled_at', 'topic_id'].find((name) => given[name] !== undefined);
  if (unsupported) throw invalidField(`The sandbox does not support \`${unsupported}\`.`);
  const [from] = addresses(given.from, 'from');
  if (from === undefined) throw missingField('from');
  const to = addresses(given.to, 'to');
  if (to.length === 0) throw missingField('to');
  const subject = stringOrNull(given.subject);
  if (!subject) throw missingField('subject');
  const html = stringOrNull(given.html);
  const text = stringOrNull(given.text);
  if (html === null && text === null) {
    throw new ResendError(422, 'missing_required_field', 'Missing `html` or `text` field.');
  }
  return {
    from,
    to,
    cc: addresses(given.cc, 'cc'),
    bcc: addresses(given.bcc, 'bcc'),
    replyTo: addresses(given.reply_to, 'reply_to'),
    subject,
    html,
    text,
    headers: Object.fromEntries(
      Object.entries(record(given.headers)).map(([name, header]) => [name, String(header)]),
    ),
    tags: (Array.isArray(given.tags) ? given.tags : []).map((tag: unknown) => ({
      name: String(record(tag).name),
      value: String(record(tag).value),
    })),
    attachments: (Array.isArray(given.attachments) ? given.attachments : []).map(attachment),
  };
};

/** Resend's documented test addresses: `bounced@resend.dev` bounces, and so on; labels such as `bounced+1@` too. */
export const outcomeOf = (to: readonly string[]): StoredMail['lastEvent'] => {
  const mailbox = addressOf(to[0] ?? '').toLowerCase();
  const name = /^([a-z]+)(\+[^@]*)?@resend\.dev$/.exec(mailbox)?.[1];
  return name === 'bounced' || name === 'complained' || name === 'suppressed' ? name : 'delivered';
};
