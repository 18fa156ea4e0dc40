import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, freshKey } from '../../test/case-call.ts';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { TestClient } from '../../test/test-client.ts';

let api: TestApi;
let owner: TestClient;
beforeAll(async () => {
  api = await createTestApi();
  owner = await api.signIn('OWNER');
});
afterAll(() => api.stop());

const FIELDS = 'replayed organization { workflow { number state capture } }';

const choose = (client: TestClient, input: Readonly<Record<string, unknown>>) =>
  call(client, 'setCaptureMode', { capture: 'MANUAL', expectedVersion: 1, ...input }, FIELDS);

const versions = () =>
  withTenant(api.ports.db, api.organizationId, (tx) =>
    tx.workflowVersion.findMany({
      where: { organizationId: api.organizationId },
      orderBy: { number: 'asc' },
    }),
  );

describe('setCaptureMode', () => {
  it('puts the next version in force, once however often it is sent, and leaves the one before as it was', async () => {
    const idempotencyKey = freshKey();
    const inForce = { organization: { workflow: { number: 2, state: 'ACTIVE', capture: 'MANUAL' } } };
    expect(await choose(owner, { idempotencyKey })).toEqual({
      __typename: 'SetCaptureModeSuccess',
      replayed: false,
      ...inForce,
    });
    expect(await choose(owner, { idempotencyKey })).toMatchObject({ replayed: true, ...inForce });
    const [first, second] = await versions();
    expect(first).toMatchObject({ state: 'RETIRED', definition: { capture: 'AUTOMATIC' } });
    expect(second).toMatchObject({ activatedByKind: 'MEMBER', activatedById: api.memberIds.OWNER });
    const { data } = await owner.query('{ latestEvents(first: 1) { edges { node { type } } } }');
    expect(data.latestEvents.edges).toEqual([{ node: { type: 'WORKFLOW_ACTIVATED' } }]);
  });

  it('makes no version of what is so already', async () => {
    expect(await choose(owner, { expectedVersion: 2 })).toMatchObject({ replayed: false });
    expect(await versions()).toHaveLength(2);
  });

  it('refuses a version that is no longer in force, and says which one is', async () => {
    expect(await choose(owner, { capture: 'AUTOMATIC' })).toMatchObject({
      __typename: 'VersionConflict',
      currentVersion: 2,
    });
    expect(await versions()).toHaveLength(2);
  });

  it('is for owners only', async () => {
    const lead = await api.signIn('TEAM_LEAD');
    const answer = await lead.query(
      'mutation ($input: SetCaptureModeInput!) { setCaptureMode(input: $input) { __typename } }',
      { input: { capture: 'AUTOMATIC', expectedVersion: 2, idempotencyKey: freshKey() } },
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'organization:write',
    });
  });
});
