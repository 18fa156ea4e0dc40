import { Resend, type WebhookEventPayload } from 'resend';
import { describe, expect, it } from 'vitest';
import { openSandbox } from '../../test/open-sandbox.ts';
import { listen } from '../listen.ts';

const { sandbox } = await openSandbox();
const resend = new Resend('re_test_12345678', { baseUrl: sandbox.resendUrl });

const WEBHOOK_SECRET = `whsec_${Buffer.from('of the stand-in').toString('base64')}`;

const MAIL = {
  from: 'Schreinerei Lindner <rechnung@lindner.example>',
  to: ['erika@example.com'],
  subject: 'Ihre Rechnung R-7',
  html: '<h1>Rechnung</h1><p><a href="https://pay.example/x">Jetzt bezahlen</a></p><img src="cid:giro">',
  text: 'Rechnung R-7',
};

const inboxPage = async (path: string, language = 'de') =>
  fetch(`${sandbox.resendUrl}${path}`, { headers: { 'Accept-Language': language } });

describe('sending', () => {
  it('keeps the mail as it was sent, attachments included', async () => {
    const { data, error } = await resend.emails.send({
      ...MAIL,
      cc: 'max@example.com',
      replyTo: 'chef@lindner.example',
      tags: [{ name: 'template', value: 'invoice' }],
      attachments: [
        { filename: 'rechnung.pdf', content: Buffer.from('%PDF-1.7 test') },
        { filename: 'giro.png', content: Buffer.from('png'), contentId: 'giro', contentType: 'image/png' },
      ],
    });
    expect(error).toBeNull();
    const id = data?.id ?? '';
    expect((await resend.emails.get(id)).data).toMatchObject({
      id,
      object: 'email',
      to: ['erika@example.com'],
      cc: ['max@example.com'],
      reply_to: ['chef@lindner.example'],
      subject: 'Ihre Rechnung R-7',
      last_event: 'delivered',
      tags: [{ name: 'template', value: 'invoice' }],
    });
    const pdf = await inboxPage(`/inbox/${id}/attachments/0`);
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
    expect(await pdf.text()).toBe('%PDF-1.7 test');
    const body = await (await inboxPage(`/inbox/${id}/html`)).text();
    expect(body).toContain(`<img src="/inbox/${id}/attachments/1">`);
    expect(body).toContain('https://pay.example/x');
  });

  it('sends once per idempotency key, and refuses the key for another mail', async () => {
    const send = (subject: string) =>
      resend.emails.send({ ...MAIL, subject }, { idempotencyKey: 'message-7' });
    const first = await send('Einmal');
    const second = await send('Einmal');
    expect(second.data?.id).toBe(first.data?.id);
    expect((await send('Anders')).error).toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
  });

  it('takes a batch', async () => {
    const { data } = await resend.batch.send([MAIL, { ...MAIL, subject: 'Zweite' }]);
    expect(data?.data).toHaveLength(2);
    const listed = (await resend.emails.list()).data?.data ?? [];
    expect(listed.slice(0, 2).map(({ subject }) => subject)).toEqual(['Zweite', 'Ihre Rechnung R-7']);
  });

  it('bounces at the documented test addresses', async () => {
    const { data } = await resend.emails.send({ ...MAIL, to: 'bounced+7@resend.dev' });
    expect((await resend.emails.get(data?.id ?? '')).data?.last_event).toBe('bounced');
  });
});

describe('webhooks', () => {
  it('tell what became of a mail, with its tags, signed so that the SDK accepts them', async () => {
    const told: WebhookEventPayload[] = [];
    const receiver = await listen(
      async (request: Request) => {
        const header = (name: string) => request.headers.get(`svix-${name}`) ?? '';
        const headers = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') };
        const payload = await request.text();
        told.push(resend.webhooks.verify({ payload, headers, webhookSecret: WEBHOOK_SECRET }));
        return new Response(null, { status: told.length === 1 ? 503 : 200 });
      },
      '127.0.0.1',
      0,
    );
    const press = (body: object) =>
      fetch(`${sandbox.stripeUrl}/_sandbox/resend-webhook`, { method: 'POST', body: JSON.stringify(body) });
    await press({ url: `http://127.0.0.1:${receiver.port}`, secret: WEBHOOK_SECRET });
    const tags = [{ name: 'message', value: 'm-7' }];
    await resend.emails.send({ ...MAIL, to: 'bounced@resend.dev', tags });
    await sandbox.settled();
    await press({});
    await receiver.close();
    // The first was refused, so it was told again.
    expect(told.map(({ type }) => type).sort()).toEqual(
      expect.arrayContaining(['email.bounced', 'email.sent']),
    );
    expect(told).toHaveLength(3);
    expect(told).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ tags: { message: 'm-7' } }) }),
    );
  });
});

describe('what Resend refuses', () => {
  it.each([
    [{ ...MAIL, from: 'nobody' }, 422, 'validation_error'],
    [{ ...MAIL, to: [] }, 422, 'missing_required_field'],
    [{ ...MAIL, subject: '' }, 422, 'missing_required_field'],
    [{ ...MAIL, html: undefined, text: undefined }, 422, 'missing_required_field'],
    [{ ...MAIL, attachments: [{ filename: 'a.pdf' }] }, 422, 'invalid_attachment'],
    [{ ...MAIL, scheduled_at: 'tomorrow' }, 422, 'validation_error'],
  ])('%#: a wrong mail', async (mail, status, name) => {
    const response = await fetch(`${sandbox.resendUrl}/emails`, {
      method: 'POST',
      headers: { Authorization: 'Bearer re_test_12345678', 'Content-Type': 'application/json' },
      body: JSON.stringify(mail),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ statusCode: status, name, message: expect.any(String) });
  });

  it('a missing or wrong key, and an unknown mail', async () => {
    expect((await fetch(`${sandbox.resendUrl}/emails`)).status).toBe(401);
    expect((await new Resend('sk_live', { baseUrl: sandbox.resendUrl }).emails.get('x')).error).toMatchObject(
      { statusCode: 403, name: 'invalid_api_key' },
    );
    expect((await resend.emails.get('unknown')).error).toMatchObject({ statusCode: 404, name: 'not_found' });
  });
});

describe('the inbox', () => {
  it('lists mails newest first and shows one, in the language of the browser', async () => {
    const { data } = await resend.emails.send({ ...MAIL, subject: 'Neueste <b>' });
    const list = await (await inboxPage('/inbox')).text();
    expect(list).toContain('Posteingang');
    expect(list.indexOf('Neueste &lt;b&gt;')).toBeLessThan(list.indexOf('Ihre Rechnung R-7'));
    const mail = await (await inboxPage(`/inbox/${data?.id}`, 'en')).text();
    expect(mail).toContain('Plain text version');
    expect(mail).toContain(`src="/inbox/${data?.id}/html" sandbox="`);
    expect((await inboxPage('/inbox/unknown')).status).toBe(404);
  });

  it('runs no script of a mail', async () => {
    const { data } = await resend.emails.send({ ...MAIL, html: '<script>alert(1)</script>' });
    const policy = (await inboxPage(`/inbox/${data?.id}/html`)).headers.get('Content-Security-Policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('answers as JSON for tests, by recipient', async () => {
    await resend.emails.send({ ...MAIL, to: 'only@example.com' });
    const { mails } = (await (await inboxPage('/_sandbox/mails?to=only@example.com')).json()) as {
      mails: Array<{ to: string[] }>;
    };
    expect(mails.map(({ to }) => to)).toEqual([['only@example.com']]);
  });
});
