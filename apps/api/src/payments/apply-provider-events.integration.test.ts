import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { anEvent, deliver, readInbox } from '../../test/deliver.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { queryAll, readRows, readViolations } from '../../test/rows.ts';
import { applyProviderEvents } from './apply-provider-events.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

/** Everything that has been written, but for the note that something was told. */
const readBooks = async () => {
  const { webhook_inbox: _, ...rows } = await readRows(stage.database);
  return rows;
};

const pay = async (caseId: string, card: string = CARDS.good): Promise<void> => {
  await enterCard(await stage.openCheckout(caseId), card, 'Frieda Lorenzen');
};

const isBookedOnce = async (caseId: string): Promise<void> => {
  const { publishedStatus, payments, attempts } = await stage.desk.read(caseId);
  expect(publishedStatus).toBe('SETTLED');
  expect(attempts.map(({ state }) => state)).toEqual(['SUCCEEDED']);
  expect(payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
  const entries = await queryAll<{ purpose: string }>(
    stage.database,
    `SELECT purpose FROM journal_entry WHERE case_id = $1 ORDER BY purpose`,
    [caseId],
  );
  expect(entries.map(({ purpose }) => purpose)).toEqual(['INVOICE', 'PAYMENT', 'ALLOCATION', 'FEE']);
};

describe('what the provider tells', { timeout: 60_000 }, () => {
  it('twice at once changes nothing the second time', async () => {
    await stage.sandbox.press('faults', { lever: 'webhook_duplicate' });
    const caseId = await stage.desk.waiting();
    await pay(caseId);
    await stage.settle();
    await isBookedOnce(caseId);
    const told = await readInbox(stage);
    expect(new Set(told.map(({ event_id }) => event_id)).size).toBe(told.length);
  });

  it('again, long after, changes not even the inbox', async () => {
    const caseId = await stage.desk.waiting();
    await pay(caseId);
    await stage.settle();
    const before = await readRows(stage.database);
    for (const { event_id } of await readInbox(stage))
      await stage.sandbox.press(`events/${event_id}/redeliver`);
    await stage.settle();
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('in the reverse order comes to the same end', async () => {
    await stage.sandbox.press('faults', { lever: 'webhook_reorder', batch: 3 });
    const caseId = await stage.desk.waiting();
    await pay(caseId);
    await stage.settle();
    const types = (await readInbox(stage)).slice(-3).map(({ type }) => type);
    expect(types).toEqual(['charge.updated', 'checkout.session.completed', 'payment_intent.succeeded']);
    await isBookedOnce(caseId);
  });

  it('of a decline, after the customer has paid with another card, is no longer true', async () => {
    await stage.sandbox.press('faults', {
      lever: 'webhook_delay',
      types: 'payment_intent.payment_failed',
      seconds: 3_600,
    });
    const caseId = await stage.desk.waiting();
    await pay(caseId, CARDS.declined);
    await pay(caseId);
    await stage.settle();
    await isBookedOnce(caseId);
    const before = await readBooks();
    await stage.sandbox.press('clock', { advanceSeconds: 3_601 });
    await stage.settle();
    expect((await readInbox(stage)).at(-1)).toMatchObject({
      type: 'payment_intent.payment_failed',
      state: 'DONE',
    });
    expect(await readBooks()).toEqual(before);
  });

  it('by two events at once is booked once', async () => {
    const caseId = await stage.desk.waiting();
    await pay(caseId);
    await stage.sandbox.settled();
    const fresh = (await readInbox(stage)).filter(({ state }) => state === 'NEW');
    expect(fresh.length).toBeGreaterThan(1);
    await Promise.all(
      fresh.map(({ id }) =>
        applyProviderEvents(stage.ports, [{ organizationId: stage.organizationId, inboxId: id }]),
      ),
    );
    await stage.settle();
    await isBookedOnce(caseId);
  });

  it('in one batch is applied by itself each, and a payment is asked for once', async () => {
    const caseId = await stage.desk.waiting();
    await pay(caseId);
    await stage.sandbox.settled();
    await deliver(stage, anEvent('pi_of_nobody'));
    const fresh = (await readInbox(stage)).filter(({ state }) => state === 'NEW');
    const asked: string[] = [];
    const { stripe } = await stage.ports.stripe.open(stage.organizationId, stage.account.id);
    const note = ({ path }: { readonly path: string }) => asked.push(path.replace(/\?.*/, ''));
    stripe.on('request', note);
    const refs = fresh.map(({ id: inboxId }) => ({ organizationId: stage.organizationId, inboxId }));
    const outcomes = await applyProviderEvents(stage.ports, refs);
    stripe.off('request', note);
    expect(outcomes.map(({ status }) => status)).toEqual(refs.map(() => 'fulfilled'));
    expect(asked.filter((path) => path !== '/v1/payment_intents/pi_of_nobody')).toEqual([
      expect.stringMatching(/^\/v1\/payment_intents\/pi_/),
    ]);
    const told = (await readInbox(stage)).filter(({ id }) => fresh.some((event) => event.id === id));
    expect(told.map(({ state }) => state)).toEqual([...fresh.slice(1).map(() => 'DONE'), 'QUARANTINED']);
    await stage.settle();
    await isBookedOnce(caseId);
  });

  it('about what nobody here follows is done with, and writes nothing', async () => {
    const intent = await stage.account.stripe.paymentIntents.create({ amount: 5_00, currency: 'eur' });
    const customer = await stage.account.stripe.customers.create({ name: 'Somebody else' });
    const before = await readBooks();
    const events = [
      anEvent(intent.id),
      anEvent(customer.id, { type: 'customer.updated', data: { object: { id: customer.id } } }),
    ];
    for (const event of events) expect(await deliver(stage, event)).toBe(200);
    await stage.settle();
    const told = await readInbox(stage);
    for (const { id } of events)
      expect(told.find(({ event_id }) => event_id === id)).toMatchObject({ state: 'DONE' });
    expect(await readBooks()).toEqual(before);
  });
});
