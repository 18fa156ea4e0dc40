import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk, payTokenOf } from '../../test/a-connected-desk.ts';
import { call, freshKey, mutationDocument } from '../../test/case-call.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
let partner: TestClient;

const aPartner = async (scopes: readonly string[]): Promise<TestClient> => {
  const owner = await stage.signIn('OWNER');
  const named = { name: `App ${scopes.join(' ')}` };
  const { integration } = await call(owner, 'createIntegration', named, 'integration { id }');
  const key = { integrationId: integration.id, name: 'Server', scopes };
  return stage.withKey((await call(owner, 'createApiKey', key, 'secret')).secret);
};

beforeAll(async () => {
  stage = await aConnectedDesk();
  partner = await aPartner(['payment:start']);
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

const anAppCase = () => stage.desk.waiting({ channel: 'MOBILE_APP' });

const start = (caseId: string, said: object = {}, client = partner) =>
  call(
    client,
    'startAppPayment',
    { caseId: encodeId('PaymentCase', caseId), methodType: 'CARD', ...said },
    'clientSecret replayed',
  );

const intentOf = (clientSecret: string): string => clientSecret.split('_secret_')[0] ?? '';

describe('a payment inside an app', { timeout: 60_000 }, () => {
  it('is confirmed by the app with the client secret, and becomes money', async () => {
    const caseId = await anAppCase();
    const { clientSecret } = await start(caseId);
    expect(clientSecret).toMatch(/^pi_\w+_secret_\w+$/);
    await stage.account.stripe.paymentIntents.confirm(intentOf(clientSecret), {
      payment_method: 'pm_card_visa',
      return_url: 'https://app.example.org/back',
    });
    await stage.settle();
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('SETTLED');
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    expect(await start(caseId)).toMatchObject({ code: 'NOTHING_OPEN' });
  });

  it('is one payment however often it is started, with the attempt as its key', async () => {
    const caseId = await anAppCase();
    const idempotencyKey = freshKey();
    const answers = await Promise.all([
      start(caseId, { idempotencyKey }),
      start(caseId, { idempotencyKey }),
      start(caseId),
      start(caseId),
    ]);
    expect(new Set(answers.map(({ clientSecret }) => clientSecret)).size).toBe(1);
    const { attempts } = await stage.desk.read(caseId);
    expect(attempts).toMatchObject([{ via: 'APP', providerRef: intentOf(answers[0].clientSecret) }]);
    const intent = await stage.account.stripe.paymentIntents.retrieve(intentOf(answers[0].clientSecret));
    expect(intent).toMatchObject({ amount: 11_900, metadata: { attemptId: attempts[0]?.id } });
  });

  it('that was declined can be tried again with the same intent', async () => {
    const caseId = await anAppCase();
    const { clientSecret } = await start(caseId);
    await stage.account.stripe.paymentIntents
      .confirm(intentOf(clientSecret), { payment_method: 'pm_card_visa_chargeDeclined' })
      .catch(() => null);
    await stage.settle();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('FAILED');
    expect(await start(caseId)).toMatchObject({ clientSecret });
  });

  it('gives way to the pay page: the intent of the app can no longer be paid', async () => {
    const caseId = await anAppCase();
    const { clientSecret } = await start(caseId);
    const input = { token: await payTokenOf(stage, caseId), methodType: 'CARD' };
    const { data } = await stage.anonymous.query(mutationDocument('startPayment', 'url'), { input });
    expect(data.startPayment.url).toMatch(/^http/);
    await stage.settle();
    const intent = await stage.account.stripe.paymentIntents.retrieve(intentOf(clientSecret));
    expect(intent.status).toBe('canceled');
  });

  it('is refused for a case of another channel, for a transfer, and without the scope', async () => {
    expect(await start(await stage.desk.waiting())).toMatchObject({ code: 'CHANNEL_DIFFERS' });
    const caseId = await anAppCase();
    expect(await start(caseId, { methodType: 'BANK_TRANSFER' })).toMatchObject({
      code: 'METHOD_NOT_ALLOWED',
    });
    expect(await start(stage.ports.newId())).toMatchObject({ code: 'NOT_FOUND' });
    const canceled = await anAppCase();
    await stage.desk.ask(canceled, stage.business.clerk, 'cancelPaymentCase', { reason: 'Storniert' });
    expect(await start(canceled)).toMatchObject({ code: 'CASE_NOT_OPEN' });
    await expect(start(caseId, {}, await aPartner(['case:read']))).rejects.toThrow('payment:start');
    expect((await stage.desk.read(caseId)).attempts).toEqual([]);
  });
});
