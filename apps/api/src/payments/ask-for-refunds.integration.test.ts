import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call } from '../../test/case-call.ts';
import { paidByCard, REFUND_PENDING, refundsOfCharge, requestRefund } from '../../test/refunding.ts';
import { asSuperuser, readRows, readViolations } from '../../test/rows.ts';
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

const refundsOf = async (caseId: string) => (await stage.desk.read(caseId)).refunds;

/** A refund that is on its way at the provider. */
const onItsWay = async () => {
  const paid = await paidByCard(stage, REFUND_PENDING);
  await requestRefund(stage, paid);
  await stage.settle();
  expect(await refundsOf(paid.caseId)).toMatchObject([{ state: 'SENT' }]);
  return paid;
};

/** The provider carries it out, and the desk hears nothing of it. */
const goUnheard = async (charge: string): Promise<void> => {
  await stage.sandbox.press('faults', { lever: 'webhook_drop' });
  const [refund] = await refundsOfCharge(stage, charge);
  await stage.sandbox.press(`refunds/${refund?.id}/settle`);
  await stage.settle();
};

describe('a refund of which nothing more is heard', { timeout: 60_000 }, () => {
  it('is asked about by looking around, after ten minutes and until it is over', async () => {
    const { caseId, charge } = await onItsWay();
    await goUnheard(charge);
    await stage.lookAround();
    expect(await refundsOf(caseId)).toMatchObject([{ state: 'SENT' }]);
    await stage.lookAround(601);
    expect(await refundsOf(caseId)).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await refundsOfCharge(stage, charge)).toHaveLength(1);
    // The night's check of the books writes down that it was made.
    await stage.lookAround(24 * 3_600);
    expect(await refundsOfCharge(stage, charge)).toHaveLength(1);
    const before = await readRows(stage.database);
    await stage.lookAround();
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('is asked about again while the provider is out of reach, and its case waits', async () => {
    const { caseId, charge } = await onItsWay();
    await goUnheard(charge);
    await stage.sandbox.press('faults', { lever: 'timeout_before', path: '/v1/' });
    await stage.lookAround(601);
    await stage.sandbox.release();
    expect(await stage.desk.read(caseId)).toMatchObject({ publishedStatus: 'UNKNOWN' });
    await stage.lookAround(3601);
    expect(await refundsOf(caseId)).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await refundsOfCharge(stage, charge)).toHaveLength(1);
  });

  it('is sent after all when its job is lost', async () => {
    const paid = await paidByCard(stage);
    await requestRefund(stage, paid);
    await asSuperuser(stage.database, (client) =>
      client.query(`DELETE FROM pgboss.job WHERE name = 'send-refund'`),
    );
    await stage.settle();
    expect(await refundsOf(paid.caseId)).toMatchObject([{ state: 'APPROVED' }]);
    await stage.lookAround(601);
    expect(await refundsOf(paid.caseId)).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await refundsOfCharge(stage, paid.charge)).toHaveLength(1);
  });
});

describe('a refund that somebody has made at the provider and that takes its time', {
  timeout: 60_000,
}, () => {
  it('is never sent by asking about it', async () => {
    const { caseId, charge } = await paidByCard(stage, REFUND_PENDING);
    await stage.account.stripe.refunds.create({ charge, amount: 500 });
    await stage.settle();
    expect(await refundsOf(caseId)).toMatchObject([{ state: 'SENT', requestedBy: { kind: 'SYSTEM' } }]);
    await call(await stage.signIn('CLERK'), 'updatePaymentStatus', {
      caseId: encodeId('PaymentCase', caseId),
    });
    await stage.lookAround(601);
    expect(await refundsOf(caseId)).toMatchObject([{ state: 'SENT' }]);
    expect(await refundsOfCharge(stage, charge)).toHaveLength(1);
    await goUnheard(charge);
    await stage.lookAround(3_600);
    expect(await refundsOf(caseId)).toMatchObject([{ state: 'SUCCEEDED' }]);
  });
});
