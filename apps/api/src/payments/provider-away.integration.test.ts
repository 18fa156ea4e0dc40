import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk, payTokenOf } from '../../test/a-connected-desk.ts';
import { aStranger } from '../../test/a-desk.ts';
import { enterCode, receiveCode } from '../../test/by-method-link.ts';
import { call, mutationDocument } from '../../test/case-call.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

const AWAY = {
  __typename: 'ProviderUnavailable',
  code: 'PROVIDER_UNAVAILABLE',
  message: 'The payment provider does not answer right now. Please try again in a few minutes.',
  retryable: true,
};
const NOT_CONNECTED = { code: 'PROVIDER_NOT_CONNECTED', retryable: false };

const OUTAGES = ['timeout_before', 'server_error_before', 'rate_limit', 'server_error_after'] as const;

const pull = (lever: string, path = '/v1/') => stage.sandbox.press('faults', { lever, path });

const pay = async (caseId: string, methodType = 'CARD') => {
  const input = { token: await payTokenOf(stage, caseId), methodType };
  return (await stage.anonymous.query(mutationDocument('startPayment', 'url'), { input })).data.startPayment;
};

/** The ways to pay that the customer's page shows. */
const offered = async (caseId: string) => {
  const token = await payTokenOf(stage, caseId);
  const page = 'query ($token: String!) { payPage(token: $token) { methods } }';
  return (await stage.anonymous.query(page, { token })).data.payPage.methods;
};

const writesNothing = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  const before = await readRows(stage.database);
  const answer = await ask();
  expect(await readRows(stage.database)).toEqual(before);
  return answer;
};

/** The account can no longer be used: nobody here has its key. */
const disconnect = (disabledAt: Date | null): Promise<unknown> =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.providerAccount.updateMany({ data: { disabledAt } }),
  );

describe('a provider that does not answer', { timeout: 60_000 }, () => {
  it.each(OUTAGES)('stops startPayment with %s in words; later the customer pays once', async (lever) => {
    const caseId = await stage.desk.waiting();
    await pull(lever, '/v1/checkout/sessions');
    expect(await pay(caseId)).toMatchObject(AWAY);
    const [attempt] = (await stage.desk.read(caseId)).attempts;
    expect(attempt?.sessionRef).toBeNull();
    await stage.sandbox.release();
    const { url } = await pay(caseId);
    await enterCard(url, CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    expect(state.attempts.filter((one) => one.state === 'SUCCEEDED')).toHaveLength(1);
  });

  it('whose answer is lost is asked again with the attempt as the key: the same page', async () => {
    const caseId = await stage.desk.waiting();
    await pull('timeout_after', '/v1/checkout/sessions');
    expect(await pay(caseId)).toMatchObject(AWAY);
    await stage.sandbox.release();
    // In between the customer becomes known to the provider: what was frozen with the attempt is sent all the same.
    await stage.settle();
    const [attempt] = (await stage.desk.read(caseId)).attempts;
    const { url } = await pay(caseId);
    const sessions = await stage.account.stripe.checkout.sessions.list({ limit: 100 });
    expect(sessions.data.filter(({ metadata }) => metadata?.attemptId === attempt?.id)).toHaveLength(1);
    await enterCard(url, CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    expect((await stage.desk.read(caseId)).attempts).toMatchObject([{ id: attempt?.id, state: 'SUCCEEDED' }]);
  });

  it.each(OUTAGES)('stops startAppPayment with %s in words; later the app gets its secret', async (lever) => {
    const caseId = await stage.desk.waiting({ channel: 'MOBILE_APP' });
    const owner = await stage.signIn('OWNER');
    const input = { caseId: encodeId('PaymentCase', caseId), methodType: 'CARD' };
    await pull(lever, '/v1/payment_intents');
    expect(await call(owner, 'startAppPayment', input, 'clientSecret')).toMatchObject(AWAY);
    await stage.sandbox.release();
    const { clientSecret } = await call(owner, 'startAppPayment', input, 'clientSecret');
    expect(clientSecret).toMatch(/_secret_/);
  });

  it.each(OUTAGES)('stops updatePaymentMethod with %s in words, and the link goes on', async (lever) => {
    const caseId = await stage.desk.waiting({ customer: { data: aStranger() } });
    await stage.settle();
    const linkId = stage.ports.newId();
    await stage.desk.ask(caseId, stage.business.clerk, 'requestPaymentMethodUpdate', { linkId });
    await stage.settle();
    const token = stage.ports.links.tokenOf(linkId);
    const code = await receiveCode(stage, token);
    const ask = () => enterCode(stage, token, code);
    await pull(lever, '/v1/');
    expect(await writesNothing(ask)).toMatchObject(AWAY);
    await stage.sandbox.release();
    expect((await ask()).url).toMatch(/^http/);
  });

  it.each(OUTAGES)('stops connectProvider with %s in words, wherever it breaks off', async (lever) => {
    const owner = await stage.signIn('OWNER');
    for (const path of ['/v1/account', '/v1/webhook_endpoints']) {
      const input = {
        provider: 'STRIPE',
        secretKey: `sk_test_${stage.ports.newId().replaceAll('-', '')}`,
        idempotencyKey: `connect-${stage.ports.newId()}`,
      };
      await pull(lever, path);
      expect(await writesNothing(() => call(owner, 'connectProvider', input))).toMatchObject(AWAY);
      await stage.sandbox.release();
      const connected = await call(owner, 'connectProvider', input, 'providerAccount { receivesEvents }');
      expect(connected).toMatchObject({ providerAccount: { receivesEvents: true } });
    }
  });

  it('stops updatePaymentStatus, which publishes nothing that it could not ask for', async () => {
    const caseId = await stage.desk.waiting();
    await enterCard((await pay(caseId)).url, CARDS.declined, 'Frieda Lorenzen');
    await stage.settle();
    const clerk = await stage.signIn('CLERK');
    const input = { caseId: encodeId('PaymentCase', caseId) };
    await pull('timeout_before');
    expect(await writesNothing(() => call(clerk, 'updatePaymentStatus', input))).toMatchObject(AWAY);
    await stage.sandbox.release();
    expect(await call(clerk, 'updatePaymentStatus', input)).toMatchObject({ replayed: false });
  });
});

describe('a provider that is not connected', { timeout: 60_000 }, () => {
  it('offers no card, and says so to whoever had begun; connected again, the same attempt goes on', async () => {
    const [fresh, begun] = [await stage.desk.waiting(), await stage.desk.waiting()];
    await pull('timeout_before', '/v1/checkout/sessions');
    await pay(begun);
    await stage.sandbox.release();
    expect(await offered(fresh)).toEqual(['CARD', 'SEPA_DEBIT', 'BANK_TRANSFER']);
    await disconnect(new Date());
    expect(await offered(fresh)).toEqual(['BANK_TRANSFER']);
    expect(await writesNothing(() => pay(fresh))).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
    expect(await writesNothing(() => pay(begun))).toMatchObject(NOT_CONNECTED);
    await disconnect(null);
    expect((await pay(begun)).url).toMatch(/^http/);
  });

  it('is named where a customer is to store a method: by the desk, and on the link that is out already', async () => {
    const caseId = await stage.desk.waiting();
    await stage.settle();
    const linkId = stage.ports.newId();
    await stage.desk.ask(caseId, stage.business.clerk, 'requestPaymentMethodUpdate', { linkId });
    await stage.settle();
    await disconnect(new Date());
    const clerk = await stage.signIn('CLERK');
    const input = { caseId: encodeId('PaymentCase', caseId) };
    expect(await writesNothing(() => call(clerk, 'requestPaymentMethodUpdate', input))).toMatchObject({
      __typename: 'StepRefused',
      code: 'PROVIDER_NOT_CONNECTED',
      unblockedBy: 'Hanna Sommer',
    });
    const token = stage.ports.links.tokenOf(linkId);
    const code = await receiveCode(stage, token);
    const ask = () => enterCode(stage, token, code);
    expect(await writesNothing(ask)).toMatchObject(NOT_CONNECTED);
    await disconnect(null);
    expect((await ask()).url).toMatch(/^http/);
  });
});
