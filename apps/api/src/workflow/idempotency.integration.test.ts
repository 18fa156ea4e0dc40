import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStranger, today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { CASE_CALLS, type CaseCall } from '../../test/case-calls.ts';
import { queryAll, readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const claim = (deviation: Readonly<Record<string, unknown>> = {}) => ({
  customer: aStranger(),
  amount: { amount: '119.00', currency: 'EUR' },
  invoicing: 'EXTERNAL',
  externalInvoiceNumber: 'R-1',
  dueOn: addDays(today(), 14),
  ...deviation,
});

const RUNNERS = 20;

describe('an idempotency key', () => {
  let stage: Stage;
  const clients = new Map<string, TestClient>();

  beforeAll(async () => {
    stage = await aStage();
    for (const role of ['TEAM_LEAD', 'CLERK'] as const) clients.set(role, await stage.signIn(role));
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const as = (role: string): TestClient => clients.get(role) ?? stage.anonymous;

  describe.each(Object.entries(CASE_CALLS))('of %s', (name, { role, ready, otherwise }: CaseCall) => {
    it('has one effect however often it comes, and is refused with other input or for another operation', async () => {
      const input = { ...(await ready(stage.own)), idempotencyKey: freshKey() };
      const elsewhere = freshKey();
      await call(as(role), 'initiatePayment', claim({ idempotencyKey: elsewhere }));
      const untouched = await readRows(stage.database);
      expect(await call(as(role), name, { ...input, idempotencyKey: elsewhere })).toMatchObject({
        __typename: 'IdempotencyKeyReused',
      });
      expect(await readRows(stage.database)).toEqual(untouched);

      const version = 'replayed case { id version }';
      const first = await call(as(role), name, input, version);
      expect(first).toMatchObject({ replayed: false });
      const after = await readRows(stage.database);

      expect(await call(as(role), name, input, version)).toEqual({ ...first, replayed: true });
      // The key comes before the version: a caller that repeats itself may well name the old one (rule 9).
      const stale = { ...input, expectedVersion: 1 };
      expect(await call(as(role), name, stale, version)).toEqual({ ...first, replayed: true });

      const other = otherwise ?? { caseId: encodeId('PaymentCase', await stage.own.desk.start()) };
      const before = await readRows(stage.database);
      expect(await call(as(role), name, { ...input, ...other })).toMatchObject({
        __typename: 'IdempotencyKeyReused',
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await readRows(stage.database)).toEqual(before);
      if (otherwise) expect(before).toEqual(after);
    });
  });

  /** As a client does it: a call that could not be answered now is sent again as it is. */
  const untilAnswered = async (name: string, input: Readonly<Record<string, unknown>>) => {
    for (;;) {
      const answer = await call(as('CLERK'), name, input, 'replayed case { id }');
      if (answer.__typename !== 'TemporarilyUnavailable') return answer;
    }
  };

  const inParallel = (name: string, input: Readonly<Record<string, unknown>>) =>
    Promise.all(Array.from({ length: RUNNERS }, () => untilAnswered(name, input)));

  it('of twenty calls at once starts one case', async () => {
    const input = claim({ idempotencyKey: freshKey(), reference: 'zwanzigmal' });
    const answers = await inParallel('initiatePayment', input);
    expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
    expect(answers.filter(({ replayed }) => replayed === true)).toHaveLength(RUNNERS - 1);
    expect(new Set(answers.map((answer) => answer.case.id)).size).toBe(1);
    expect(
      await queryAll(stage.database, `SELECT id FROM payment_case WHERE reference = 'zwanzigmal'`),
    ).toHaveLength(1);
  });

  it('of twenty calls at once books one receipt', async () => {
    const caseId = await stage.own.at('CONFIRM_AMOUNT');
    const amount = { amount: '7.00', currency: 'EUR' };
    const answers = await inParallel('registerReceipt', {
      ...{ caseId: encodeId('PaymentCase', caseId), amount, valueOn: today() },
      ...{ kind: 'CARD_TERMINAL', reference: 'Beleg 7', idempotencyKey: freshKey() },
    });
    expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
    expect((await stage.own.desk.read(caseId)).payments.map((payment) => payment.amount.minor)).toEqual([
      700n,
    ]);
  });

  it('of twenty calls at once with as many inputs lets one of them through', async () => {
    const caseId = encodeId('PaymentCase', await stage.own.at('CONFIRM_AMOUNT'));
    const idempotencyKey = freshKey();
    const receipt = { caseId, valueOn: today(), kind: 'CARD_TERMINAL', reference: 'Beleg 8', idempotencyKey };
    const answers = await Promise.all(
      Array.from({ length: RUNNERS }, (_, index) =>
        untilAnswered('registerReceipt', {
          ...receipt,
          amount: { amount: `${index + 1}.00`, currency: 'EUR' },
        }),
      ),
    );
    expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'IdempotencyKeyReused')).toHaveLength(
      RUNNERS - 1,
    );
  });

  it('is not used up by a refusal, of the rules or of the parser', async () => {
    const { at, desk, business } = stage.own;
    const caseId = await at('RECORD_PAYMENT');
    const key = { caseId: encodeId('PaymentCase', caseId), idempotencyKey: freshKey() };
    expect(await call(as('CLERK'), 'notifyCustomer', key)).toMatchObject({ code: 'STEP_NOT_OPEN' });
    await desk.run(caseId, business.clerk, 'recordPayment', {});
    await desk.run(caseId, business.clerk, 'updatePaymentStatus', {});
    expect(await call(as('CLERK'), 'notifyCustomer', key)).toMatchObject({ replayed: false });

    const idempotencyKey = freshKey();
    const wrong = claim({ idempotencyKey, amount: { amount: '1,00', currency: 'EUR' } });
    expect(await call(as('CLERK'), 'initiatePayment', wrong)).toMatchObject({
      __typename: 'ValidationFailed',
    });
    expect(await call(as('CLERK'), 'initiatePayment', claim({ idempotencyKey }))).toMatchObject({
      replayed: false,
    });
  });

  it('is one key per actor: two members, a member and a partner do not meet under it', async () => {
    const idempotencyKey = freshKey();
    const input = claim({ idempotencyKey });
    const answers = [
      await call(as('CLERK'), 'initiatePayment', input, 'replayed case { id }'),
      await call(as('TEAM_LEAD'), 'initiatePayment', input, 'replayed case { id }'),
    ];
    expect(answers.map(({ replayed }) => replayed)).toEqual([false, false]);
    expect(new Set(answers.map((answer) => answer.case.id)).size).toBe(2);
  });

  it('says the same with fields left out, null, or in another order', async () => {
    const { customer, ...rest } = claim({ idempotencyKey: freshKey(), reference: 'A-1' });
    const client = as('CLERK');
    expect(await call(client, 'initiatePayment', { customer, ...rest })).toMatchObject({ replayed: false });
    const again = { ...Object.fromEntries(Object.entries(rest).toReversed()), customer, externalRef: null };
    expect(await call(client, 'initiatePayment', again)).toMatchObject({ replayed: true });
  });
});
