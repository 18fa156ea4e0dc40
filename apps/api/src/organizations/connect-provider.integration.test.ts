import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { TestClient } from '../../test/test-client.ts';

/** The two answers of the provider that connecting needs; each key has an account of its own. */
const provider = (): Server =>
  createServer((request, response) => {
    const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (key.endsWith('wrong'))
      return answer(401, { error: { type: 'invalid_request_error', message: 'No such key' } });
    if (request.url?.startsWith('/v1/account'))
      return answer(200, {
        id: `acct_${key.split('_').at(-1)?.slice(0, 4)}`,
        object: 'account',
        settings: { dashboard: { display_name: 'Sommer Möbel' } },
      });
    return answer(200, { id: 'we_1', object: 'webhook_endpoint', secret: 'whsec_of_the_endpoint' });
  });

let stripe: Server;
let api: TestApi;
let owner: TestClient;

beforeAll(async () => {
  stripe = provider().listen(0, '127.0.0.1');
  await new Promise((resolve) => stripe.once('listening', resolve));
  const { port } = stripe.address() as AddressInfo;
  api = await createTestApi({
    env: { STRIPE_SECRET_KEY: 'sk_test_environment', STRIPE_API_BASE: `http://127.0.0.1:${port}` },
  });
  owner = await api.signIn('OWNER');
});

afterAll(async () => {
  await api.stop();
  stripe.close();
});

const CONNECT = `mutation ($input: ConnectProviderInput!) { connectProvider(input: $input) { __typename
  ... on ConnectProviderSuccess { replayed providerAccount { id externalId displayName liveMode receivesEvents } }
  ... on Error { code path } ... on ValidationFailed { fields { path code } } } }`;

const connect = async (secretKey: string, idempotencyKey: string, client = owner) =>
  (await client.query(CONNECT, { input: { provider: 'STRIPE', secretKey, idempotencyKey } })).data
    .connectProvider;

const accounts = () =>
  withTenant(api.ports.db, api.organizationId, (tx) =>
    tx.providerAccount.findMany({ orderBy: { createdAt: 'asc' } }),
  );

describe('connectProvider', { timeout: 30_000 }, () => {
  it('keeps the key sealed and has the provider send its events here', async () => {
    expect(await connect('sk_test_aaaa1111', 'connect-first')).toMatchObject({
      replayed: false,
      providerAccount: {
        externalId: 'acct_aaaa',
        displayName: 'Sommer Möbel',
        liveMode: false,
        receivesEvents: true,
      },
    });
    const [row] = await accounts();
    expect(Buffer.from(row?.credential ?? []).toString('utf8')).not.toContain('sk_test');
    expect(api.ports.box.open(row?.credential ?? new Uint8Array())).toBe('sk_test_aaaa1111');
    expect(api.ports.box.open(row?.webhookSecret ?? new Uint8Array())).toBe('whsec_of_the_endpoint');
    const told = await withTenant(api.ports.db, api.organizationId, (tx) =>
      tx.event.findFirst({ where: { type: 'provider.connected' } }),
    );
    expect(told?.data).toEqual({ provider: 'STRIPE', liveMode: false });
  });

  it('gives an account that is connected again its new key, and it stays the same account', async () => {
    const before = await accounts();
    const again = await connect('sk_test_aaaa2222', 'connect-again');
    expect(again.providerAccount.externalId).toBe('acct_aaaa');
    const after = await accounts();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(api.ports.box.open(after[0]?.credential ?? new Uint8Array())).toBe('sk_test_aaaa2222');
  });

  it('answers a repetition as before', async () => {
    expect(await connect('sk_test_aaaa2222', 'connect-again')).toMatchObject({ replayed: true });
  });

  it('refuses live keys in the demo, what is no key, and what the provider does not take', async () => {
    expect(await connect('sk_live_aaaa1111', 'connect-live')).toMatchObject({ code: 'LIVE_KEY_IN_DEMO' });
    expect(await connect('pk_test_aaaa1111', 'connect-public')).toMatchObject({
      fields: [{ path: ['input', 'secretKey'], code: 'MALFORMED' }],
    });
    expect(await connect('sk_test_wrong', 'connect-wrong')).toMatchObject({
      fields: [{ path: ['input', 'secretKey'], code: 'KEY_REFUSED' }],
    });
    expect(await accounts()).toHaveLength(1);
  });

  it('refuses an account that another business has connected', async () => {
    const other = await api.signUp('other@example.com');
    await other.query(
      `mutation { createOrganization(input: { name: "Andere", street: "Weg 1", postalCode: "10115", city: "Berlin",
        idempotencyKey: "other-founds" }) { __typename } }`,
    );
    expect(await connect('sk_test_aaaa3333', 'connect-foreign', other)).toMatchObject({
      code: 'ALREADY_CONNECTED',
    });
    expect(await connect('sk_test_bbbb1111', 'connect-own', other)).toMatchObject({ replayed: false });
  });
});
