import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { vi } from 'vitest';
import type { Stack } from '../stack.ts';

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    /** Base64. */
    readonly content: string;
  }[];
}

const mailsTo = async ({ resendUrl }: Stack, to: string): Promise<readonly Mail[]> => {
  const response = await fetch(`${resendUrl}/_sandbox/mails?to=${encodeURIComponent(to)}`);
  return ((await response.json()) as { mails: readonly Mail[] }).mails;
};

const BOUND = { timeout: 20_000, interval: 200 };

/** Waits for the newest mail to this address whose subject fits. */
export const receiveMail = (stack: Stack, to: string, subject: RegExp): Promise<Mail> =>
  vi.waitFor(async () => {
    const mails = await mailsTo(stack, to);
    const found = mails.find((mail) => subject.test(mail.subject));
    if (!found) throw new Error(`${to} has not got ${subject}, only: ${mails.map((mail) => mail.subject)}`);
    return found;
  }, BOUND);

/** The first address in the mail's text that leads to this part of the desk. */
export const linkIn = (
  { text }: Mail,
  part: 'pay' | 'invitation' | 'method' | 'data' | 'reset-password',
): string => {
  const link = new RegExp(`https?://\\S+/${part}/[\\w-]+`).exec(text)?.[0];
  if (!link) throw new Error(`The mail has no link to /${part}/.`);
  return link;
};

/** What a banking app reads from the GiroCode in the mail, line by line. */
export const giroCodeIn = ({ attachments }: Mail): readonly string[] => {
  const picture = attachments.find(({ contentType }) => contentType === 'image/png');
  if (!picture) throw new Error('The mail has no picture.');
  const { data, width, height } = PNG.sync.read(Buffer.from(picture.content, 'base64'));
  const code = jsqr.default(new Uint8ClampedArray(data), width, height);
  if (!code) throw new Error('The picture in the mail cannot be read as a QR code.');
  return code.data.split(/\r?\n/);
};
