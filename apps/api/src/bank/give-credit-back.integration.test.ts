import { withTenant } from '@zahlwerk/db/tenant';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aCredit } from '../../test/a-credit.ts';
import { call } from '../../test/case-call.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const CASE = 'query ($id: ID) { paymentCase(id: $id) { currentStep amountOpen { amount } payments { id } } }';
const MONEY = `{
  bankPool { count total { amount } }
  payments { totalCount }
  overview { receivedToday { amount } unassigned { amount } }
}`;

describe('a credit that was given to the wrong customer', () => {
  let stage: ConnectedDesk;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aConnectedDesk();
    clerk = await stage.signIn('CLERK');
  });
  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const read = async (caseId: string) =>
    (await clerk.query(CASE, { id: encodeId('PaymentCase', caseId) })).data.paymentCase;
  const money = async () => (await clerk.query(MONEY)).data;

  /** Assigned, decided and recorded: the case waits for its sign-off. */
  const given = async () => {
    const { desk, business, database } = stage;
    const caseId = await desk.waiting();
    const credit = await aCredit(database.app, business.organizationId, 119_00n);
    const { payments } = await desk.run(caseId, business.clerk, 'bookCredit', credit);
    const exact = { paymentId: null, resolution: 'EXACT', reason: null } as const;
    await desk.run(caseId, business.clerk, 'confirmAmount', exact);
    return { caseId, credit, paymentId: payments[0]?.id ?? '' };
  };

  const giveBack = (caseId: string, paymentId: string) =>
    call(clerk, 'unassignPayment', {
      caseId: encodeId('PaymentCase', caseId),
      paymentId: encodeId('Payment', paymentId),
      reason: 'Falscher Kunde',
    });

  it('goes back to the pool with all that it has paid, and counts nowhere else any more', async () => {
    const before = await money();
    const { caseId, paymentId } = await given();
    expect(await read(caseId)).toMatchObject({ currentStep: 'CLOSE_PAYMENT_TASK' });
    expect(await giveBack(caseId, paymentId)).toMatchObject({ replayed: false });
    expect(await read(caseId)).toEqual({
      ...{ currentStep: 'CONFIRM_AMOUNT', amountOpen: { amount: '119.00' }, payments: [] },
    });
    const after = await money();
    expect(after.bankPool).toEqual({ count: before.bankPool.count + 1, total: { amount: '119.00' } });
    expect(after.payments).toEqual(before.payments);
    expect(after.overview.receivedToday).toEqual(before.overview.receivedToday);
    expect(await readViolations(stage.database)).toEqual([]);
  });

  it('is given to the right one afterwards, as a payment of its own', async () => {
    const { caseId, credit, paymentId } = await given();
    await giveBack(caseId, paymentId);
    const right = await stage.desk.waiting();
    await call(
      clerk,
      'assignBankTransaction',
      {
        transactionId: encodeId('BankTransaction', credit.transactionId),
        allocations: [
          { caseId: encodeId('PaymentCase', right), amount: { amount: '119.00', currency: 'EUR' } },
        ],
      },
      'transaction { state unassigned { amount } payments { id } }',
    );
    const [payment] = (await read(right)).payments;
    expect(payment.id).not.toBe(encodeId('Payment', paymentId));
    expect(await readViolations(stage.database)).toEqual([]);
  });

  it('is told to nobody whose mail about it had not gone yet, and makes nobody look after that mail', async () => {
    const { caseId, paymentId } = await given();
    await giveBack(caseId, paymentId);
    await stage.workOff('send-message');
    const read = (sql: string) => queryAll(stage.database, sql, [caseId]);
    expect(
      await read(`SELECT state, last_error FROM message WHERE case_id = $1 AND template = 'receipt'`),
    ).toEqual([{ state: 'FAILED', last_error: 'PAYMENT_GIVEN_BACK' }]);
    expect(await read(`SELECT 1 FROM task WHERE case_id = $1 AND reason = 'MESSAGE_FAILED'`)).toEqual([]);
  });

  it('is gone from the case: the database lets nobody allocate it, or give it back twice', async () => {
    const { caseId, paymentId } = await given();
    await giveBack(caseId, paymentId);
    expect(await giveBack(caseId, paymentId)).toMatchObject({ code: 'NOT_FROM_POOL' });
    const { organizationId } = stage.business;
    const inTenant = <Result>(work: Parameters<typeof withTenant<Result>>[2]) =>
      withTenant(stage.database.app, organizationId, work);
    const allocation = {
      ...{ organizationId, id: newId(), paymentId, caseId, currency: 'EUR', amountMinor: 1n },
      ...{ createdByKind: 'SYSTEM' as const, createdAt: new Date() },
    };
    await expect(inTenant((tx) => tx.allocation.create({ data: allocation }))).rejects.toThrow(
      /is back in the pool/,
    );
    await expect(
      inTenant((tx) =>
        tx.payment.update({
          where: { organizationId_id: { organizationId, id: paymentId } },
          data: { unassignedAt: new Date(0) },
        }),
      ),
    ).rejects.toThrow();
  });
});
