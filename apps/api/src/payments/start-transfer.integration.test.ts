import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk, payTokenOf } from '../../test/a-connected-desk.ts';
import { mutationDocument } from '../../test/case-call.ts';
import { readViolations } from '../../test/rows.ts';

let stage: ConnectedDesk;

beforeAll(async () => {
  stage = await aConnectedDesk();
  await choose('PROVIDER');
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

/** The owner says where the customers of new cases transfer to. */
const choose = async (transfersTo: 'PROVIDER' | 'OWN_ACCOUNT'): Promise<void> => {
  const { version } = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.organization.findUniqueOrThrow({ where: { id: stage.organizationId } }),
  );
  const input = { transfersTo, expectedVersion: version };
  const owner = await stage.signIn('OWNER');
  const document = mutationDocument('updateOrganization', 'organization { transfersTo }');
  const { data } = await owner.query(document, { input });
  expect(data.updateOrganization).toMatchObject({ organization: { transfersTo } });
};

const start = async (caseId: string) => {
  const input = { token: await payTokenOf(stage, caseId), methodType: 'BANK_TRANSFER' };
  const { data } = await stage.anonymous.query(mutationDocument('startPayment', 'url'), { input });
  return data.startPayment;
};

const PAGE = `query ($token: String!) { payPage(token: $token) {
  amountOpen { minor } amountReceived { minor } methods refusal { code }
  bankTransfer { holder iban bic reference giroCode }
} }`;

const pageOf = async (caseId: string) =>
  (await stage.anonymous.query(PAGE, { token: await payTokenOf(stage, caseId) })).data.payPage;

const intentOf = async (caseId: string): Promise<string> =>
  (await stage.desk.read(caseId)).attempts.at(-1)?.providerRef ?? '';

const transfer = async (caseId: string, said: Readonly<Record<string, unknown>>): Promise<void> => {
  await stage.sandbox.press(`intents/${await intentOf(caseId)}/transfer`, said);
  await stage.settle();
};

const mailsAbout = async (caseId: string): Promise<readonly string[]> => {
  const { customer } = await stage.desk.read(caseId);
  const mails = await stage.sandbox.mailsTo(customer.data.email ?? '');
  return mails.map(({ subject }) => subject);
};

const openTasks = async (reason: string) =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.task.findMany({ where: { reason, state: { not: 'DONE' } }, select: { detail: true, subject: true } }),
  );

describe('a transfer over the provider', { timeout: 60_000 }, () => {
  it('goes to an account of the customer’s own; no paper of the case names the one of the business', async () => {
    const caseId = await stage.desk.waiting();
    expect(await pageOf(caseId)).toMatchObject({ bankTransfer: null });
    expect((await pageOf(caseId)).methods).toContain('BANK_TRANSFER');
    expect((await stage.desk.read(caseId)).organization.seller.bankAccount).toBeNull();
    const { url } = await start(caseId);
    expect(url).toMatch(/\/pay\/[\w-]+$/);
    const { bankTransfer } = await pageOf(caseId);
    const asked = await stage.account.stripe.paymentIntents.retrieve(await intentOf(caseId));
    const reference = asked.next_action?.display_bank_transfer_instructions?.reference;
    expect(bankTransfer).toMatchObject({ iban: expect.stringMatching(/^DE\d{20}$/), reference });
    expect(bankTransfer.giroCode.split('\n')).toEqual(
      expect.arrayContaining(['EUR119.00', bankTransfer.iban, reference]),
    );
  });

  it('is one intent however often it is asked for, also at once and after a lost answer', async () => {
    const caseId = await stage.desk.waiting();
    await stage.sandbox.press('faults', { lever: 'timeout_after', path: '/v1/payment_intents', times: 1 });
    await start(caseId);
    await stage.sandbox.release();
    await Promise.all([start(caseId), start(caseId), start(caseId)]);
    const { attempts } = await stage.desk.read(caseId);
    expect(attempts).toHaveLength(1);
    const { data } = await stage.account.stripe.paymentIntents.list({ limit: 100 });
    expect(data.filter(({ metadata }) => metadata.caseId === caseId)).toHaveLength(1);
  });

  it('that brings too little is a part until the rest has come, and then one payment', async () => {
    const caseId = await stage.desk.waiting();
    await start(caseId);
    await transfer(caseId, { amount: 50_00 });
    expect(await pageOf(caseId)).toMatchObject({
      amountOpen: { minor: '6900' },
      amountReceived: { minor: '5000' },
      refusal: { code: 'TRANSFER_INCOMPLETE' },
    });
    expect((await stage.desk.read(caseId)).payments).toEqual([]);
    expect(await mailsAbout(caseId)).toContainEqual(expect.stringMatching(/50,00.*erhalten, 69,00.*offen/));
    await transfer(caseId, { outcome: 'exact' });
    const state = await stage.desk.read(caseId);
    expect(state.payments.map(({ amount, payer }) => [amount.minor, payer])).toEqual([
      [119_00n, expect.stringMatching(/^Frieda .* Lorenzen$/)],
    ]);
    expect(state.attempts[0]).toMatchObject({
      initiation: { evidence: 'transfer:credit' },
      verification: { evidence: 'transfer:payer=named' },
      verificationFailed: false,
      approval: { evidence: 'transfer:credit' },
    });
    expect(state.publishedStatus).toBe('SETTLED');
    expect((await mailsAbout(caseId)).filter((subject) => /offen/.test(subject))).toHaveLength(1);
  });

  it('of somebody else is money all the same, and a question for a person', async () => {
    const caseId = await stage.desk.waiting();
    await start(caseId);
    await transfer(caseId, { outcome: 'exact', sender: 'Otto Anders' });
    const { discrepancies, runs } = await stage.desk.read(caseId);
    expect(discrepancies).toMatchObject([{ key: 'holder', found: 'Otto Anders', state: 'OPEN' }]);
    expect(runs.find(({ state }) => state === 'OPEN')?.step).toBe('CONFIRM_AMOUNT');
  });

  it('that brings too much leaves the rest with the customer, and a task until a payment has taken it', async () => {
    const first = await stage.desk.waiting();
    await start(first);
    await transfer(first, { amount: 150_00 });
    expect((await stage.desk.read(first)).payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    expect(await openTasks('CASH_UNCLAIMED')).toEqual([{ detail: '31.00 EUR', subject: 'CUSTOMER' }]);
    const { customer } = await stage.desk.read(first);
    const second = await stage.desk.start({ customer: { id: customer.id } });
    await stage.desk.rest(second);
    await start(second);
    await stage.settle();
    expect(await pageOf(second)).toMatchObject({ amountOpen: { minor: '8800' } });
    expect(await openTasks('CASH_UNCLAIMED')).toEqual([]);
  });

  it('is called off when the customer pays by card instead; what comes late becomes a task', async () => {
    const caseId = await stage.desk.waiting();
    await start(caseId);
    const abandoned = await intentOf(caseId);
    const intent = await stage.account.stripe.paymentIntents.retrieve(abandoned);
    await stage.openCheckout(caseId);
    await stage.settle();
    expect((await stage.account.stripe.paymentIntents.retrieve(abandoned)).status).toBe('canceled');
    await stage.account.stripe.testHelpers.customers.fundCashBalance(String(intent.customer), {
      ...{ amount: 119_00, currency: 'eur' },
    });
    await stage.settle();
    expect(await openTasks('CASH_UNCLAIMED')).toContainEqual({ detail: '119.00 EUR', subject: 'CUSTOMER' });
  });

  it('stays where its case began when the business changes its mind', async () => {
    const caseId = await stage.desk.waiting();
    await choose('OWN_ACCOUNT');
    const own = await stage.desk.waiting();
    expect((await pageOf(own)).bankTransfer).toMatchObject({
      reference: (await stage.desk.read(own)).number,
    });
    expect(await start(own)).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
    expect(await start(caseId)).toHaveProperty('url');
    await choose('PROVIDER');
  });
});
