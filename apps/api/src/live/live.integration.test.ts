import { appendEvents } from '@zahlwerk/db/events';
import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { ServerSentEvent, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let api: TestApi;
let owner: TestClient;

beforeAll(async () => {
  api = await createTestApi();
  owner = await api.signIn('OWNER');
});

afterAll(async () => {
  await api.stop();
});

const FOLLOW = `subscription ($after: String, $types: [EventType!]) {
  eventAppended(after: $after, types: $types) { id position cursor type } }`;

/** Appends as the writers do, and rings. */
const append = async (count: number, organizationId = api.organizationId): Promise<void> => {
  await withTenant(api.ports.db, organizationId, (tx) =>
    appendEvents(
      tx,
      organizationId,
      Array.from({ length: count }, (_, at) => ({
        stream: 'organization',
        streamId: organizationId,
        type: 'organization.updated' as const,
        at: new Date(),
        actor: SYSTEM,
        data: { at },
      })),
    ),
  );
  api.ports.doorbell.ring(organizationId);
};

const head = async (): Promise<string> => {
  const { data } = await owner.query('{ latestEvents(first: 1) { edges { node { cursor } } } }');
  return data.latestEvents.edges[0].node.cursor;
};

const positions = (events: readonly ServerSentEvent[]): number[] =>
  events.map(({ data }) => Number(data.data.eventAppended.position));

const inARow = (list: readonly number[]): boolean =>
  list.every((each, at) => at === 0 || each === (list[at - 1] ?? 0) + 1);

describe('the event stream', { timeout: 30_000 }, () => {
  it('tells every event once and in order, however many are appended at once', async () => {
    const reader = await owner.subscribe(FOLLOW, { after: await head() });
    await Promise.all(Array.from({ length: 12 }, () => append(15)));
    const seen = positions(await reader.take(180));
    expect(new Set(seen).size).toBe(180);
    expect(inARow(seen)).toBe(true);
    await reader.close();
  });

  it('goes on behind the last id of a reader that comes back', async () => {
    const after = await head();
    const first = await owner.subscribe(FOLLOW, { after });
    await append(5);
    const seen = await first.take(3);
    await first.close();
    await append(5);
    const again = await owner.subscribe(FOLLOW, { after }, { 'last-event-id': seen.at(-1)?.id ?? '' });
    const rest = await again.take(7);
    await again.close();
    expect(inARow([...positions(seen), ...positions(rest)])).toBe(true);
  });

  it('begins now when no cursor is given', async () => {
    await append(3);
    const before = await head();
    const reader = await owner.subscribe(FOLLOW);
    // The stream is open when its first bytes have come; what is appended from now on must be told.
    await append(1);
    const [event] = await reader.take(1);
    expect(event?.data.data.eventAppended.cursor).not.toBe(before);
    expect(event?.id).toBe(event?.data.data.eventAppended.cursor);
    await reader.close();
  });

  it('keeps nothing for a reader that has stopped reading, and serves the others', async () => {
    const after = await head();
    const stopped = await owner.subscribe(FOLLOW, { after });
    const reader = await owner.subscribe(FOLLOW, { after });
    for (let batch = 0; batch < 5; batch++) await append(100);
    expect(inARow(positions(await reader.take(500)))).toBe(true);
    expect(positions(await stopped.take(500))).toHaveLength(500);
    await Promise.all([stopped.close(), reader.close()]);
  });

  it('lets go of readers that have gone', async () => {
    const readers = await Promise.all(Array.from({ length: 10 }, () => owner.subscribe(FOLLOW)));
    await Promise.all(readers.map((reader) => reader.close()));
    await append(1);
    await expect.poll(() => api.ports.doorbell.listeners()).toBe(0);
  });

  it('tells only the types that were asked for', async () => {
    const reader = await owner.subscribe(FOLLOW, { after: await head(), types: ['MEMBER_INVITED'] });
    await append(3);
    await owner.query(
      `mutation { inviteMember(input: { email: "live@example.com", role: CLERK, idempotencyKey: "invite-live" }) { __typename } }`,
    );
    const [event] = await reader.take(1);
    expect(event?.data.data.eventAppended.type).toBe('MEMBER_INVITED');
    await reader.close();
  });

  it('never tells the events of another business', async () => {
    const person = await api.signUp('other@example.com');
    const created = await person.query(
      `mutation { createOrganization(input: { name: "Andere", street: "Weg 1", postalCode: "10115", city: "Berlin",
        idempotencyKey: "other-founds" }) { ... on CreateOrganizationSuccess { organization { id } } } }`,
    );
    expect(created.data.createOrganization.organization.id).toBeTruthy();
    const reader = await person.subscribe(FOLLOW, { types: ['ORGANIZATION_UPDATED'] });
    await append(5);
    await person.query(
      'mutation { updateOrganization(input: { name: "Neu", expectedVersion: 1 }) { __typename } }',
    );
    const [event] = await reader.take(1);
    expect(event?.data.data.eventAppended).toMatchObject({ position: '4', type: 'ORGANIZATION_UPDATED' });
    await reader.close();
  });

  it('refuses a cursor that is none, and callers without the scope', async () => {
    const wrong = await owner.post(
      '/graphql',
      { query: FOLLOW, variables: { after: 'rubbish' } },
      { accept: 'text/event-stream' },
    );
    expect(JSON.stringify(wrong.body)).toContain('BAD_USER_INPUT');
    const anonymous = await api.anonymous.subscribe(FOLLOW);
    expect(anonymous.status).toBe(401);
  });

  it('ends when the rights of its reader end', async () => {
    const adviser = await api.signIn('ADVISER');
    const reader = await adviser.subscribe(FOLLOW, { after: await head() });
    await append(1);
    expect(await reader.next()).not.toBeNull();
    await owner.query(
      'mutation ($id: ID!) { removeMember(input: { memberId: $id, expectedVersion: 1 }) { __typename } }',
      { id: encodeId('Member', api.memberIds.ADVISER) },
    );
    expect(await reader.next()).toBeNull();
  });

  it('refuses more than twenty streams of one session', async () => {
    const clerk = await api.signIn('CLERK');
    const readers = await Promise.all(Array.from({ length: 20 }, () => clerk.subscribe(FOLLOW)));
    const beyond = await clerk.subscribe(FOLLOW);
    expect(beyond.status).toBe(429);
    await Promise.all([...readers, beyond].map((reader) => reader.close()));
  });
});
