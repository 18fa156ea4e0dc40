import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { end, launch, somePorts, start } from '../test/child-sandbox.ts';
import { payByCard } from '../test/customer-browser.ts';
import { charged, stripeClient } from '../test/open-sandbox.ts';
import { openReceiver, WEBHOOK_SECRET } from '../test/webhook-receiver.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'zahlwerk-sandbox-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starting a process takes as long as the machine is busy. */
const PATIENT = { timeout: 60_000 };

describe('the sandbox as a process', PATIENT, () => {
  it('says it is ready once everything answers, and ends on SIGTERM and on SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { child, pageUrl, stripeUrl, resendUrl } = await start(await somePorts());
      expect((await fetch(`${pageUrl}/healthz`)).status).toBe(200);
      expect((await fetch(`${resendUrl}/inbox`)).status).toBe(200);
      // A page that stays open must not hold the process.
      const waiting = fetch(`${stripeUrl}/v1/customers`, { headers: { Connection: 'keep-alive' } });
      expect((await waiting).status).toBe(401);
      expect(await end(child, signal)).toBe(0);
      await expect(fetch(`${pageUrl}/healthz`)).rejects.toThrow();
    }
  });

  it('has everything again after kill -9: objects, keys, clock, mails, and what is due', async () => {
    const ports = await somePorts();
    const receiver = await openReceiver();
    const environment = { SANDBOX_DATA_DIR: dataDir, SANDBOX_WEBHOOK_SECRET: WEBHOOK_SECRET };
    const first = await start(ports, { ...environment, SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:9/down' });
    const stripe = stripeClient(first);
    await fetch(`${first.pageUrl}/_sandbox/clock`, {
      method: 'POST',
      body: JSON.stringify({ now: '2027-01-11T12:00:00Z' }),
    });
    const customer = await stripe.customers.create({ name: 'Erika' }, { idempotencyKey: 'k-1' });
    await charged(stripe, 'pm_card_visa', { customer: customer.id });
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://shop.example/done',
      line_items: [{ price_data: { currency: 'eur', unit_amount: 5_000, product_data: { name: 'A' } } }],
    });
    await fetch(`${first.resendUrl}/emails`, {
      method: 'POST',
      headers: { Authorization: 'Bearer re_test_1234', 'Content-Type': 'application/json' },
      body: JSON.stringify({ from: 'a@example.com', to: 'b@example.com', subject: 'Hallo', text: 'Welt' }),
    });
    expect(await end(first.child, 'SIGKILL')).toBe('SIGKILL');

    const second = await start(ports, { ...environment, SANDBOX_WEBHOOK_URL: receiver.url });
    const again = stripeClient(second);
    expect((await again.customers.create({ name: 'Erika' }, { idempotencyKey: 'k-1' })).id).toBe(customer.id);
    expect((await again.balance.retrieve()).pending[0]?.amount).toBe(11_696);
    expect(await (await fetch(`${second.resendUrl}/inbox`)).text()).toContain('Hallo');
    expect((await payByCard(session.url ?? '', '4242424242424242')).location).toBe(
      'https://shop.example/done',
    );
    await fetch(`${second.pageUrl}/_sandbox/clock`, {
      method: 'POST',
      body: JSON.stringify({ advanceSeconds: 7 * 86_400 }),
    });
    expect((await again.payouts.list()).data[0]).toMatchObject({ status: 'paid', amount: 11_696 + 4_900 });
    await fetch(`${second.pageUrl}/_sandbox/settle`, { method: 'POST' });
    expect(receiver.types()).toContain('customer.created');
    expect(receiver.types()).toContain('payout.paid');
    expect(receiver.forged).toEqual([]);
    expect(await end(second.child, 'SIGTERM')).toBe(0);
  });

  it('says in one sentence that a port is busy', async () => {
    const ports = await somePorts();
    const running = await start(ports);
    const port = ports.SANDBOX_STRIPE_PORT ?? '';
    const second = await launch({ ...(await somePorts()), SANDBOX_STRIPE_PORT: port });
    expect(second.code).toBe(1);
    expect(second.err).toBe(
      `The sandbox cannot start. Port ${port} is in use. Stop what listens there, or set another port.\n`,
    );
    await end(running.child, 'SIGTERM');
  });

  it.each([
    ['a port that is none', { SANDBOX_PORT: 'many' }, 'SANDBOX_PORT must be a port number, not "many".'],
    [
      'a folder that cannot be',
      { SANDBOX_DATA_DIR: '/dev/null/below' },
      '/dev/null/below (SANDBOX_DATA_DIR) cannot be used',
    ],
  ])('names %s', async (_what, wrong, sentence) => {
    const refused = await launch({ ...(await somePorts()), ...wrong });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(sentence);
  });
});
