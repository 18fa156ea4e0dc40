import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aSuccess } from '../../test/a-desk.ts';
import { call } from '../../test/case-call.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk({ isSwept: false });
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

/** A case whose customer has paid by card, of which the desk has heard nothing. */
const paidUnheard = async (): Promise<string> => {
  const caseId = await stage.desk.waiting();
  const page = await stage.openCheckout(caseId);
  await stage.sandbox.press('faults', { lever: 'webhook_drop' });
  await enterCard(page, CARDS.good, 'Frieda Lorenzen');
  await stage.settle();
  expect((await stage.desk.read(caseId)).attempts).toMatchObject([{ state: 'CREATED' }]);
  return caseId;
};

/** As before, but the desk has heard that it was paid, not what it brought: the event of the balance is lost. */
const paidUnbooked = async (): Promise<string> => {
  const caseId = await paidUnheard();
  const [attempt] = (await stage.desk.read(caseId)).attempts;
  const session = await stage.account.stripe.checkout.sessions.retrieve(attempt?.sessionRef ?? '');
  const report = { ...aSuccess(attempt?.id ?? '', 119_00n), settlement: null };
  await stage.desk.ask(caseId, SYSTEM, 'applyAttempt', {
    ...report,
    providerRef: String(session.payment_intent),
  });
  await stage.settle();
  const state = await stage.desk.read(caseId);
  expect(state.attempts).toMatchObject([{ state: 'SUCCEEDED' }]);
  expect(state.payments).toEqual([]);
  expect(openRun(state)?.step).toBe('CONFIRM_AMOUNT');
  return caseId;
};

const expectBooked = async (caseId: string): Promise<void> => {
  const state = await stage.desk.read(caseId);
  expect(state.publishedStatus).toBe('SETTLED');
  expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
  expect(openRun(state)?.step).toBe('CLOSE_PAYMENT_TASK');
};

describe('an event that was lost', { timeout: 60_000 }, () => {
  it.each([
    ['that the customer has paid', paidUnheard],
    ['what it brought', paidUnbooked],
  ])('%s is made up for by looking around, after ten minutes and once', async (_what, paid) => {
    const caseId = await paid();
    await stage.lookAround();
    expect((await stage.desk.read(caseId)).payments).toEqual([]);
    await stage.lookAround(601);
    await expectBooked(caseId);
    // The night's check of the books writes down that it was made.
    await stage.lookAround(24 * 3_600);
    await expectBooked(caseId);
    const before = await readRows(stage.database);
    await stage.lookAround();
    expect(await readRows(stage.database)).toEqual(before);
  });

  it.each([
    ['that the customer has paid', paidUnheard],
    ['what it brought', paidUnbooked],
  ])('%s is made up for by whoever asks for the status', async (_what, paid) => {
    const caseId = await paid();
    const clerk = await stage.signIn('CLERK');
    const input = { caseId: encodeId('PaymentCase', caseId) };
    expect(await call(clerk, 'updatePaymentStatus', input)).toMatchObject({ replayed: false });
    await stage.settle();
    await expectBooked(caseId);
  });

  it('of a page that nobody has paid ends its attempt', async () => {
    const caseId = await stage.desk.waiting();
    await stage.openCheckout(caseId);
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await stage.passDays(1);
    await stage.lookAround(12 * 3_600);
    expect((await stage.desk.read(caseId)).attempts).toMatchObject([{ state: 'CANCELED' }]);
  });

  it('while the provider is out of reach is asked for again later', async () => {
    const caseId = await paidUnheard();
    await stage.sandbox.press('faults', { lever: 'timeout_before', path: '/v1/' });
    await stage.lookAround(601);
    await stage.sandbox.release();
    expect((await stage.desk.read(caseId)).payments).toEqual([]);
    await stage.lookAround(601);
    await expectBooked(caseId);
  });
});
