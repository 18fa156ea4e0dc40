import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { Data, TestClient } from '../../test/test-client.ts';

let api: TestApi;
let owner: TestClient;

beforeAll(async () => {
  api = await createTestApi();
  owner = await api.signIn('OWNER');
});

afterAll(async () => {
  await api.stop();
});

const VIEWER = `{ viewer { name email role scopes demo organization { id name members { name role version } }
  memberships { organizationId organizationName role } } }`;

const CREATE = `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { __typename
  ... on CreateOrganizationSuccess { replayed organization { id name currency members { role } } }
  ... on Error { code message path }
  ... on ValidationFailed { fields { path code message } } } }`;

const business = (change: Record<string, unknown> = {}) => ({
  name: 'Tischlerei Nord',
  street: 'Hafenstraße 1',
  postalCode: '24103',
  city: 'Kiel',
  idempotencyKey: `found-${Math.trunc(performance.now() * 1000)}`,
  ...change,
});

describe('the viewer', () => {
  it('is nobody without credentials', async () => {
    expect(await api.anonymous.query(VIEWER)).toMatchObject({ status: 200, data: { viewer: null } });
  });

  it('is a member with role, scopes and business', async () => {
    const { data } = await owner.query(VIEWER);
    expect(data.viewer).toMatchObject({
      name: 'Hanna Sommer',
      role: 'OWNER',
      demo: true,
      organization: { name: 'Sommer Möbel' },
      memberships: [{ organizationName: 'Sommer Möbel', role: 'OWNER' }],
    });
    expect(data.viewer.scopes).toContain('member:write');
    expect(data.viewer.organization.members.map((member: { role: string }) => member.role)).toHaveLength(4);
  });

  it('acts for the business that the header names, and for none that is not theirs', async () => {
    const other = await api.signUp('foreign@example.com');
    const { data } = await other.query(CREATE, { input: business({ name: 'Fremd GmbH' }) });
    const foreignId = data.createOrganization.organization.id;
    const answer = await owner.post('/graphql', { query: VIEWER }, { 'x-organization': foreignId });
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
  });
});

describe('createOrganization', () => {
  it('goes on in the new business, though the tab works for another', async () => {
    const member = await api.signIn('TEAM_LEAD');
    const input = {
      ...{ name: 'Zweitbetrieb', street: 'Weg 1', postalCode: '10115', city: 'Berlin' },
      idempotencyKey: 'founds-a-second-one',
    };
    const { data, errors } = await member.query(
      `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) {
        ... on CreateOrganizationSuccess { organization { name } } } }`,
      { input },
    );
    expect([errors, data]).toEqual([
      undefined,
      { createOrganization: { organization: { name: 'Zweitbetrieb' } } },
    ]);
  });

  it('founds a business with an owner, accounts and a workflow, and once per key', async () => {
    const person = await api.signUp('nora@example.com');
    expect((await person.query(VIEWER)).data.viewer).toMatchObject({
      organization: null,
      role: null,
      scopes: [],
    });
    const input = business({ idempotencyKey: 'nora-founds-her-business' });
    const both = await Promise.all([person.query(CREATE, { input }), person.query(CREATE, { input })]);
    const results = both.map(({ data }) => data.createOrganization);
    expect(results.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(new Set(results.map(({ organization }) => organization.id)).size).toBe(1);
    const { viewer } = (await person.query(VIEWER)).data;
    expect(viewer).toMatchObject({ role: 'OWNER', organization: { name: 'Tischlerei Nord' } });
    expect(viewer.memberships).toHaveLength(1);
    const events = await person.query('{ events { edges { node { type actor { name } } } } }');
    expect(events.data.events.edges.map(({ node }: Data) => node)).toEqual([
      { type: 'ORGANIZATION_CREATED', actor: { name: 'Nora Neu' } },
      { type: 'MEMBER_JOINED', actor: { name: 'Nora Neu' } },
      { type: 'WORKFLOW_ACTIVATED', actor: { name: 'Nora Neu' } },
    ]);
  });

  it('refuses the same key with other data', async () => {
    const person = await api.signUp('karl@example.com');
    const input = business({ idempotencyKey: 'karl-founds-his-business' });
    await person.query(CREATE, { input });
    const { data } = await person.query(CREATE, { input: { ...input, name: 'Etwas anderes' } });
    expect(data.createOrganization).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  it('names every wrong field at once, in the language of the caller', async () => {
    const person = await api.signUp('lena@example.com');
    const input = business({ name: '  ', country: 'XX', iban: 'DE00' });
    const { body } = await person.post(
      '/graphql',
      { query: CREATE, variables: { input } },
      { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' },
    );
    expect(body).toMatchObject({
      data: {
        createOrganization: {
          __typename: 'ValidationFailed',
          message: 'Bitte prüfen Sie die markierten Angaben.',
          fields: [
            { path: ['input', 'name'], code: 'REQUIRED', message: 'Diese Angabe fehlt.' },
            { path: ['input', 'country'], code: 'UNKNOWN_COUNTRY' },
            { path: ['input', 'iban'], code: 'IBAN_INVALID' },
          ],
        },
      },
    });
  });

  it('needs a session', async () => {
    expect(await api.anonymous.query(CREATE, { input: business() })).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});

const UPDATE = `mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { __typename
  ... on UpdateOrganizationSuccess { organization { version name email iban singleControl } }
  ... on Error { code path retryable } ... on VersionConflict { currentVersion } } }`;

describe('updateOrganization', () => {
  it('changes what is named, empties what is null, leaves the rest', async () => {
    const { data } = await owner.query(UPDATE, {
      input: { email: 'post@sommer-moebel.example', accountHolder: null, expectedVersion: 1 },
    });
    expect(data.updateOrganization).toMatchObject({
      organization: {
        version: 2,
        name: 'Sommer Möbel',
        email: 'post@sommer-moebel.example',
        iban: 'DE89370400440532013000',
      },
    });
  });

  it('refuses an old version and says which one it is now', async () => {
    const { data } = await owner.query(UPDATE, { input: { name: 'Winter Möbel', expectedVersion: 1 } });
    expect(data.updateOrganization).toMatchObject({ __typename: 'VersionConflict', currentVersion: 2 });
  });

  it('refuses single control while two may close', async () => {
    const { data } = await owner.query(UPDATE, { input: { singleControl: true, expectedVersion: 2 } });
    expect(data.updateOrganization).toMatchObject({
      __typename: 'NotAllowed',
      code: 'SINGLE_CONTROL_NEEDS_ONE_CLOSER',
    });
  });

  it('is for owners only', async () => {
    const lead = await api.signIn('TEAM_LEAD');
    expect(await lead.query(UPDATE, { input: { expectedVersion: 2 } })).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN', requiredScope: 'organization:write' } }],
    });
  });

  it('may be sent again when somebody else holds the lock too long', async () => {
    const client = await api.database.app.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.organization', $1, true)", [api.organizationId]);
      await client.query('SELECT 1 FROM organization FOR UPDATE');
      const { data } = await owner.query(UPDATE, { input: { expectedVersion: 2 } });
      expect(data.updateOrganization).toMatchObject({
        __typename: 'TemporarilyUnavailable',
        retryable: true,
      });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});
