import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { dispute } from '../../test/disputing.ts';
import { enterIban, IBANS } from '../../test/on-the-hosted-page.ts';
import { paidByCard, requestRefund } from '../../test/refunding.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import { reconcileDueBalances } from './reconcile-balance.ts';

const DAY = 86_400;

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk({ isSwept: false });
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

const differences = () =>
  queryAll<{ detail: string }>(
    stage.database,
    `SELECT detail FROM task WHERE reason = 'BALANCE_DIFFERS' AND subject = 'PROVIDER_ACCOUNT' ORDER BY created_at`,
  );

/** The provider's time and the business's go on to the next morning, when the books are compared. */
const nextMorning = async (): Promise<void> => {
  // A day alone would end before that morning when the test runs shortly after midnight.
  await stage.passDays(1.25);
  await stage.lookAround();
};

const isReconciled = async (): Promise<boolean> => {
  const [row] = await queryAll<{ behind: number }>(
    stage.database,
    `SELECT extract(epoch FROM clock_timestamp() - reconciled_until)::int + clock_offset_seconds AS behind
     FROM provider_account JOIN organization ON organization.id = organization_id`,
  );
  return row !== undefined && row.behind < 2 * 3_600;
};

/** Money that somebody takes over the same account, not over this desk. */
const chargeElsewhere = async (minor: number): Promise<string> => {
  const { latest_charge: charge } = await stage.account.stripe.paymentIntents.create({
    ...{ amount: minor, currency: 'eur', payment_method: 'pm_card_visa', confirm: true },
    return_url: 'https://example.org',
  });
  return String(charge);
};

describe('what moves on the balance of the provider', { timeout: 60_000 }, () => {
  it('is found in the books, whichever way it goes', async () => {
    const refunded = await paidByCard(stage);
    await requestRefund(stage, refunded);
    await dispute(stage, (await paidByCard(stage)).charge);
    await stage.passDays(5);
    await nextMorning();
    expect(await differences()).toEqual([]);
    expect(await isReconciled()).toBe(true);
  });

  it('counts only when a debit has brought it', async () => {
    for (const iban of [IBANS.good, IBANS.refused])
      await enterIban(await stage.openCheckout(await stage.desk.waiting(), 'SEPA_DEBIT'), iban, 'Ada Kern');
    await stage.settle();
    await nextMorning();
    expect(await differences()).toEqual([]);
    await stage.passDays(4);
    await nextMorning();
    expect(await differences()).toEqual([]);
  });

  it('and was not heard of is asked for and applied', async () => {
    const { caseId, charge } = await paidByCard(stage);
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await stage.account.stripe.refunds.create({ charge, amount: 19_00 });
    await stage.settle();
    expect((await stage.desk.read(caseId)).refunds).toEqual([]);
    await nextMorning();
    expect((await stage.desk.read(caseId)).refunds).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await differences()).toEqual([]);
  });

  it('and belongs to no case is a task, once, that names it', async () => {
    const charge = await chargeElsewhere(12_00);
    await nextMorning();
    await nextMorning();
    expect(await differences()).toEqual([{ detail: `${charge} 12.00 EUR` }]);
  });

  it('is compared once by two processes at once', async () => {
    const before = (await differences()).length;
    const charge = await chargeElsewhere(3_00);
    await stage.passDays(1);
    const compare = () => reconcileDueBalances(stage.ports, stage.organizationId);
    await Promise.all([compare(), compare(), compare()]);
    expect((await differences()).slice(before)).toEqual([{ detail: `${charge} 3.00 EUR` }]);
  });

  it('is compared later when the provider was out of reach', async () => {
    const before = (await differences()).length;
    const charge = await chargeElsewhere(7_50);
    await stage.passDays(1);
    await stage.sandbox.press('faults', { lever: 'timeout_before', path: '/v1/balance_transactions' });
    await stage.lookAround();
    expect(await isReconciled()).toBe(false);
    await stage.sandbox.release();
    await nextMorning();
    expect((await differences()).slice(before)).toEqual([{ detail: `${charge} 7.50 EUR` }]);
  });

  it('is named as far as that helps', async () => {
    const before = (await differences()).length;
    for (let done = 0; done < 7; done += 1) await chargeElsewhere(1_00);
    await stage.later(DAY);
    await nextMorning();
    const [found] = (await differences()).slice(before);
    expect(found?.detail).toMatch(/^(ch_\w+ 1\.00 EUR, ){5}\+2$/);
  });
});
