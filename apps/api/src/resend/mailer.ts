import { Resend } from 'resend';
import { MESSAGE_TAG } from './resend.webhook.ts';

export interface MailAttachment {
  readonly filename: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  /** Set for an image that the HTML shows. */
  readonly contentId: string | null;
}

export interface Mail {
  /** The business in whose name the mail goes out. */
  readonly fromName: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  /** By which its delivery is recognized; null: nobody keeps it. */
  readonly tag: string | null;
  /** The id of the recorded message: the provider sends one mail per key within 24 hours. */
  readonly key: string;
}

/**
 * `SENT` with the provider's id, null where an earlier try was taken whose answer was lost; `REFUSED` for what will never
 * be accepted; anything else is thrown and tried again.
 */
export type MailOutcome =
  | { readonly state: 'SENT'; readonly providerRef: string | null }
  | { readonly state: 'REFUSED'; readonly reason: string };

export interface Mailer {
  readonly send: (mail: Mail) => Promise<MailOutcome>;
}

/** The provider could not take the mail now. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken';
}

/** Errors that a second try cannot mend (resend.com/docs/api-reference/errors). */
const FINAL = new Set([
  'validation_error',
  'missing_required_field',
  'invalid_attachment',
  'invalid_parameter',
  'invalid_from_address',
]);

/** The key is one message's own, so a mail that the provider knows by it is that message, taken with an earlier try. */
const TAKEN_BEFORE = 'invalid_idempotent_request';

export interface MailerSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  /** The address that every mail comes from; it must be verified at the provider. */
  readonly from: string;
}

/** A display name without what could end it early. */
const quoted = (name: string): string => `"${name.replace(/["\\\r\n]/g, ' ').trim()}"`;

/** The bare address of a sender that may be given as `Name <address>`. */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** Mails through Resend's SDK; `baseUrl` only points elsewhere in demo mode. */
export const createMailer = ({ apiKey, baseUrl, from }: MailerSettings): Mailer => {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    send: async ({ key, tag, attachments, replyTo, fromName, ...mail }) => {
      const { data, error } = await resend.emails.send(
        {
          ...mail,
          from: `${quoted(fromName)} <${addressOf(from)}>`,
          ...(replyTo ? { replyTo } : {}),
          ...(tag ? { tags: [{ name: MESSAGE_TAG, value: tag }] } : {}),
          attachments: attachments.map(({ filename, content, contentType, contentId }) => ({
            filename,
            content: Buffer.from(content),
            contentType,
            ...(contentId ? { contentId } : {}),
          })),
        },
        { idempotencyKey: key },
      );
      if (data) return { state: 'SENT', providerRef: data.id };
      if (error?.name === TAKEN_BEFORE) return { state: 'SENT', providerRef: null };
      if (error && FINAL.has(error.name)) return { state: 'REFUSED', reason: error.message };
      throw new MailNotTaken(error?.message ?? 'The mail provider gave no answer.');
    },
  };
};

/** A business without a mail provider sends nothing: each message says so. */
export const noMailer: Mailer = {
  send: async () => ({ state: 'REFUSED', reason: 'No mail provider is set up.' }),
};
