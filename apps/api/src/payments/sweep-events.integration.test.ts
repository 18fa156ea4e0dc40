import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { readInbox } from '../../test/deliver.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readRows, readViolations } from '../../test/rows.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
  // A new account is looked at as soon as it is connected.
  await stage.lookAround();
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

const pay = async (caseId: string): Promise<void> => {
  await enterCard(await stage.openCheckout(caseId), CARDS.good, 'Frieda Lorenzen');
  await stage.settle();
};

const statusOf = async (caseId: string) => (await stage.desk.read(caseId)).publishedStatus;

/** What a look around leaves as it is when there is nothing to be found. */
const readBooks = async () => {
  const { organization: _clock, ...rows } = await readRows(stage.database);
  return rows;
};

describe('events of the provider that were not delivered', { timeout: 60_000 }, () => {
  it('are asked for after five minutes, not before, and applied as if they had been', async () => {
    const caseId = await stage.desk.waiting();
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await pay(caseId);
    await stage.lookAround();
    await stage.lookAround(61);
    expect(await statusOf(caseId)).toBe('REQUESTED');
    await stage.lookAround(301);
    expect(await statusOf(caseId)).toBe('SETTLED');
    expect((await readInbox(stage)).map(({ state }) => state)).not.toContain('NEW');
  });

  it('are not asked for again, and what was delivered is not applied twice', async () => {
    const caseId = await stage.desk.waiting();
    await pay(caseId);
    expect(await statusOf(caseId)).toBe('SETTLED');
    const before = await readBooks();
    await stage.lookAround(301);
    expect(await readBooks()).toEqual(before);
  });

  it('are made up for when the provider was out of reach as well', async () => {
    const caseId = await stage.desk.waiting();
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await pay(caseId);
    await stage.sandbox.press('faults', { lever: 'timeout_before', path: '/v1/events' });
    const heard = (await readInbox(stage)).length;
    await stage.lookAround(301);
    expect(await readInbox(stage)).toHaveLength(heard);
    await stage.sandbox.release();
    await stage.lookAround(301);
    expect((await readInbox(stage)).slice(heard)).not.toEqual([]);
    expect(await statusOf(caseId)).toBe('SETTLED');
  });

  it('may be more than one page of the list holds', async () => {
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    const before = (await readInbox(stage)).length;
    const charge = () =>
      stage.account.stripe.paymentIntents.create({
        ...{ amount: 1_00, currency: 'eur', payment_method: 'pm_card_visa', confirm: true },
        return_url: 'https://example.org',
      });
    for (let done = 0; done < 51; done += 1) await charge();
    await stage.sandbox.settled();
    await stage.lookAround(301);
    // Each charge is told twice: that it has succeeded, and that it has reached the balance.
    expect((await readInbox(stage)).slice(before)).toHaveLength(102);
  });

  it('are asked for every minute where the provider cannot reach this desk', async () => {
    await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.providerAccount.updateMany({ data: { webhookSecret: null } }),
    );
    await stage.lookAround(301);
    const caseId = await stage.desk.waiting();
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await pay(caseId);
    await stage.lookAround(61);
    expect(await statusOf(caseId)).toBe('SETTLED');
  });
});
