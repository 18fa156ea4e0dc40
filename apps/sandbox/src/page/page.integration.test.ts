import { describe, expect, it } from 'vitest';
import { payByCard } from '../../test/customer-browser.ts';
import { charged, openSandbox, RETURN } from '../../test/open-sandbox.ts';
import { openReceiver, WEBHOOK_SECRET } from '../../test/webhook-receiver.ts';

const receiver = await openReceiver();
const { sandbox, newAccount } = await openSandbox({
  webhookUrl: receiver.url,
  webhookSecret: WEBHOOK_SECRET,
});

const show = async (path: string, language = 'en') => {
  const response = await fetch(`${sandbox.pageUrl}${path}`, { headers: { 'Accept-Language': language } });
  return { status: response.status, html: await response.text() };
};
const take = (step: string, values: Record<string, string>) =>
  fetch(`${sandbox.pageUrl}/do/${step}`, {
    method: 'POST',
    body: new URLSearchParams(values),
    redirect: 'manual',
  });

describe('the sandbox page', () => {
  it('shows the accounts with their objects, and leads to inbox and text messages', async () => {
    const stripe = newAccount();
    const intent = await charged(stripe);
    const { id } = await stripe.accounts.retrieveCurrent();
    const overview = await show('/');
    expect(overview.html).toContain(id);
    expect(overview.html).toContain(`${sandbox.resendUrl}/inbox`);
    expect(overview.html).toContain(sandbox.twilioUrl);
    expect((await show(`/accounts/${id}/paymentIntents`)).html).toContain(intent.id);
    const object = await show(`/objects/${intent.id}`);
    expect(object.html).toContain(`<a href="/objects/${String(intent.latest_charge)}">`);
    expect((await show('/', 'de')).html).toContain('Ereignisse und Zustellungen');
    expect((await show('/objects/pi_unknown')).status).toBe(404);
    expect((await show(`/accounts/${id}/secrets`)).status).toBe(404);
  });

  it('shows events with deliveries and their attempts, and delivers one again', async () => {
    const stripe = newAccount();
    const { id: account } = await stripe.accounts.retrieveCurrent();
    await stripe.customers.create({ name: 'Erika' });
    await sandbox.settled();
    const page = await show(`/accounts/${account}/events`);
    expect(page.html).toContain('customer.created');
    expect(page.html).toContain('200 OK');
    const [event] = (await stripe.events.list()).data;
    await take('redeliver', { id: event?.id ?? '' });
    await sandbox.settled();
    expect(receiver.received.filter((received) => received.event.id === event?.id)).toHaveLength(2);
  });

  it('passes and fails 3-D Secure in the customer’s place', async () => {
    const stripe = newAccount();
    const [first, second] = [
      await charged(stripe, 'pm_card_authenticationRequired'),
      await charged(stripe, 'pm_card_authenticationRequired'),
    ];
    expect((await show(`/objects/${first.id}`)).html).toContain('Pass 3-D Secure');
    await take('authenticate', { id: first.id, outcome: 'complete' });
    await take('authenticate', { id: second.id, outcome: 'fail' });
    expect((await stripe.paymentIntents.retrieve(first.id)).status).toBe('succeeded');
    expect((await stripe.paymentIntents.retrieve(second.id)).status).toBe('requires_payment_method');
    expect((await show(`/objects/${first.id}`)).html).not.toContain('Pass 3-D Secure');
  });

  it('completes a Checkout session whose challenge is passed there', async () => {
    const stripe = newAccount();
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://shop.example/done',
      line_items: [{ price_data: { currency: 'eur', unit_amount: 5_000, product_data: { name: 'A' } } }],
    });
    await payByCard(session.url ?? '', '4000002760003184');
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
    await take('authenticate', { id: String(intent), outcome: 'complete' });
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete');
  });

  it('answers a debit, pays out, lets a payout fail', async () => {
    const stripe = newAccount();
    const debit = await stripe.paymentIntents.create({
      amount: 50_000,
      currency: 'eur',
      payment_method: 'pm_success_de',
      confirm: true,
      ...RETURN,
      mandate_data: { customer_acceptance: { type: 'offline' } },
    });
    await take('debit', { id: debit.id, outcome: 'succeed' });
    const { id: account } = await stripe.accounts.retrieveCurrent();
    await take('payout', { account });
    const [payout] = (await stripe.payouts.list()).data;
    expect(payout).toMatchObject({ amount: 49_965, status: 'in_transit' });
    await take('payout-arrive', { id: payout?.id ?? '' });
    expect((await stripe.payouts.retrieve(payout?.id ?? '')).status).toBe('paid');
    await take('payout-fail', { id: payout?.id ?? '' });
    expect((await stripe.payouts.retrieve(payout?.id ?? '')).status).toBe('failed');
  });

  it('opens a dispute and decides it', async () => {
    const stripe = newAccount();
    const intent = await charged(stripe);
    const charge = String(intent.latest_charge);
    expect((await show(`/objects/${charge}`)).html).toContain('Dispute the payment');
    await take('dispute', { id: charge, reason: 'product_not_received' });
    expect((await show(`/objects/${charge}`)).html).not.toContain('Dispute the payment');
    const [dispute] = (await stripe.disputes.list()).data;
    expect(dispute).toMatchObject({ reason: 'product_not_received', amount: 11_900 });
    expect((await show(`/objects/${dispute?.id}`)).html).toContain('The bank decides for us');
    await take('decide', { id: dispute?.id ?? '', outcome: 'won' });
    expect((await stripe.disputes.retrieve(dispute?.id ?? '')).status).toBe('won');
  });

  it('lets a transfer arrive: in part, then too much', async () => {
    const stripe = newAccount();
    const { id: customer } = await stripe.customers.create({ name: 'Erika' });
    const { id } = await stripe.paymentIntents.create({
      amount: 50_000,
      currency: 'eur',
      customer,
      allowed_payment_method_types: ['customer_balance'],
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: {
        customer_balance: {
          funding_type: 'bank_transfer',
          bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
        },
      },
      confirm: true,
    });
    const page = await show(`/objects/${id}`);
    expect(page.html).toContain('Only half of it arrives');
    expect(page.html).not.toContain('Pass 3-D Secure');
    await take('transfer', { id, outcome: 'under' });
    const partly = await stripe.paymentIntents.retrieve(id);
    expect(partly.next_action?.display_bank_transfer_instructions?.amount_remaining).toBe(25_000);
    await take('transfer', { id, outcome: 'over' });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
    expect((await stripe.customers.retrieveCashBalance(customer)).available).toEqual({ eur: 1_000 });
  });

  it('pays in an app: declined first, then with another card', async () => {
    const stripe = newAccount();
    const { id } = await stripe.paymentIntents.create({ amount: 11_900, currency: 'eur' });
    expect((await show(`/objects/${id}`)).html).toContain('Pay in the app');
    await take('pay', { id, method: 'pm_card_chargeDeclined' });
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { decline_code: 'generic_decline' },
    });
    await take('pay', { id, method: 'pm_card_visa' });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded');
    expect((await show(`/objects/${id}`)).html).not.toContain('Pay in the app');
  });

  it('presents a card to a reader, and unplugs it', async () => {
    const stripe = newAccount();
    const location = await stripe.terminal.locations.create({
      display_name: 'Workshop',
      address: { line1: 'Beispielstraße 1', country: 'DE' },
    });
    const reader = await stripe.terminal.readers.create({
      registration_code: 'simulated-wpe',
      location: location.id,
    });
    const intent = await stripe.paymentIntents.create({
      amount: 11_900,
      currency: 'eur',
      allowed_payment_method_types: ['card_present'],
    });
    await stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: intent.id });
    expect((await show(`/objects/${reader.id}`)).html).toContain('Present the card');
    await take('present', { id: reader.id, number: '4001000360000005' });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
    await take('reader-status', { id: reader.id, status: 'offline' });
    expect((await show(`/objects/${reader.id}`)).html).toContain('Plug the reader in');
  });

  it('moves the clock, pulls and releases levers', async () => {
    const before = sandbox.clock.now();
    const moved = await take('clock', { advanceSeconds: '3600' });
    expect([moved.status, moved.headers.get('Location')]).toEqual([303, '/']);
    expect(sandbox.clock.now() - before).toBeGreaterThanOrEqual(3_600);
    await take('fault', { lever: 'rate_limit', times: '3' });
    const [lever] = sandbox.faults.all();
    expect(lever).toMatchObject({ fault: { lever: 'rate_limit' }, left: 3 });
    expect((await show('/')).html).toContain('rate_limit');
    await take('release', { id: lever?.id ?? '' });
    expect(sandbox.faults.all()).toEqual([]);
    expect((await take('dance', {})).status).toBe(404);
  });
});

describe('the clock over HTTP', () => {
  const clock = async (body?: object) => {
    const response = await fetch(
      `${sandbox.stripeUrl}/_sandbox/clock`,
      body ? { method: 'POST', body: JSON.stringify(body) } : {},
    );
    return {
      status: response.status,
      ...((await response.json()) as { now?: number; iso?: string; stopped?: boolean }),
    };
  };

  it('is read, set, moved, stopped and started', async () => {
    expect(await clock({ now: '2027-03-01T08:00:00Z', stopped: true })).toMatchObject({
      iso: '2027-03-01T08:00:00.000Z',
      stopped: true,
    });
    expect(await clock({ advanceSeconds: 90 })).toMatchObject({ iso: '2027-03-01T08:01:30.000Z' });
    expect(await clock()).toMatchObject({ iso: '2027-03-01T08:01:30.000Z' });
    expect(await clock({ stopped: false })).toMatchObject({ stopped: false });
    expect((await clock({ now: 'soon' })).status).toBe(400);
    expect((await clock({ advanceSeconds: 1.5 })).status).toBe(400);
  });
});
