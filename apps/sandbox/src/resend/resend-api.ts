import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { GetEmailResponseSuccess, ListEmail, ListEmailsResponseSuccess } from 'resend';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { StoredMail } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import type { MailHooks } from './mail-hooks.ts';
import { type MailInput, outcomeOf, readMail } from './read-mail.ts';
import { invalidField, ResendError } from './resend-error.ts';

const GLOBAL = '';
const KEY_LIFETIME_MS = 24 * 3600 * 1000;
const MAX_BATCH = 100;

const listed = (mail: StoredMail): ListEmail => ({
  id: mail.id,
  bcc: [...mail.bcc],
  cc: [...mail.cc],
  created_at: new Date(mail.created * 1000).toISOString(),
  from: mail.from,
  last_event: mail.lastEvent,
  message_id: `<${mail.id}@resend.sandbox>`,
  reply_to: [...mail.replyTo],
  scheduled_at: null,
  subject: mail.subject,
  to: [...mail.to],
});

const retrieved = (mail: StoredMail): GetEmailResponseSuccess => ({
  object: 'email',
  ...listed(mail),
  html: mail.html,
  text: mail.text,
  tags: mail.tags.map((tag) => ({ ...tag })),
});

const authenticate = (c: Context): void => {
  const key = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
  if (!key) throw new ResendError(401, 'missing_api_key', 'Missing API Key');
  if (!/^re_\w{4,}$/.test(key)) throw new ResendError(403, 'invalid_api_key', 'API key is invalid');
};

const jsonOf = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json();
  } catch {
    throw invalidField('The request body is not valid JSON.');
  }
};

/** Resend's API for sending and reading mails, with its idempotency keys. */
export const resendApi = (store: Store, clock: VirtualClock, hooks: Pick<MailHooks, 'tell'>): Hono => {
  const app = new Hono();
  const { mails, mailKeys } = store.tablesOf(GLOBAL);

  const keep = (input: MailInput): string => {
    const facts = { lastEvent: outcomeOf(input.to), created: clock.now() };
    const mail = mails.put({ id: randomUUID(), ...input, ...facts });
    hooks.tell(mail);
    return mail.id;
  };

  /** Takes mails once per key: the same request again gives the same ids, another request with the key is refused. */
  const take = (c: Context, endpoint: string, inputs: readonly MailInput[]): readonly string[] =>
    store.work(() => {
      const key = c.req.header('Idempotency-Key');
      if (key === undefined) return inputs.map(keep);
      if (key.length < 1 || key.length > 256) {
        throw new ResendError(
          400,
          'invalid_idempotency_key',
          'Idempotency key must be between 1 and 256 characters.',
        );
      }
      const request = JSON.stringify([endpoint, inputs]);
      const first = mailKeys.get(key);
      if (first && Date.now() - first.createdMs < KEY_LIFETIME_MS) {
        if (first.request === request) return first.mails;
        throw new ResendError(
          409,
          'invalid_idempotent_request',
          'This idempotency key has been used on a previous request with a different payload.',
        );
      }
      const ids = inputs.map(keep);
      mailKeys.put({ id: key, request, mails: ids, createdMs: Date.now() });
      return ids;
    });

  const requireMail = (c: Context): StoredMail => {
    const mail = mails.get(c.req.param('id') ?? '');
    if (!mail) throw new ResendError(404, 'not_found', 'Email not found');
    return mail;
  };

  app.onError((error, c) => {
    if (error instanceof ResendError) return c.json(error.body, { status: error.status as 422 });
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return c.json({ statusCode: 500, name: 'internal_server_error', message: 'Internal server error.' }, 500);
  });
  app.use('/emails/*', async (c, next) => {
    authenticate(c);
    await next();
  });

  app.post('/emails', async (c) => c.json({ id: take(c, 'emails', [readMail(await jsonOf(c))])[0] }));
  app.post('/emails/batch', async (c) => {
    const body = await jsonOf(c);
    if (!Array.isArray(body) || body.length === 0)
      throw invalidField('The request body must be an array of emails.');
    if (body.length > MAX_BATCH) throw invalidField(`A batch can hold at most ${MAX_BATCH} emails.`);
    return c.json({ data: take(c, 'emails/batch', body.map(readMail)).map((id) => ({ id })) });
  });
  app.get('/emails', (c) => {
    const limit = Math.min(100, Math.max(1, Number(c.req.query('limit') ?? 20) || 20));
    const all = mails.newestFirst();
    const after = c.req.query('after');
    const start = after === undefined ? 0 : all.findIndex((mail) => mail.id === after) + 1;
    const answer: ListEmailsResponseSuccess = {
      object: 'list',
      has_more: all.length > start + limit,
      data: all.slice(start, start + limit).map(listed),
    };
    return c.json(answer);
  });
  app.get('/emails/:id', (c) => c.json(retrieved(requireMail(c))));

  return app;
};
