import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../test/a-desk.ts';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import { aLivedInBusiness, type LivedInBusiness } from '../../test/isolation/a-lived-in-business.ts';
import { aLookout, findLeaks, nameOf } from '../../test/isolation/find-leaks.ts';
import { type Operation, operationsOf } from '../../test/isolation/operations.ts';
import { unknownThings } from '../../test/isolation/unknown-things.ts';
import { queryAll, readRows, readViolations } from '../../test/rows.ts';
import type { EventReader, TestClient } from '../../test/test-client.ts';
import { schema } from '../schema.ts';

const OPERATIONS = operationsOf(schema, today());
const named = (operations: readonly Operation[]) =>
  operations.map((operation) => [nameOf(operation), operation] as const);
const isStream = ({ kind }: Operation): boolean => kind === 'subscription';
const isForeign = ({ foreignAt }: Operation): boolean => foreignAt !== null;

describe('somebody of one business', () => {
  let api: TestApi;
  let mine: LivedInBusiness;
  let theirs: LivedInBusiness;
  let seen: (answer: unknown) => readonly string[];

  beforeAll(async () => {
    api = await createTestApi();
    mine = await aLivedInBusiness(api, 'Amselfink');
    theirs = await aLivedInBusiness(api, 'Kanarienvogel', 2);
    seen = await aLookout(api, theirs);
  });

  afterAll(async () => {
    expect(await readViolations(api.database)).toEqual([]);
    await api.stop();
  });

  const look = (operation: Operation, client: TestClient) =>
    findLeaks({
      client,
      operation,
      own: mine.fill,
      foreign: theirs.fill,
      unknown: unknownThings(mine.fill),
      seen,
    });

  it('would be noticed: the owner over there does see what is looked for', async () => {
    const { data } = await theirs.owner.query(
      '{ paymentCases(first: 5) { edges { node { id reference } } } }',
    );
    expect(seen(data).length).toBeGreaterThan(5);
    expect(seen((await mine.owner.query('{ viewer { organization { name } } }')).data)).toEqual([]);
  });

  it.each(named(OPERATIONS.filter((one) => !isStream(one) && isForeign(one))))(
    'sees nothing of another: %s',
    async (_name, operation) => {
      const before = await readRows(api.database);
      expect(await look(operation, mine.owner)).toEqual([]);
      expect(await look(operation, mine.partner)).toEqual([]);
      expect(await readRows(api.database)).toEqual(before);
    },
  );

  it.each(named(OPERATIONS.filter((one) => one.kind === 'query' && !isForeign(one))))(
    'sees only their own: %s',
    async (_name, operation) => {
      expect(await look(operation, mine.owner)).toEqual([]);
      expect(await look(operation, mine.partner)).toEqual([]);
    },
  );

  /** What a stream tells until something else has happened; then nobody listens any more. */
  const heardUntil = async (reader: EventReader, happened: Promise<unknown>): Promise<readonly unknown[]> => {
    const heard: unknown[] = [];
    const end = happened.then(() => null);
    for (;;) {
      const event = await Promise.race([reader.next(), end]);
      if (!event) break;
      heard.push(event);
    }
    await reader.close();
    return heard;
  };

  it.each(named(OPERATIONS.filter(isStream)))('hears nothing of another: %s', async (_name, operation) => {
    const { document, variables } = operation;
    const stream = await mine.owner.subscribe(document, variables(mine.fill, theirs.fill));
    const own = await mine.owner.subscribe(
      'subscription { eventAppended(types: [METHOD_REQUESTED]) { id } }',
    );
    // Their news come first: whoever has heard of the second has been told of the first, if at all.
    const told = theirs
      .stir()
      .then(() => mine.stir())
      .then(() => own.next());
    expect(seen(await heardUntil(stream, told))).toEqual([]);
    expect(await told).toMatchObject({ event: 'next' });
    await own.close();
  });

  it('reads no file of another, by session, key or link', async () => {
    const unknown = unknownThings(mine.fill);
    const [link] = await queryAll<{ id: string }>(
      api.database,
      `SELECT id FROM access_link WHERE organization_id = $1 AND purpose = 'PAY' LIMIT 1`,
      [mine.organizationId],
    );
    const token = api.ports.links.tokenOf(link?.id ?? '');
    const textOf = async (answer: Promise<Response>) => {
      const { status, headers, ...response } = await answer.then(async (got) => ({
        status: got.status,
        headers: got.headers,
        body: (await got.text()).replaceAll(got.headers.get('x-request-id') ?? '–', ''),
      }));
      return { status, type: headers.get('content-type'), ...response };
    };
    for (const query of ['', `?link=${token}`])
      for (const client of [mine.owner, mine.partner, api.anonymous]) {
        const theirFile = await textOf(client.get(`/documents/${theirs.fill('Document')}${query}`));
        expect(theirFile).toEqual(await textOf(client.get(`/documents/${unknown('Document')}${query}`)));
        expect(theirFile.status).toBeGreaterThanOrEqual(400);
      }
    expect((await theirs.owner.get(`/documents/${theirs.fill('Document')}`)).status).toBe(200);
  });

  it('does not get in by naming the other business', async () => {
    const query = '{ paymentCases(first: 1) { edges { node { id } } } }';
    const there = { 'x-organization': theirs.fill('Organization') };
    for (const client of [mine.owner, mine.partner]) {
      const { body } = await client.post('/graphql', { query }, there);
      expect(seen(body)).toEqual([]);
    }
    const { status, body } = await mine.owner.post('/graphql', { query }, there);
    expect({ status, body }).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  });

  // Last, because afterwards nothing over here is as it was.
  it.each(named(OPERATIONS.filter((one) => one.kind === 'mutation' && !isForeign(one))))(
    'changes only their own: %s',
    async (_name, operation) => {
      const before = await readRows(api.database, theirs.organizationId);
      const { document, variables } = operation;
      expect(seen(await mine.owner.query(document, variables(mine.fill, mine.fill)))).toEqual([]);
      expect(await readRows(api.database, theirs.organizationId)).toEqual(before);
    },
  );
});
