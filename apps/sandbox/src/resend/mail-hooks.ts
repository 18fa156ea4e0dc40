import { createHmac, randomUUID } from 'node:crypto';
import type { WebhookEventPayload } from 'resend';
import type { StoredMail } from '../state/records.ts';

export interface MailHookTarget {
  readonly url: string;
  /** As Resend shows it: `whsec_` and base64. */
  readonly secret: string;
}

export interface MailHooks {
  /** Whom to tell from now on; null: nobody. */
  readonly pointTo: (target: MailHookTarget | null) => void;
  /** Tells what has become of a mail: sent, and then delivered, bounced or suppressed. */
  readonly tell: (mail: StoredMail) => void;
  /** Resolves once nothing is under way. */
  readonly settled: () => Promise<void>;
}

type MailEvent = Extract<
  WebhookEventPayload,
  { readonly type: 'email.sent' | 'email.delivered' | 'email.bounced' }
>;

/** Real milliseconds until the next try; Resend keeps trying for hours, a demo that is not up yet is not worth that. */
const PAUSES_MS = [500, 2_000];
const TIMEOUT_MS = 10_000;

/** Svix's scheme, which Resend signs with: over id, real time and body. */
const signed = (body: string, secret: string): Record<string, string> => {
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': timestamp,
    'svix-signature': `v1,${mac}`,
  };
};

const dataOf = (mail: StoredMail) => ({
  created_at: new Date(mail.created * 1000).toISOString(),
  email_id: mail.id,
  message_id: `<${mail.id}@resend.sandbox>`,
  from: mail.from,
  to: [...mail.to],
  subject: mail.subject,
  tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
});

const BOUNCE = { type: 'Permanent', subType: 'General', message: 'The mailbox does not exist.' };

const eventsOf = (mail: StoredMail): readonly MailEvent[] => {
  const common = { created_at: new Date().toISOString(), data: dataOf(mail) };
  const bounces = mail.lastEvent === 'bounced' || mail.lastEvent === 'suppressed';
  const outcome: MailEvent = bounces
    ? { ...common, type: 'email.bounced', data: { ...common.data, bounce: BOUNCE } }
    : { ...common, type: 'email.delivered' };
  return [{ ...common, type: 'email.sent' }, outcome];
};

/** The webhooks of the Resend stand-in: signed as Resend's are, each event on its own, in no promised order. */
export const createMailHooks = (): MailHooks => {
  let target: MailHookTarget | null = null;
  const underWay = new Set<Promise<void>>();
  const isTaken = async ({ url, secret }: MailHookTarget, body: string): Promise<boolean> => {
    const options = { method: 'POST', body, headers: signed(body, secret) };
    const response = await fetch(url, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
      () => null,
    );
    await response?.body?.cancel();
    return response?.ok ?? false;
  };
  const send = async (to: MailHookTarget, body: string): Promise<void> => {
    for (const pause of [...PAUSES_MS, null]) {
      if (await isTaken(to, body)) return;
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  };
  return {
    pointTo: (next) => {
      target = next;
    },
    tell: (mail) => {
      if (!target) return;
      for (const event of eventsOf(mail)) {
        const sending = send(target, JSON.stringify(event)).finally(() => underWay.delete(sending));
        underWay.add(sending);
      }
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};
