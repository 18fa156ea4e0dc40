import { withTenant } from '@zahlwerk/db/tenant';
import { amountOpen } from '@zahlwerk/domain/workflow/balance';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { DEFAULT_DEFINITION } from '@zahlwerk/domain/workflow/definition';
import { deriveMoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger, today } from '../../test/a-desk.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';
import { lookAround } from '../jobs/look-around.ts';
import { sendCapture } from './send-capture.ts';

let stage: ConnectedDesk;
let clerk: TestClient;
beforeAll(async () => {
  stage = await aConnectedDesk();
  clerk = await stage.signIn('CLERK');
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

/** Lets new cases capture like this, with step 6 done by the machine or by a person. */
const reserveCards = (confirms: 'MANUAL' | 'AUTO_IF_CLEAN'): Promise<unknown> =>
  withTenant(stage.ports.db, stage.organizationId, async (tx) => {
    const { organizationId } = stage;
    const number = await tx.workflowVersion.count({ where: { organizationId } });
    const [now, by] = [new Date(), { createdByKind: 'SYSTEM', activatedByKind: 'SYSTEM' } as const];
    const policies = { ...DEFAULT_DEFINITION.policies, CONFIRM_AMOUNT: confirms };
    const definition = { ...DEFAULT_DEFINITION, capture: 'MANUAL', policies };
    await tx.workflowVersion.updateMany({
      where: { organizationId, state: 'ACTIVE' },
      data: { state: 'RETIRED', retiredAt: now },
    });
    const row = {
      organizationId,
      id: stage.ports.newId(),
      number: number + 1,
      state: 'ACTIVE',
      ...by,
    } as const;
    await tx.workflowVersion.create({
      data: { ...row, definition: structuredClone(definition) as object, createdAt: now, activatedAt: now },
    });
  });

/** A case whose customer has had the whole amount reserved on a card. */
const reserved = async (holder = 'Frieda Lorenzen'): Promise<string> => {
  // Days pass in this file: no claim shall be due before it begins.
  const dueOn = addDays(today(), 200);
  const caseId = await stage.desk.waiting({ customer: { data: aStranger() }, dueOn });
  await enterCard(await stage.openCheckout(caseId), CARDS.good, holder);
  await stage.settle();
  return caseId;
};

const idOf = (caseId: string) => ({ caseId: encodeId('PaymentCase', caseId) });

const FIELDS = `replayed case { authorization { capturing amount { amount } offer { resolution amount { amount } released { amount } } }
  captures { state amount { amount } requestedBy { name } failureCode } }`;

const confirm = (caseId: string, resolution = 'EXACT', key = freshKey()) =>
  call(clerk, 'confirmAmount', { ...idOf(caseId), resolution, idempotencyKey: key }, FIELDS);

const intentOf = async (caseId: string) => {
  const all = await stage.account.stripe.paymentIntents.list({ limit: 100 });
  return all.data.find(({ metadata }) => metadata.caseId === caseId);
};

const openTasks = async (caseId: string) =>
  (await stage.desk.read(caseId)).tasks
    .filter(({ kind, state }) => kind === 'EXCEPTION' && state !== 'DONE')
    .map(({ reason }) => reason);

const passDays = async (days: number): Promise<void> => {
  await stage.passDays(days);
  await lookAround(stage.ports);
  await stage.settle();
};

describe('a card where step 6 is clean', { timeout: 60_000 }, () => {
  it('is reserved, confirmed and captured by the machine', async () => {
    await reserveCards('AUTO_IF_CLEAN');
    const caseId = await reserved();
    const state = await stage.desk.read(caseId);
    expect(state.captures).toMatchObject([{ state: 'SUCCEEDED', requestedBy: { kind: 'SYSTEM' } }]);
    expect(state.publishedStatus).toBe('SETTLED');
    expect(openRun(state)?.step).toBe('CLOSE_PAYMENT_TASK');
    expect(await intentOf(caseId)).toMatchObject({ capture_method: 'manual', amount_received: 119_00 });
  });

  it('in another name is captured only when a person has accepted that', async () => {
    const caseId = await reserved('Erika Fremd');
    expect(openRun(await stage.desk.read(caseId))?.stop?.code).toBe('HOLDER_DIFFERS');
    const [discrepancy] = (await stage.desk.read(caseId)).discrepancies;
    const discrepancyId = encodeId('Discrepancy', discrepancy?.id ?? '');
    const accepted = [{ discrepancyId, reason: 'Ehepaar, angerufen' }];
    await call(clerk, 'confirmAmount', { ...idOf(caseId), resolution: 'EXACT', accepted }, FIELDS);
    await stage.settle();
    expect(openRun(await stage.desk.read(caseId))?.step).toBe('CLOSE_PAYMENT_TASK');
  });
});

describe('a reserved amount that a person captures', { timeout: 60_000 }, () => {
  beforeAll(() => reserveCards('MANUAL'));

  it('is no money until then, and then needs nobody’s second confirmation', async () => {
    const caseId = await reserved();
    const waiting = await stage.desk.read(caseId);
    expect(waiting.publishedStatus).toBe('APPROVED');
    expect(waiting.payments).toEqual([]);
    const { data } = await clerk.query(
      'query ($id: ID!) { paymentCase(id: $id) { position { place } authorization { expiresAt payer offer { resolution } } } }',
      { id: encodeId('PaymentCase', caseId) },
    );
    expect(data.paymentCase).toMatchObject({
      position: { place: 'RESERVED' },
      authorization: { payer: 'Frieda Lorenzen', offer: { resolution: 'EXACT' } },
    });
    expect(await confirm(caseId)).toMatchObject({
      case: { authorization: { capturing: true, offer: null }, captures: [{ state: 'RECORDED' }] },
    });
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    expect(openRun(state)?.step).toBe('CLOSE_PAYMENT_TASK');
  });

  it('once, however often it is asked for', async () => {
    const caseId = await reserved();
    const key = freshKey();
    const answers = await Promise.all([confirm(caseId, 'EXACT', key), confirm(caseId, 'EXACT', key)]);
    expect(answers.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(await confirm(caseId)).toMatchObject({ code: 'CAPTURE_RUNNING', unblockedBy: 'PROVIDER' });
    await stage.settle();
    expect((await stage.desk.read(caseId)).captures).toHaveLength(1);
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
  });

  it('only as far as the claim is open: the rest is given back', async () => {
    const caseId = await reserved();
    await stage.desk.run(caseId, stage.business.clerk, 'registerReceipt', stage.desk.receipt(19_00n));
    await confirm(caseId, 'PARTIAL');
    await stage.settle();
    const answer = await clerk.query(
      'query ($id: ID!) { paymentCase(id: $id) { authorization { offer { resolution amount { amount } released { amount } } } } }',
      { id: encodeId('PaymentCase', caseId) },
    );
    expect(answer.data.paymentCase.authorization.offer).toEqual({
      resolution: 'OVER',
      amount: { amount: '100.00' },
      released: { amount: '19.00' },
    });
    expect(await confirm(caseId, 'EXACT')).toMatchObject({ code: 'RESOLUTION_NOT_OFFERED' });
    await confirm(caseId, 'OVER');
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(amountOpen(state).minor).toBe(0n);
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([19_00n, 100_00n]);
    expect(await intentOf(caseId)).toMatchObject({ status: 'succeeded', amount_received: 100_00 });
    expect(await openTasks(caseId)).toEqual([]);
  });

  it('never twice, however the answer gets lost', async () => {
    const caseId = await reserved();
    await stage.sandbox.press('faults', { lever: 'timeout_after', times: 3, path: '/v1/payment_intents' });
    await confirm(caseId);
    await expect(stage.workOff('send-capture')).rejects.toThrow();
    await stage.sandbox.release();
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.captures).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
  });

  it.each(['server_error_before', 'rate_limit', 'server_error_after'] as const)(
    'and is found again after %s by whoever looks for what is due',
    async (lever) => {
      const caseId = await reserved();
      await stage.sandbox.press('faults', { lever: 'webhook_drop' });
      await stage.sandbox.press('faults', { lever, path: '/v1/payment_intents' });
      await confirm(caseId);
      await expect(stage.workOff('send-capture')).rejects.toThrow();
      expect((await stage.desk.read(caseId)).publishedStatus).toBe('UNKNOWN');
      await stage.sandbox.release();
      await stage.lookAround(3600);
      expect((await stage.desk.read(caseId)).payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    },
  );

  it('although the process was killed between the decision and its job', async () => {
    const caseId = await reserved();
    await confirm(caseId);
    const [capture] = (await stage.desk.read(caseId)).captures;
    const captureId = capture?.id ?? '';
    await Promise.all([1, 2].map(() => sendCapture(stage.ports, stage.organizationId, captureId)));
    await stage.settle();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
  });

  it('leaves whoever decided it unable to close', async () => {
    const caseId = await reserved();
    const lead = await stage.signIn('TEAM_LEAD');
    await call(lead, 'confirmAmount', { ...idOf(caseId), resolution: 'EXACT' });
    await stage.settle();
    expect(await call(lead, 'closePaymentTask', idOf(caseId))).toMatchObject({ code: 'HANDLED_THE_MONEY' });
    const owner = await stage.signIn('OWNER');
    expect(await call(owner, 'closePaymentTask', idOf(caseId))).toMatchObject({ replayed: false });
  });

  it('is taken as it comes when somebody has captured a part at the provider', async () => {
    const caseId = await reserved();
    const intent = await intentOf(caseId);
    await stage.account.stripe.paymentIntents.capture(intent?.id ?? '', { amount_to_capture: 50_00 });
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([50_00n]);
    expect(openRun(state)?.step).toBe('CONFIRM_AMOUNT');
  });
});

describe('a reserved amount that is given back', { timeout: 60_000 }, () => {
  it('by a person is free at the provider, and the customer may pay anew', async () => {
    const caseId = await reserved();
    const release = { ...idOf(caseId), reason: 'Falsche Karte' };
    expect(await call(clerk, 'releaseAuthorization', release)).toMatchObject({ replayed: false });
    await stage.settle();
    expect(await intentOf(caseId)).toMatchObject({ status: 'canceled', amount_capturable: 0 });
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('REQUESTED');
    await enterCard(await stage.openCheckout(caseId), CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('APPROVED');
  });

  it('by canceling its case', async () => {
    const caseId = await reserved();
    await call(clerk, 'cancelPaymentCase', { ...idOf(caseId), reason: 'Auftrag zurückgezogen' });
    await stage.settle();
    expect(await intentOf(caseId)).toMatchObject({ status: 'canceled' });
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('CANCELED');
  });

  it('when the customer has been faster than whoever has canceled the case', async () => {
    const caseId = await stage.desk.waiting();
    const page = await stage.openCheckout(caseId);
    await call(clerk, 'cancelPaymentCase', { ...idOf(caseId), reason: 'Irrtum' });
    await enterCard(page, CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    expect(await intentOf(caseId)).toMatchObject({ status: 'canceled' });
    expect((await stage.desk.read(caseId)).payments).toEqual([]);
  });

  it('is nobody else’s to give back: not an adviser’s, not another business’s', async () => {
    const caseId = await reserved();
    const adviser = await stage.signIn('ADVISER');
    const answer = await adviser.query(
      'mutation ($input: ReleaseAuthorizationInput!) { releaseAuthorization(input: $input) { __typename } }',
      { input: { ...idOf(caseId), reason: 'x', idempotencyKey: freshKey() } },
    );
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const foreign = { ...idOf(stage.ports.newId()), reason: 'x' };
    expect(await call(clerk, 'releaseAuthorization', foreign)).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('a reserved amount that nobody captures', { timeout: 60_000 }, () => {
  it('is warned of once, a day before it ends; its end is told, and the case waits for money again', async () => {
    const caseId = await reserved();
    await passDays(5);
    expect(await openTasks(caseId)).toEqual([]);
    await passDays(1.5);
    expect(await openTasks(caseId)).toEqual(['AUTHORIZATION_EXPIRES']);
    await lookAround(stage.ports);
    await stage.settle();
    expect(
      (await stage.desk.read(caseId)).tasks.filter(({ reason }) => reason === 'AUTHORIZATION_EXPIRES'),
    ).toHaveLength(1);
    await passDays(1);
    const state = await stage.desk.read(caseId);
    expect(state.attempts).toMatchObject([{ state: 'CANCELED', failure: { code: 'authorization_expired' } }]);
    expect(await openTasks(caseId)).toEqual(['AUTHORIZATION_ENDED']);
    expect(deriveMoneyTrack(state)).toMatchObject({
      status: 'REQUESTED',
      failure: { code: 'authorization_expired' },
    });
    const mail = (await stage.sandbox.mailsTo(state.customer.data.email ?? '')).at(-1);
    expect(mail?.text).toMatch(/reserviert/i);
  });

  it('ends the warning when it is captured after all', async () => {
    const caseId = await reserved();
    await passDays(6.5);
    expect(await openTasks(caseId)).toEqual(['AUTHORIZATION_EXPIRES']);
    await confirm(caseId);
    await stage.settle();
    expect(await openTasks(caseId)).toEqual([]);
  });

  it('makes a capture fail that comes too late', async () => {
    const caseId = await reserved();
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await stage.sandbox.press('clock', { advanceSeconds: 8 * 86_400 });
    await confirm(caseId);
    await stage.workOff('send-capture');
    const state = await stage.desk.read(caseId);
    expect(state.captures).toMatchObject([{ state: 'FAILED', failure: { code: 'authorization_expired' } }]);
    expect(openRun(state)?.step).toBe('CONFIRM_AMOUNT');
    await stage.later(8 * 86_400);
  });
});
