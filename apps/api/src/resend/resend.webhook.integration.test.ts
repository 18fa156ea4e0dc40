import { createHmac } from 'node:crypto';
import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger } from '../../test/a-desk.ts';
import { readRows } from '../../test/rows.ts';
import { tagOf } from './resend.webhook.ts';

const SECRET = `whsec_${Buffer.from('a secret for tests').toString('base64')}`;
const BOUNCING = 'bounced+frieda@resend.dev';

let stage: ConnectedDesk;

beforeAll(async () => {
  stage = await aConnectedDesk({ env: { RESEND_WEBHOOK_SECRET: SECRET } });
  await stage.sandbox.press('resend-webhook', { url: `${stage.url}/webhooks/resend`, secret: SECRET });
});
afterAll(() => stage.stop());

const messagesTo = (recipient: string) =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.message.findMany({ where: { recipient }, orderBy: { queuedAt: 'asc' } }),
  );

const bounceTasks = () =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.task.findMany({ where: { reason: 'MESSAGE_BOUNCED' } }),
  );

/** Starts a case of a customer with this address and lets the request go out and be reported. */
const requestPaymentOf = async (customer: Parameters<ConnectedDesk['desk']['start']>[0]): Promise<string> => {
  const caseId = await stage.desk.start(customer);
  await stage.settle();
  await stage.settle();
  return caseId;
};

/** Tells of a message as Resend would, signed in its name; gives back the status of the answer. */
const tell = async (
  messageId: string,
  type: string,
  { secret = SECRET, ageSeconds = 0 } = {},
): Promise<number> => {
  const tags = { message: tagOf(stage.organizationId, messageId) };
  const bounce = { type: 'Permanent', subType: 'General', message: 'Gone.' };
  const body = JSON.stringify({ type, created_at: '', data: { tags, bounce, failed: { reason: 'Quota.' } } });
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const mac = createHmac('sha256', key).update(`msg_1.${timestamp}.${body}`).digest('base64');
  const headers = { 'svix-id': 'msg_1', 'svix-timestamp': timestamp, 'svix-signature': `v1,${mac}` };
  return (await fetch(`${stage.url}/webhooks/resend`, { method: 'POST', body, headers })).status;
};

describe('what becomes of a mail', { timeout: 60_000 }, () => {
  it('is known once the provider has told', async () => {
    const data = aStranger();
    await requestPaymentOf({ customer: { data } });
    expect(await messagesTo(data.email ?? '')).toMatchObject([
      {
        state: 'DELIVERED',
        deliveredAt: expect.any(Date),
        sentAt: expect.any(Date),
        title: expect.any(String),
      },
    ]);
  });

  it('stops further mails when it comes back, until the address is changed; one task says so', async () => {
    const caseId = await requestPaymentOf({ customer: { data: aStranger({ email: BOUNCING }) } });
    expect(await messagesTo(BOUNCING)).toMatchObject([
      { state: 'BOUNCED', lastError: 'The mailbox does not exist.' },
    ]);
    const { customer } = await stage.desk.read(caseId);
    expect(customer.emailBounced).toBe(true);
    expect(await bounceTasks()).toMatchObject([{ state: 'OPEN', detail: BOUNCING, caseId }]);
    await requestPaymentOf({ customer: { id: customer.id } });
    expect(await messagesTo(BOUNCING)).toMatchObject([
      { state: 'BOUNCED' },
      { state: 'FAILED', lastError: 'ADDRESS_BOUNCED', sentAt: null },
    ]);
    expect(await stage.sandbox.mailsTo(BOUNCING)).toHaveLength(1);
    expect(await bounceTasks()).toHaveLength(1);
    const data = { ...customer.data, email: 'frieda.neu@example.org' };
    await stage.desk.ask(caseId, stage.business.clerk, 'saveCustomerRecord', { data });
    expect((await stage.desk.read(caseId)).customer.emailBounced).toBe(false);
  });

  it('is believed only with the provider’s signature, and not for ever', async () => {
    const { id } = (await messagesTo(BOUNCING))[1] ?? { id: '' };
    const { rate_limit: _, ...before } = await readRows(stage.database);
    const forged = `whsec_${Buffer.from('another').toString('base64')}`;
    expect(await tell(id, 'email.bounced', { secret: forged })).toBe(400);
    expect(await tell(id, 'email.bounced', { ageSeconds: 3_600 })).toBe(400);
    expect(await tell(stage.ports.newId(), 'email.bounced')).toBe(200);
    expect(await tell(id, 'email.opened')).toBe(200);
    expect(await readRows(stage.database)).toMatchObject(before);
  });

  it('ends the same in whatever order it is told, and told again changes nothing', async () => {
    const orders = [
      ['email.delivered', 'email.failed', 'email.bounced'],
      ['email.bounced', 'email.delivered', 'email.failed'],
      ['email.failed', 'email.bounced', 'email.delivered'],
    ];
    for (const [index, order] of orders.entries()) {
      const data = aStranger({ email: `order.${index}@example.org` });
      await stage.sandbox.press('resend-webhook', {});
      await requestPaymentOf({ customer: { data } });
      const { id } = (await messagesTo(data.email ?? ''))[0] ?? { id: '' };
      for (const type of [...order, ...order]) expect(await tell(id, type)).toBe(200);
      expect(await messagesTo(data.email ?? '')).toMatchObject([{ state: 'BOUNCED' }]);
    }
    expect(await bounceTasks()).toHaveLength(1 + orders.length);
  });
});
