import { deriveMoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { anEvent, deliver, readInbox } from '../../test/deliver.ts';
import { answerChallenge, CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { queryAll, readRows, readViolations } from '../../test/rows.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

const HOLDER = 'Frieda Lorenzen';

/** A waiting case whose customer has tried this card; gives back where the page leads to. */
const tryCard = async (number: string): Promise<{ readonly caseId: string; readonly onward: string }> => {
  const caseId = await stage.desk.waiting();
  const onward = await enterCard(await stage.openCheckout(caseId), number, HOLDER);
  await stage.settle();
  return { caseId, onward };
};

const phasesOf = async (caseId: string) =>
  deriveMoneyTrack(await stage.desk.read(caseId)).phases.map(({ phase, state }) => `${phase} ${state}`);

const mailsOf = async (caseId: string, template: string) =>
  (await stage.desk.read(caseId)).messages.filter((message) => message.template === template);

describe('a card that is declined', { timeout: 60_000 }, () => {
  it('leaves the case open, with the reason and what can be done next', async () => {
    const { caseId } = await tryCard(CARDS.declined);
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('FAILED');
    expect(openRun(state)).toMatchObject({ step: 'CONFIRM_AMOUNT', stop: null });
    expect(deriveMoneyTrack(state).failure).toMatchObject({
      code: 'generic_decline',
      nextActions: ['OTHER_METHOD', 'REMIND', 'CANCEL'],
    });
    expect(await phasesOf(caseId)).toEqual([
      'INITIATION DONE',
      'VERIFICATION DONE',
      'APPROVAL FAILED',
      'SETTLEMENT PENDING',
    ]);
    expect(await mailsOf(caseId, 'payment-failed')).toHaveLength(1);
  });

  it('twice with two cards for the same reason is told twice; the same try told again is not', async () => {
    const { caseId } = await tryCard(CARDS.withoutFunds);
    await enterCard(await stage.openCheckout(caseId), CARDS.withoutFunds, HOLDER);
    await stage.settle();
    const failures = () =>
      queryAll(stage.database, `SELECT 1 FROM event WHERE case_id = $1 AND type = 'attempt.failed'`, [
        caseId,
      ]);
    expect(await mailsOf(caseId, 'payment-failed')).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
    expect(await failures()).toHaveLength(2);
    const { email } = (await stage.desk.read(caseId)).customer.data;
    const subjects = (await stage.sandbox.mailsTo(email ?? '')).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === subjects.at(-1))).toHaveLength(2);
    const before = await readRows(stage.database);
    for (const { event_id, type } of await readInbox(stage))
      if (type === 'payment_intent.payment_failed') await stage.sandbox.press(`events/${event_id}/redeliver`);
    const [attempt] = (await stage.desk.read(caseId)).attempts;
    expect(await deliver(stage, anEvent(attempt?.providerRef ?? ''))).toBe(200);
    await stage.settle();
    const { webhook_inbox: _, ...rows } = await readRows(stage.database);
    expect(before).toMatchObject(rows);
  });

  it('for want of funds may be tried again', async () => {
    const { caseId } = await tryCard(CARDS.withoutFunds);
    expect(deriveMoneyTrack(await stage.desk.read(caseId)).failure).toMatchObject({
      code: 'insufficient_funds',
      nextActions: ['RETRY', 'OTHER_METHOD', 'REMIND', 'CANCEL'],
    });
  });

  it('is followed by a good one on the same page: the same attempt brings the money', async () => {
    const { caseId } = await tryCard(CARDS.declined);
    const page = await stage.openCheckout(caseId);
    await enterCard(page, CARDS.good, HOLDER);
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('SETTLED');
    expect(state.attempts.map(({ state: attempt, failure }) => [attempt, failure])).toEqual([
      ['SUCCEEDED', null],
    ]);
    expect(deriveMoneyTrack(state).failure).toBeNull();
    expect(openRun(state)?.step).toBe('CLOSE_PAYMENT_TASK');
  });
});

describe('a card that asks the bank', { timeout: 60_000 }, () => {
  it('waits for the customer’s answer, and brings the money with it', async () => {
    const { caseId, onward } = await tryCard(CARDS.challenged);
    const before = await stage.desk.read(caseId);
    expect(before.attempts.map(({ state }) => state)).toEqual(['REQUIRES_ACTION']);
    expect(before.publishedStatus).toBe('INITIATED');
    await answerChallenge(onward, 'complete');
    await stage.settle();
    const after = await stage.desk.read(caseId);
    expect(after.publishedStatus).toBe('SETTLED');
    expect(after.attempts[0]?.verification?.evidence).toContain('3ds=authenticated');
    expect(await phasesOf(caseId)).toEqual([
      'INITIATION DONE',
      'VERIFICATION DONE',
      'APPROVAL DONE',
      'SETTLEMENT DONE',
    ]);
    expect(openRun(after)?.step).toBe('CLOSE_PAYMENT_TASK');
  });

  it('fails with the customer, who is told and may try again', async () => {
    const { caseId, onward } = await tryCard(CARDS.challenged);
    await answerChallenge(onward, 'fail');
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('FAILED');
    expect(deriveMoneyTrack(state).failure?.code).toBe('payment_intent_authentication_failure');
    expect(await mailsOf(caseId, 'payment-failed')).toHaveLength(1);
    await enterCard(await stage.openCheckout(caseId), CARDS.good, HOLDER);
    await stage.settle();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('SETTLED');
  });
});
