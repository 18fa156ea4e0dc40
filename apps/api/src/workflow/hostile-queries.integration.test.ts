import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStranger } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { GraphqlAnswer, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const CASES = `query ($search: String) {
  paymentCases(filter: { search: $search }) { totalCount edges { node { reference } } } }`;
const CUSTOMERS = `query ($search: String) {
  customers(search: $search) { totalCount edges { node { data { city } } } } }`;

describe('a search', () => {
  let stage: Stage;
  let adviser: TestClient;

  beforeAll(async () => {
    stage = await aStage();
    adviser = await stage.signIn('ADVISER');
    for (const reference of ['100%', 'A_1', 'AB1', 'C\\D', "O'Neil", 'plain'])
      await stage.own.desk.start({ reference, customer: { data: aStranger({ city: `Ort ${reference}` }) } });
    await stage.foreign.desk.start({ reference: '100% foreign' });
  });

  afterAll(() => stage.stop());

  const found = async (search: string): Promise<readonly string[]> => {
    const { data } = await adviser.query(CASES, { search });
    const edges: readonly { node: { reference: string } }[] = data.paymentCases.edges;
    expect(data.paymentCases.totalCount).toBe(edges.length);
    return edges.map(({ node }) => node.reference).toSorted();
  };

  it.each([
    ['%', ['100%']],
    ['_', ['A_1']],
    ['\\', ['C\\D']],
    ["'", ["O'Neil"]],
    ["' OR 1=1 --", []],
    ['a_1', ['A_1']],
    ['100%', ['100%']],
    ['%%', []],
    ['(a+)+$', []],
    ['x'.repeat(10_000), []],
  ])('for %j finds what holds it, and takes no character for another', async (search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it.each(['', ' ', '\t'])('for %j is no search', async (search) => {
    expect(await found(search)).toHaveLength(6);
  });

  it.each([
    ['%', ['Ort 100%']],
    ['_', ['Ort A_1']],
    ['Ort a', ['Ort AB1', 'Ort A_1']],
  ])('of customers for %j does the same', async (search, expected) => {
    const { data } = await adviser.query(CUSTOMERS, { search });
    const edges: readonly { node: { data: { city: string } } }[] = data.customers.edges;
    expect(edges.map(({ node }) => node.data.city).toSorted()).toEqual(expected);
  });

  const LISTS = [
    'paymentCases',
    'customers',
    'tasks',
    'invoices',
    'payments',
    'journalEntries',
    'payouts',
    'events',
    'latestEvents',
  ];

  it.each(LISTS)(
    'page of %s with a cursor that is none, or of another list, is refused in words',
    async (list) => {
      const unfit = [
        'x',
        '',
        Buffer.from('GPC:S:x').toString('base64'),
        Buffer.from('GPC:J:["x","y"]').toString('base64'),
        Buffer.from('GPC:J:[]').toString('base64'),
        Buffer.from(`GPC:J:["${stage.organizationId}","x\\u0000"]`).toString('base64'),
        'x'.repeat(10_000),
      ];
      for (const after of unfit) {
        const { errors } = await adviser.query(
          `query ($after: String) { ${list}(first: 1, after: $after) { edges { cursor } } }`,
          { after },
        );
        const code = errors?.[0]?.extensions.code;
        expect([after.slice(0, 40), code]).toEqual([after.slice(0, 40), 'BAD_USER_INPUT']);
      }
    },
  );

  it('page has at most a hundred entries, and no negative number of them', async () => {
    const { errors } = await adviser.query('{ paymentCases(first: -1) { totalCount edges { cursor } } }');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const many = await adviser.query('{ paymentCases(first: 2147483647) { edges { cursor } } }');
    expect(many.data.paymentCases.edges).toHaveLength(6);
  });

  const NODE = 'query ($id: ID!) { node(id: $id) { id __typename } }';

  it.each(['x', '', '::', 'PaymentCase', 'Event:1', 'a'.repeat(10_000)])(
    'for the node %j finds none',
    async (id) => {
      const answers: GraphqlAnswer[] = [
        await adviser.query(NODE, { id }),
        await adviser.query(NODE, { id: encodeId('PaymentCase', id) }),
        await adviser.query(NODE, { id: encodeId(id, stage.organizationId) }),
      ];
      expect(answers.map(({ data }) => data)).toEqual([{ node: null }, { node: null }, { node: null }]);
    },
  );
});
