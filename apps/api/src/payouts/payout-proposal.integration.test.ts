import { money } from '@zahlwerk/domain/money/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { dispute } from '../../test/disputing.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { queryAll } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId, readId } from '../graphql/ids.ts';

/** Its money is on the provider's balance at once, where that of others waits for days. */
const AT_ONCE = '4000000000000077';

const PROPOSAL = `{ payoutProposal {
  gross { minor } fee { minor } net { minor } later { minor } laterFrom
  payments { net { minor } case { id } }
  refunds { net { minor } case { id } }
  disputes { gross { minor } fee { minor } net { minor } case { id } }
  obstacle { code reason unblockedBy }
} }`;

const PAYOUT = `query ($id: ID!) { node(id: $id) { ... on Payout {
  state failureCode failureMessage items { net { minor } }
  proposedBy { name } releasedBy { name } releaseObstacle { code unblockedBy }
} } }`;

let stage: ConnectedDesk;
let owner: TestClient;
let lead: TestClient;
let clerk: TestClient;

beforeAll(async () => {
  stage = await aConnectedDesk();
  owner = await stage.signIn('OWNER');
  lead = await stage.signIn('TEAM_LEAD');
  clerk = await stage.signIn('CLERK');
});
afterAll(() => stage.stop());

const proposalFor = async (client: TestClient) => (await client.query(PROPOSAL)).data.payoutProposal;

const payoutFor = async (client: TestClient, id: string) => (await client.query(PAYOUT, { id })).data.node;

const payOutBy = async (payoutMode: 'MANUAL' | 'AUTOMATIC'): Promise<string | null | undefined> => {
  const { data } = await owner.query('{ viewer { organization { version } } }');
  const input = { expectedVersion: data.viewer.organization.version, payoutMode };
  await owner.query(
    'mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { __typename } }',
    { input },
  );
  await stage.settle();
  const { payments } = await stage.account.stripe.balanceSettings.retrieve();
  return payments.payouts?.schedule?.interval;
};

/** A case whose money has come by card and has been released by its sign-off. */
const released = async (card: string): Promise<string> => {
  const caseId = await stage.desk.waiting();
  await enterCard(await stage.openCheckout(caseId), card, 'Frieda Lorenzen');
  await stage.settle();
  await stage.desk.run(caseId, stage.business.lead, 'closePaymentTask', { answers: [] });
  return caseId;
};

const caseNode = (caseId: string): string => encodeId('PaymentCase', caseId);

/** 19.00 EUR of a case are asked to go back; they go when the queue is worked off. */
const refund = async (caseId: string): Promise<void> => {
  const [payment] = (await stage.desk.read(caseId)).payments;
  await stage.desk.run(caseId, stage.business.clerk, 'requestRefund', {
    paymentId: payment?.id ?? '',
    amount: money(1900n, 'EUR'),
    effect: 'REDUCE',
    reason: 'Kratzer',
  });
};

const propose = async (): Promise<string> =>
  (await call(lead, 'proposePayout', {}, 'payout { id }')).payout.id;

const failedTasks = async () => {
  const { data } = await lead.query('{ tasks(first: 50) { edges { node { reason } } } }');
  return data.tasks.edges.filter(({ node }: { node: { reason: string } }) => node.reason === 'PAYOUT_FAILED');
};

describe('a proposal', { timeout: 60_000 }, () => {
  it('is nobody’s as long as the provider pays out by itself, which the setting tells it to stop', async () => {
    expect(await proposalFor(lead)).toMatchObject({ obstacle: { code: 'PAYOUTS_ARE_AUTOMATIC' } });
    expect(await payOutBy('MANUAL')).toBe('manual');
    expect(await proposalFor(lead)).toMatchObject({ payments: [], obstacle: { code: 'NOTHING_TO_PAY_OUT' } });
  });

  it('shows released money case by case, and what is not available yet apart from it', async () => {
    await released(AT_ONCE);
    await released(CARDS.good);
    const proposal = await proposalFor(lead);
    expect(proposal).toMatchObject({ gross: { minor: '11900' }, obstacle: null });
    expect(proposal.payments).toHaveLength(1);
    expect(BigInt(proposal.net.minor)).toBe(11900n - BigInt(proposal.fee.minor));
    expect(proposal.later.minor).toBe(proposal.net.minor);
    expect(proposal.laterFrom > new Date().toISOString().slice(0, 10)).toBe(true);
  });

  it('tells clerks that they may not, and who may', async () => {
    expect((await proposalFor(clerk)).obstacle).toMatchObject({
      code: 'LEAD_REQUIRED',
      unblockedBy: 'Hanna Sommer, Jonas Brandt',
    });
  });

  it('tells whoever made it why they cannot release it, and who can', async () => {
    const id = await propose();
    const obstacle = { code: 'SECOND_PERSON_REQUIRED', unblockedBy: 'Hanna Sommer' };
    expect(await payoutFor(lead, id)).toMatchObject({
      state: 'PROPOSED',
      proposedBy: { name: 'Jonas Brandt' },
      releaseObstacle: obstacle,
    });
    const { data } = await lead.query(
      'mutation ($input: ReleasePayoutInput!) { releasePayout(input: $input) { ... on NotAllowed { code unblockedBy } } }',
      { input: { payoutId: id, idempotencyKey: freshKey() } },
    );
    expect(data.releasePayout).toEqual(obstacle);
    expect((await payoutFor(owner, id)).releaseObstacle).toBeNull();
    await call(owner, 'releasePayout', { payoutId: id });
    await stage.settle();
    expect(await payoutFor(owner, id)).toMatchObject({
      state: 'SENT',
      releasedBy: { name: 'Hanna Sommer' },
      releaseObstacle: { code: 'PAYOUT_NOT_PROPOSED', unblockedBy: null },
    });
  });

  it('of money that came back ends the task that said so', async () => {
    const { data } = await owner.query('{ payouts(first: 1) { edges { node { id } } } }');
    const { id } = data.payouts.edges[0].node;
    const sql = 'SELECT provider_ref AS ref FROM payout WHERE id = $1';
    const [row] = await queryAll<{ ref: string }>(stage.database, sql, [readId('Payout', id)]);
    await stage.sandbox.press(`payouts/${row?.ref}/fail`);
    await stage.settle();
    expect(await payoutFor(owner, id)).toMatchObject({ state: 'FAILED', failureCode: 'account_closed' });
    expect(await failedTasks()).toHaveLength(1);
    const again = await propose();
    expect((await payoutFor(lead, again)).items).toHaveLength(1);
    expect(await failedTasks()).toEqual([]);
  });

  it('is lowered by what has gone back since, also of what an earlier one has carried, and only once', async () => {
    const before = await proposalFor(lead);
    expect(before).toMatchObject({ payments: [], refunds: [] });
    const caseId = await released(AT_ONCE);
    const other = await released(AT_ONCE);
    const net = BigInt((await proposalFor(lead)).net.minor);
    await refund(caseId);
    expect((await proposalFor(lead)).payments).toMatchObject([{ case: { id: caseNode(other) } }]);
    await stage.settle();
    expect(await proposalFor(lead)).toMatchObject({
      net: { minor: String(net - 1900n) },
      payments: [{}, {}],
      refunds: [{ net: { minor: '-1900' }, case: { id: caseNode(caseId) } }],
    });
    const first = await propose();
    expect((await payoutFor(lead, first)).items).toHaveLength(3);
    await refund(other);
    await stage.settle();
    expect(await proposalFor(lead)).toMatchObject({ net: { minor: '0' }, payments: [], refunds: [] });
    await released(AT_ONCE);
    const later = await proposalFor(lead);
    expect(later.refunds).toMatchObject([{ net: { minor: '-1900' }, case: { id: caseNode(other) } }]);
    expect(BigInt(later.net.minor)).toBe(net / 2n - 1900n);
  });

  it('is lowered by what a bank has taken back, with its fee, until that is won', async () => {
    await call(owner, 'releasePayout', { payoutId: await propose() });
    const paidOut = await released(AT_ONCE);
    await call(owner, 'releasePayout', { payoutId: await propose() });
    await stage.settle();
    const [payment] = (await stage.desk.read(paidOut)).payments;
    await dispute(stage, payment?.evidence.split(':')[1] ?? '');
    await released(AT_ONCE);
    await released(AT_ONCE);
    const lowered = await proposalFor(lead);
    expect(lowered.disputes).toMatchObject([
      {
        ...{ gross: { minor: '-11900' }, fee: { minor: '2000' }, net: { minor: '-13900' } },
        case: { id: caseNode(paidOut) },
      },
    ]);
    const [found] = (await stage.desk.read(paidOut)).disputes;
    await stage.sandbox.press(`disputes/${found?.providerRef}/decide`, { outcome: 'won' });
    await stage.settle();
    expect((await proposalFor(lead)).disputes).toEqual([]);
  });

  it('ends with the setting: the provider is back on its own schedule', async () => {
    expect(await payOutBy('AUTOMATIC')).toBe('daily');
  });
});
