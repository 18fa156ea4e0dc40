import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { TestClient } from '../../test/test-client.ts';
import { KEY_SCOPES, PERMISSIONS } from '../graphql/permissions.ts';

let api: TestApi;
let owner: TestClient;
let integrationId: string;

const CREATE_INTEGRATION = `mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { __typename
  ... on CreateIntegrationSuccess { replayed integration { id name apiKeys { id } } } ... on Error { code } } }`;
const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename
  ... on CreateApiKeySuccess { replayed secret apiKey { id prefix scopes lastUsedAt revokedAt } } ... on Error { code }
  ... on ValidationFailed { fields { path code } } } }`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename
  ... on RevokeApiKeySuccess { replayed apiKey { revokedAt } } ... on Error { code } } }`;
const VIEWER = '{ viewer { name role scopes organization { name } memberships { role } } }';

beforeAll(async () => {
  api = await createTestApi();
  owner = await api.signIn('OWNER');
  const { data } = await owner.query(CREATE_INTEGRATION, {
    input: { name: 'Shop', idempotencyKey: 'the-integration' },
  });
  integrationId = data.createIntegration.integration.id;
});

afterAll(async () => {
  await api.stop();
});

const createKey = async (
  scopes: readonly string[],
  idempotencyKey: string,
  more: Record<string, unknown> = {},
) =>
  (await owner.query(CREATE_KEY, { input: { integrationId, name: 'Key', scopes, idempotencyKey, ...more } }))
    .data.createApiKey;

/** Lets the key's time run out. */
const expireKey = (prefix: string): Promise<unknown> =>
  withTenant(api.ports.db, api.organizationId, (tx) =>
    tx.apiKey.updateMany({ where: { prefix }, data: { expiresAt: new Date(0) } }),
  );

describe('a key of a partner', { timeout: 30_000 }, () => {
  it('reads what its scopes allow and names the scope it lacks', async () => {
    const { secret, apiKey } = await createKey(['case:read', 'organization:read'], 'key-reading');
    expect(secret).toMatch(/^zw_test_[A-Za-z0-9_-]{43}$/);
    expect(secret.startsWith(apiKey.prefix)).toBe(true);
    const partner = api.withKey(secret);
    expect((await partner.query(VIEWER)).data.viewer).toEqual({
      name: null,
      role: null,
      scopes: ['case:read', 'organization:read'],
      organization: { name: 'Sommer Möbel' },
      memberships: [],
    });
    expect(
      (await partner.query('{ paymentCases(first: 1) { edges { node { id } } } }')).errors,
    ).toBeUndefined();
    expect(await partner.query('{ customers(first: 1) { edges { node { id } } } }')).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN', requiredScope: 'customer:read' } }],
    });
  });

  it('is shown once: the same request again answers without the secret', async () => {
    const first = await createKey(['case:read'], 'key-shown-once');
    const again = await createKey(['case:read'], 'key-shown-once');
    expect(first.secret).not.toBeNull();
    expect(again).toMatchObject({ replayed: true, secret: null, apiKey: { id: first.apiKey.id } });
  });

  it('never makes keys, changes members or founds businesses, whatever it was given', async () => {
    const { secret } = await createKey(KEY_SCOPES, 'key-with-all-scopes');
    const partner = api.withKey(secret);
    const attempts = [
      await partner.query(CREATE_KEY, {
        input: { integrationId, name: 'Own', scopes: ['case:read'], idempotencyKey: 'key-of-a-key' },
      }),
      await partner.query(
        'mutation { inviteMember(input: { email: "a@example.com", role: OWNER, idempotencyKey: "by-a-key" }) { __typename } }',
      ),
      await partner.query(
        'mutation { createOrganization(input: { name: "X", street: "X 1", postalCode: "10115", city: "X", idempotencyKey: "by-a-key" }) { __typename } }',
      ),
    ];
    expect(attempts.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  });

  it.each(PERMISSIONS.filter((permission) => !KEY_SCOPES.includes(permission)))(
    'cannot be given %s',
    async (scope) => {
      expect(await createKey([scope], `key-${scope}`)).toMatchObject({
        __typename: 'ValidationFailed',
        fields: [{ path: ['input', 'scopes', '0'], code: 'UNKNOWN_SCOPE' }],
      });
    },
  );

  it('ignores a cookie that comes along', async () => {
    const { secret } = await createKey(['case:read'], 'key-beside-a-cookie');
    const cookie = (await api.anonymous.post('/api/demo/sign-in', { role: 'OWNER' })).cookie;
    const answer = await api.withKey(secret).post('/graphql', { query: VIEWER }, { cookie });
    expect(answer.body).toMatchObject({ data: { viewer: { name: null, scopes: ['case:read'] } } });
  });

  it('works no longer once it is revoked, and its streams end', async () => {
    const { secret, apiKey } = await createKey(['event:read'], 'key-to-be-revoked');
    const partner = api.withKey(secret);
    const reader = await partner.subscribe('subscription { eventAppended { type } }');
    const input = { apiKeyId: apiKey.id, idempotencyKey: 'revoke-it' };
    expect((await owner.query(REVOKE, { input })).data.revokeApiKey).toMatchObject({ replayed: false });
    expect(await reader.next()).toBeNull();
    expect(await partner.query(VIEWER)).toMatchObject({ status: 401 });
    expect((await owner.query(REVOKE, { input })).data.revokeApiKey).toMatchObject({ replayed: true });
    expect(
      (await owner.query(REVOKE, { input: { ...input, idempotencyKey: 'revoke-again' } })).data.revokeApiKey,
    ).toMatchObject({ code: 'ALREADY_REVOKED' });
  });

  it('must not expire in the past, and is dead once it has expired', async () => {
    const past = await createKey(['case:read'], 'key-of-yesterday', { expiresAt: '2020-01-01T00:00:00Z' });
    expect(past).toMatchObject({ fields: [{ path: ['input', 'expiresAt'], code: 'IN_PAST' }] });
    const { secret, apiKey } = await createKey(['case:read'], 'key-of-today', {
      expiresAt: '2099-01-01T00:00:00Z',
    });
    expect((await api.withKey(secret).query(VIEWER)).status).toBe(200);
    await expireKey(apiKey.prefix);
    expect((await api.withKey(secret).query(VIEWER)).status).toBe(401);
  });

  it('is for owners to make', async () => {
    const lead = await api.signIn('TEAM_LEAD');
    expect(
      await lead.query(CREATE_KEY, {
        input: { integrationId, name: 'K', scopes: ['case:read'], idempotencyKey: 'key-by-a-lead' },
      }),
    ).toMatchObject({ errors: [{ extensions: { requiredScope: 'key:write' } }] });
  });
});
