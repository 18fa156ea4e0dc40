import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aClosedCase } from '../../test/a-closed-case.ts';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call, freshKey, send } from '../../test/case-call.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';

const NET = 119_00n - 2_04n;

let stage: ConnectedDesk;
let owner: TestClient;
let lead: TestClient;
beforeAll(async () => {
  stage = await aConnectedDesk();
  owner = await stage.signIn('OWNER');
  lead = await stage.signIn('TEAM_LEAD');
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

const PAYOUT = `replayed payout { id number state mode gross { amount } fee { amount } net { amount }
  items { kind net { amount } case { number } } }`;

const propose = (client: TestClient, idempotencyKey = freshKey()) =>
  call(client, 'proposePayout', { idempotencyKey }, PAYOUT);

const release = (client: TestClient, payoutId: string, idempotencyKey = freshKey()) =>
  call(client, 'releasePayout', { payoutId, idempotencyKey }, PAYOUT);

const payouts = async () => {
  const { data } = await lead.query('{ payouts { edges { node { id state } } } }');
  return data.payouts.edges.map(({ node }: { node: { id: string; state: string } }) => node);
};

/** Money is paid out when members say so: here, and at the provider. */
const payOutByHand = async (): Promise<void> => {
  const { stripe } = stage.account;
  await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } });
  await withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.organization.updateMany({ data: { payoutMode: 'MANUAL' } }),
  );
};

describe('the release of a payout', { timeout: 90_000 }, () => {
  it('is not for businesses whose provider pays out by itself', async () => {
    expect(await propose(owner)).toMatchObject({ code: 'PAYOUTS_ARE_AUTOMATIC' });
    await payOutByHand();
  });

  it('waits until the money of closed cases can be paid out', async () => {
    expect(await propose(owner)).toMatchObject({ code: 'NOTHING_TO_PAY_OUT' });
    await aClosedCase(stage);
    // Closed, but on the provider's balance the money is still pending.
    expect(await propose(owner)).toMatchObject({ code: 'NOTHING_TO_PAY_OUT' });
    expect(await payouts()).toEqual([]);
  });

  it('is for the owner and team leads, not for clerks', async () => {
    const { errors } = await send(await stage.signIn('CLERK'), 'proposePayout', {});
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('takes two members: who has proposed may not release; then the money is sent and arrives', async () => {
    const second = await aClosedCase(stage);
    await stage.passDays(5);
    const key = freshKey();
    const proposed = await propose(owner, key);
    expect(proposed.payout).toMatchObject({
      state: 'PROPOSED',
      mode: 'MANUAL',
      gross: { amount: '238.00' },
      fee: { amount: '4.08' },
      net: { amount: '233.92' },
    });
    const { number } = await stage.desk.read(second);
    expect(proposed.payout.items.map((item: { case: { number: string } }) => item.case.number)).toContain(
      number,
    );
    expect(await propose(owner, key)).toMatchObject({ replayed: true, payout: { id: proposed.payout.id } });
    // What one proposal carries, no other does.
    expect(await propose(lead)).toMatchObject({ code: 'NOTHING_TO_PAY_OUT' });

    const { id } = proposed.payout;
    expect(await release(owner, id)).toMatchObject({ code: 'SECOND_PERSON_REQUIRED' });
    const releaseKey = freshKey();
    expect(await release(lead, id, releaseKey)).toMatchObject({ payout: { state: 'RELEASED' } });
    expect(await release(lead, id, releaseKey)).toMatchObject({ replayed: true });
    await stage.settle();
    expect(await payouts()).toEqual([{ id, state: 'SENT' }]);
    expect(await release(lead, id)).toMatchObject({ code: 'PAYOUT_NOT_PROPOSED' });

    await stage.passDays(4);
    expect(await payouts()).toEqual([{ id, state: 'PAID' }]);
    const { data } = await stage.account.stripe.payouts.list();
    expect(data.map(({ amount, status }) => [BigInt(amount), status])).toEqual([[2n * NET, 'paid']]);
  });

  it('proposes the same money once, also when two members propose at once', async () => {
    await aClosedCase(stage);
    await stage.passDays(5);
    const answers = await Promise.all([propose(owner), propose(lead)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'NotAllowed',
      'ProposePayoutSuccess',
    ]);
    expect(answers.find(({ code }) => code)).toMatchObject({ code: 'NOTHING_TO_PAY_OUT' });
  });
});
