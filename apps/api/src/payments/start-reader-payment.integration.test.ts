import { deriveMoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import type { Stripe } from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk, payTokenOf } from '../../test/a-connected-desk.ts';
import { call, freshKey, mutationDocument } from '../../test/case-call.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId, readId } from '../graphql/ids.ts';

/** With a PIN that the bank checks. */
const WITH_PIN = '4001000360000005';

let stage: ConnectedDesk;
let clerk: TestClient;
let counter: string;
let fair: string;

const register = async (label: string): Promise<string> => {
  const said = { registrationCode: 'simulated-wpe', label };
  return (await call(await stage.signIn('OWNER'), 'registerReader', said, 'reader { id }')).reader.id;
};

beforeAll(async () => {
  stage = await aConnectedDesk();
  clerk = await stage.signIn('CLERK');
  counter = await register('Tresen');
  fair = await register('Messe');
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  await stage.settle();
  expect(await readViolations(stage.database)).toEqual([]);
});

const aCase = () => stage.desk.waiting({ channel: 'IN_PERSON' });

const start = (caseId: string, said: object = {}, client = clerk) =>
  call(client, 'startReaderPayment', {
    caseId: encodeId('PaymentCase', caseId),
    readerId: counter,
    ...said,
  });

const cancel = (caseId: string) =>
  call(clerk, 'cancelReaderPayment', { caseId: encodeId('PaymentCase', caseId) });

const deviceOf = async (readerId: string): Promise<string> => {
  const [row] = await queryAll<{ provider_ref: string }>(
    stage.database,
    'SELECT provider_ref FROM reader WHERE id = $1',
    [readId('Reader', readerId)],
  );
  return row?.provider_ref ?? '';
};

const at = async (readerId: string, lever: string, body: Readonly<Record<string, unknown>> = {}) =>
  stage.sandbox.press(`readers/${await deviceOf(readerId)}/${lever}`, body);

/** The customer holds a card to the reader, and everybody hears of it. */
const present = async (number: string = CARDS.good, readerId = counter): Promise<void> => {
  await at(readerId, 'present', { number });
  await stage.settle();
};

const shownAt = async (readerId = counter): Promise<string | null> => {
  const reader = (await stage.account.stripe.terminal.readers.retrieve(
    await deviceOf(readerId),
  )) as Stripe.Terminal.Reader;
  const action = reader.action;
  return action?.status === 'in_progress' ? String(action.process_payment_intent?.payment_intent) : null;
};

const intentsOf = async (caseId: string) => {
  const { data } = await stage.account.stripe.paymentIntents.list({ limit: 100 });
  return data.filter(({ metadata }) => metadata.caseId === caseId);
};

const attemptsOf = async (caseId: string) => (await stage.desk.read(caseId)).attempts;

const phasesOf = async (caseId: string) =>
  deriveMoneyTrack(await stage.desk.read(caseId)).phases.map(
    ({ phase, state, evidence }) => `${phase} ${state} ${evidence ?? ''}`,
  );

const failuresOf = (caseId: string) =>
  queryAll(stage.database, `SELECT 1 FROM event WHERE case_id = $1 AND type = 'attempt.failed'`, [caseId]);

describe('a payment at a card reader', { timeout: 60_000 }, () => {
  it('is shown, waits, and becomes money with evidence of every phase', async () => {
    const caseId = await aCase();
    expect(await start(caseId)).toMatchObject({ replayed: false });
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('INITIATED');
    const [attempt] = await attemptsOf(caseId);
    expect(attempt).toMatchObject({
      via: 'READER',
      state: 'REQUIRES_ACTION',
      readerId: readId('Reader', counter),
    });
    expect(await shownAt()).toBe(attempt?.providerRef);
    await present(WITH_PIN);
    expect(await phasesOf(caseId)).toEqual([
      'INITIATION DONE reader:action_started',
      expect.stringMatching(/^VERIFICATION DONE card_present:read=contact_emv,cvm=online_pin$/),
      'APPROVAL DONE network:approved_by_network',
      expect.stringMatching(/^SETTLEMENT DONE stripe:ch_/),
    ]);
    const state = await stage.desk.read(caseId);
    expect(openRun(state)?.step).toBe('CLOSE_PAYMENT_TASK');
    // 1.4 % and 0.10: what a card costs at a reader.
    expect(state.payments).toMatchObject([{ amount: { minor: 119_00n }, fee: { minor: 177n } }]);
    const [receipt] = await queryAll<{ snapshot: { payment: { method: string } } }>(
      stage.database,
      'SELECT snapshot FROM receipt WHERE case_id = $1',
      [caseId],
    );
    expect(receipt?.snapshot.payment.method).toBe('CARD_TERMINAL');
    expect(await start(caseId)).toMatchObject({ code: 'NOTHING_OPEN' });
  });

  it('asks nobody to pay by mail, and tells the receipt', async () => {
    const caseId = await aCase();
    await start(caseId);
    await present(CARDS.declined);
    await start(caseId);
    await present();
    const { messages } = await stage.desk.read(caseId);
    expect(
      messages
        .map(({ template }) => template)
        .filter((one) => one !== 'internal-notice')
        .sort(),
    ).toEqual(['invoice', 'receipt']);
  });

  it('that was declined is said with its reason, and goes on with the same intent', async () => {
    const caseId = await aCase();
    await start(caseId);
    await present(CARDS.withoutFunds);
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('FAILED');
    expect(deriveMoneyTrack(state).failure).toMatchObject({ code: 'insufficient_funds' });
    await start(caseId);
    expect((await attemptsOf(caseId))[0]).toMatchObject({ state: 'REQUIRES_ACTION', failure: null });
    // What the provider tells of the first card once more changes nothing.
    const [{ event_id } = { event_id: '' }] = await queryAll<{ event_id: string }>(
      stage.database,
      `SELECT event_id FROM webhook_inbox WHERE type = 'terminal.reader.action_failed' ORDER BY received_at DESC LIMIT 1`,
    );
    await stage.sandbox.press(`events/${event_id}/redeliver`);
    await stage.settle();
    expect((await attemptsOf(caseId))[0]).toMatchObject({ state: 'REQUIRES_ACTION' });
    await present(CARDS.withoutFunds);
    expect(await failuresOf(caseId)).toHaveLength(2);
    await start(caseId);
    await present();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('SETTLED');
    expect(await intentsOf(caseId)).toHaveLength(1);
  });

  it.each([
    ['customer_canceled', 'the customer walks away'],
    ['terminal_reader_timeout', 'nobody comes'],
  ])('ends as %s when %s, and can be started again', async (code) => {
    const caseId = await aCase();
    await start(caseId);
    await at(counter, 'abandon', { code });
    await stage.settle();
    expect(deriveMoneyTrack(await stage.desk.read(caseId)).failure).toMatchObject({ code });
    expect(await failuresOf(caseId)).toHaveLength(1);
    await start(caseId);
    await present();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('SETTLED');
  });

  it('is one payment however often it is started, and a repeated call starts nothing anew', async () => {
    const caseId = await aCase();
    const idempotencyKey = freshKey();
    const answers = await Promise.all([
      start(caseId, { idempotencyKey }),
      start(caseId, { idempotencyKey }),
      start(caseId),
      start(caseId),
    ]);
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(4).fill('StartReaderPaymentSuccess'));
    expect(await attemptsOf(caseId)).toHaveLength(1);
    expect(await intentsOf(caseId)).toHaveLength(1);
    await present(CARDS.declined);
    expect(await start(caseId, { idempotencyKey })).toMatchObject({ replayed: true });
    expect(await shownAt()).toBeNull();
    await start(caseId);
    await present();
    expect(await start(caseId, { idempotencyKey })).toMatchObject({ replayed: true });
  });

  it('is called off at the reader and here', async () => {
    const caseId = await aCase();
    await start(caseId);
    expect(await cancel(caseId)).toMatchObject({ replayed: false });
    await stage.settle();
    expect(await shownAt()).toBeNull();
    expect((await intentsOf(caseId)).map(({ status }) => status)).toEqual(['canceled']);
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('REQUESTED');
    expect(await cancel(caseId)).toMatchObject({ code: 'NOTHING_AT_READER' });
    await start(caseId);
    await present();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('SETTLED');
  });

  it('that a card has won against its cancellation is money all the same', async () => {
    const caseId = await aCase();
    await start(caseId);
    await at(counter, 'present', { number: CARDS.good });
    expect(await cancel(caseId)).toMatchObject({ replayed: false });
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.payments).toHaveLength(1);
    expect(state.publishedStatus).toBe('SETTLED');
  });

  it('moves to another reader, and the first one waits no longer', async () => {
    const caseId = await aCase();
    await start(caseId);
    await start(caseId, { readerId: fair });
    expect(await shownAt(counter)).toBeNull();
    expect((await attemptsOf(caseId)).map(({ state }) => state).sort()).toEqual([
      'CANCELED',
      'REQUIRES_ACTION',
    ]);
    await present(CARDS.good, fair);
    const state = await stage.desk.read(caseId);
    expect(state.payments).toHaveLength(1);
  });

  it('takes the place of an open pay page, which takes it back when the customer goes there', async () => {
    const caseId = await aCase();
    const url = await stage.openCheckout(caseId);
    await start(caseId);
    await expect(enterCard(url, CARDS.good, 'Frieda Lorenzen')).rejects.toThrow();
    const input = { token: await payTokenOf(stage, caseId), methodType: 'CARD' };
    const { data } = await stage.anonymous.query(mutationDocument('startPayment', 'url'), { input });
    await stage.settle();
    expect(await shownAt()).toBeNull();
    await enterCard(data.startPayment.url, CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
  });

  it('waits for a reader that is busy with another case, and leaves nothing behind', async () => {
    const [first, second] = [await aCase(), await aCase()];
    await start(first);
    expect(await start(second)).toMatchObject({ code: 'READER_BUSY' });
    expect(await attemptsOf(second)).toEqual([]);
    await cancel(first);
    await stage.settle();
    expect(await start(second)).toMatchObject({ replayed: false });
    await cancel(second);
  });

  it('that another one has taken the place of on the display is told so', async () => {
    const [first, second] = [await aCase(), await aCase()];
    await start(first);
    await stage.account.stripe.terminal.readers.cancelAction(await deviceOf(counter));
    await start(second);
    expect(deriveMoneyTrack(await stage.desk.read(first)).failure).toMatchObject({ code: 'reader_canceled' });
    await present();
    expect((await stage.desk.read(second)).publishedStatus).toBe('SETTLED');
    expect((await stage.desk.read(first)).payments).toEqual([]);
  });

  it('that somebody has taken off the reader at the provider is found out', async () => {
    const caseId = await aCase();
    await start(caseId);
    await stage.account.stripe.terminal.readers.cancelAction(await deviceOf(counter));
    await call(clerk, 'updatePaymentStatus', { caseId: encodeId('PaymentCase', caseId) });
    expect(deriveMoneyTrack(await stage.desk.read(caseId)).failure).toMatchObject({
      code: 'reader_canceled',
    });
  });

  it('is refused at a reader out of reach, unknown or removed', async () => {
    const caseId = await aCase();
    await at(counter, 'status', { status: 'offline' });
    expect(await start(caseId)).toMatchObject({ code: 'READER_OFFLINE' });
    await at(counter, 'status', { status: 'online' });
    const unknown = encodeId('Reader', stage.ports.newId());
    expect(await start(caseId, { readerId: unknown })).toMatchObject({ code: 'NOT_FOUND', type: 'Reader' });
    const gone = await register('Flohmarkt');
    await call(await stage.signIn('OWNER'), 'removeReader', { readerId: gone });
    expect(await start(caseId, { readerId: gone })).toMatchObject({ code: 'NOT_FOUND', type: 'Reader' });
    expect(await attemptsOf(caseId)).toEqual([]);
  });

  it('goes on after the answer of the provider was lost', async () => {
    const caseId = await aCase();
    const idempotencyKey = freshKey();
    const path = `/v1/terminal/readers/${await deviceOf(counter)}/process`;
    await stage.sandbox.press('faults', { lever: 'timeout_after', method: 'POST', path, times: 3 });
    expect(await start(caseId, { idempotencyKey })).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    expect(await start(caseId, { idempotencyKey })).toMatchObject({ replayed: true });
    expect((await attemptsOf(caseId)).map(({ state }) => state)).toEqual(['REQUIRES_ACTION']);
    await present();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
  });

  it('is refused on another channel, to an adviser, and to a key without the scope', async () => {
    expect(await start(await stage.desk.waiting())).toMatchObject({ code: 'CHANNEL_DIFFERS' });
    const caseId = await aCase();
    await expect(start(caseId, {}, await stage.signIn('ADVISER'))).rejects.toThrow('payment:start');
    expect(await start(stage.ports.newId())).toMatchObject({ code: 'NOT_FOUND', type: 'PaymentCase' });
  });

  it('is started by a partner’s key as well', async () => {
    const owner = await stage.signIn('OWNER');
    const { integration } = await call(owner, 'createIntegration', { name: 'Kasse' }, 'integration { id }');
    const key = { integrationId: integration.id, name: 'Kasse', scopes: ['payment:start', 'case:read'] };
    const partner = stage.withKey((await call(owner, 'createApiKey', key, 'secret')).secret);
    const caseId = await aCase();
    expect(await start(caseId, {}, partner)).toMatchObject({ replayed: false });
    await present();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('SETTLED');
  });
});
