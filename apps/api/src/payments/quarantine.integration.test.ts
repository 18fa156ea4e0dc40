import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { anEvent, deliver, readInbox } from '../../test/deliver.ts';
import { queryAll, readRows } from '../../test/rows.ts';
import { giveUp } from '../give-up.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
  // The provider stays silent: what is told here is told by the tests.
  await stage.sandbox.press('faults', { lever: 'webhook_drop' });
});
afterAll(() => stage.stop());

/** A case whose customer has opened the provider's page; the attempt is recorded and nothing has been paid. */
const anAttempt = async (): Promise<{ readonly caseId: string; readonly attemptId: string }> => {
  const caseId = await stage.desk.waiting();
  await stage.openCheckout(caseId);
  await stage.settle();
  const [attempt] = (await stage.desk.read(caseId)).attempts;
  if (!attempt) throw new Error('No attempt was recorded.');
  return { caseId, attemptId: attempt.id };
};

/** Money at the provider that says it belongs to an attempt. */
const collect = (
  stripe: Stripe,
  attemptId: string,
  deviation: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({
    amount: 119_00,
    currency: 'eur',
    payment_method: 'pm_card_visa',
    confirm: true,
    capture_method: 'automatic',
    return_url: 'https://example.org',
    metadata: { attemptId },
    ...deviation,
  });

const quarantineTasks = () =>
  queryAll<{ subject_id: string; detail: string; state: string }>(
    stage.database,
    `SELECT subject_id, detail, state FROM task WHERE reason = 'EVENT_QUARANTINED'`,
  );

/** What the log has told beside the cases' own story. */
const told = async () =>
  (
    await queryAll<{ type: string }>(
      stage.database,
      'SELECT type FROM event ORDER BY organization_id, position',
    )
  ).map(({ type }) => type);

/** All but the note of the delivery, the task about it, and what the log says of that task. */
const BESIDE_THE_BOOKS = ['webhook_inbox', 'task', 'jobs', 'event', 'event_head'];

const readBooks = async () =>
  Object.fromEntries(
    Object.entries(await readRows(stage.database)).filter(([table]) => !BESIDE_THE_BOOKS.includes(table)),
  );

/** Delivers an event about the object and expects it to be set aside: a task, and nothing else. */
const expectQuarantine = async (event: ReturnType<typeof anEvent>, error: string): Promise<void> => {
  const before = await readBooks();
  const toldBefore = await told();
  expect(await deliver(stage, event)).toBe(200);
  await stage.workOff();
  expect((await told()).slice(toldBefore.length)).toEqual(['task.created']);
  const row = (await readInbox(stage)).find(({ event_id }) => event_id === event.id);
  expect(row).toMatchObject({ state: 'QUARANTINED', error });
  expect((await quarantineTasks()).filter(({ subject_id }) => subject_id === row?.id)).toEqual([
    { subject_id: row?.id, detail: `${event.type} ${row?.object_id}`, state: 'OPEN' },
  ]);
  expect(await readBooks()).toEqual(before);
};

describe('an event that does not match the attempt is set aside with a task', { timeout: 60_000 }, () => {
  it('when another amount was collected', async () => {
    const { attemptId } = await anAttempt();
    const { id } = await collect(stage.account.stripe, attemptId, { amount: 1_00 });
    await expectQuarantine(anEvent(id), 'ATTEMPT_DIFFERS');
  });

  it('when it was collected in another currency', async () => {
    const { attemptId } = await anAttempt();
    const { id } = await collect(stage.account.stripe, attemptId, { currency: 'chf' });
    await expectQuarantine(anEvent(id), 'ATTEMPT_DIFFERS');
  });

  it('when it was collected on another account of the business', async () => {
    const { attemptId } = await anAttempt();
    const other = await stage.connect();
    const { id } = await collect(other.stripe, attemptId);
    await expectQuarantineAt(other, anEvent(id), 'ATTEMPT_DIFFERS');
  });

  it('when the attempt has been collected by another intent already', async () => {
    const { attemptId } = await anAttempt();
    const first = await collect(stage.account.stripe, attemptId);
    expect(await deliver(stage, anEvent(first.id))).toBe(200);
    await stage.workOff();
    const second = await collect(stage.account.stripe, attemptId);
    await expectQuarantine(anEvent(second.id), 'ATTEMPT_DIFFERS');
  });

  it('when it is an event of somebody else’s account', async () => {
    const { attemptId } = await anAttempt();
    const { id } = await collect(stage.account.stripe, attemptId);
    await expectQuarantine(anEvent(id, { account: 'acct_somebody_else' }), 'ACCOUNT_DIFFERS');
  });

  it('when it is of the other mode', async () => {
    const { attemptId } = await anAttempt();
    const { id } = await collect(stage.account.stripe, attemptId);
    await expectQuarantine(anEvent(id, { livemode: true }), 'MODE_DIFFERS');
  });

  it('when the provider does not know the object', async () => {
    await expectQuarantine(anEvent('pi_that_never_was'), 'OBJECT_UNKNOWN');
  });
});

/** As `expectQuarantine`, at the address of another account. */
const expectQuarantineAt = async (
  account: ConnectedDesk['account'],
  event: ReturnType<typeof anEvent>,
  error: string,
): Promise<void> => {
  const own = stage;
  stage = { ...own, account };
  try {
    await expectQuarantine(event, error);
  } finally {
    stage = own;
  }
};

describe('an event that was set aside', { timeout: 60_000 }, () => {
  it('does not keep the true one from being booked', async () => {
    const { caseId, attemptId } = await anAttempt();
    const wrong = await collect(stage.account.stripe, attemptId, { amount: 1_00 });
    await expectQuarantine(anEvent(wrong.id), 'ATTEMPT_DIFFERS');
    const right = await collect(stage.account.stripe, attemptId);
    expect(await deliver(stage, anEvent(right.id))).toBe(200);
    await stage.workOff();
    const { payments, publishedStatus } = await stage.desk.read(caseId);
    expect(publishedStatus).toBe('SETTLED');
    expect(payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
  });

  it('was one that could not be applied in hours, because the provider did not answer', async () => {
    const { organizationId, ports, sandbox } = stage;
    const { attemptId } = await anAttempt();
    const { id } = await collect(stage.account.stripe, attemptId);
    const event = anEvent(id);
    await sandbox.press('faults', { lever: 'timeout_before', path: `/v1/payment_intents/${id}` });
    await deliver(stage, event);
    await expect(stage.workOff()).rejects.toThrow();
    const inboxIdOf = async () => (await readInbox(stage)).find(({ event_id }) => event_id === event.id)?.id;
    await giveUp(ports, { organizationId, inboxId: (await inboxIdOf()) ?? null });
    expect((await readInbox(stage)).at(-1)).toMatchObject({ state: 'QUARANTINED', error: 'NOT_APPLIED' });
    const subjects = (await quarantineTasks()).map(({ subject_id }) => subject_id);
    expect(subjects).toContain(await inboxIdOf());
  });

  it('raises one task, however often its job is run', async () => {
    const event = anEvent('pi_that_never_was_either');
    await deliver(stage, event);
    await stage.workOff();
    const before = await quarantineTasks();
    await deliver(stage, event);
    await stage.workOff();
    expect(await quarantineTasks()).toEqual(before);
  });
});
