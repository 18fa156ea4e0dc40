import { Prisma } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { money } from '@zahlwerk/domain/money/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStranger } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { asSuperuser } from '../../test/rows.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { exactHits } from './search-cases.ts';
import { readNeedle } from './search-needle.ts';

const SEARCH = `query ($search: String) { paymentCases(filter: { search: $search }) {
  totalCount edges { node { id number reference } } } }`;

describe('the search for cases', () => {
  let stage: Stage;
  let clerk: TestClient;
  /** Reference of the case by which each is known here; the invoiced one has been through step 5. */
  let invoiced: Data;

  const found = async (search: string): Promise<readonly string[]> => {
    const { data } = await clerk.query(SEARCH, { search });
    const edges: readonly Data[] = data.paymentCases.edges;
    expect(data.paymentCases.totalCount).toBe(edges.length);
    return edges.map(({ node }) => node.reference).toSorted();
  };

  beforeAll(async () => {
    stage = await aStage({ breaksBooks: true });
    clerk = await stage.signIn('CLERK');
    const { desk, at } = stage.own;
    const claim = (reference: string, minor: bigint, email: string) =>
      desk.start({
        reference,
        amountDue: money(minor, 'EUR'),
        lines: [],
        invoicing: 'STATEMENT',
        customer: { data: aStranger({ email, familyName: `Name ${reference}` }) },
      });
    await claim('small', 119_00n, 'small@example.org');
    await claim('large', 1_190_00n, 'Large.Buyer@example.org');
    await claim('A-119', 50_00n, 'other@example.org');
    await claim('19,99', 70_00n, 'nobody@example.org');
    const id = await at('CONFIRM_AMOUNT');
    [invoiced] = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.paymentCase.findMany({ where: { id }, include: { invoices: true, customer: true } }),
    );
    await stage.foreign.desk.start({
      reference: 'foreign',
      amountDue: money(119_00n, 'EUR'),
      lines: [],
      invoicing: 'STATEMENT',
    });
  });

  afterAll(() => stage.stop());

  it.each([
    ['119', ['A-119', 'A-4711', 'small']],
    ['119,00', ['A-4711', 'small']],
    ['119.00', ['A-4711', 'small']],
    ['119 €', ['A-4711', 'small']],
    ['1.190,00 €', ['large']],
    ['1,190.00', ['large']],
    ['1190', ['large']],
    ['119 USD', []],
    ['19,99', ['19,99']],
    ['a-119', ['A-119']],
    ['SMALL@example.org', ['small']],
    ['large.buyer@', ['large']],
    ['Name small', ['small']],
  ])('finds by %j', async (search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it('finds by the number of the case, the invoice and the customer, also while they are being typed', async () => {
    const numbers = [invoiced.number, invoiced.invoices[0].number, invoiced.customer.number];
    for (const number of numbers) {
      expect([number, await found(number)]).toEqual([number, ['A-4711']]);
      expect([number, await found(number.toLowerCase())]).toEqual([number, ['A-4711']]);
      expect([number, await found(number.slice(0, -1))]).toEqual([
        number,
        expect.arrayContaining(['A-4711']),
      ]);
    }
    expect(await found('RE-2020-0001')).toEqual([]);
  });

  describe('among ten thousand cases of a busy year', () => {
    /** Copies of one case with its customer and its invoice, past every rule: only their number matters here. */
    const multiply = (table: string, changes: string): string => `INSERT INTO ${table}
      SELECT copy.* FROM generate_series(1, 10000) n,
        (SELECT * FROM ${table} WHERE organization_id = '${stage.organizationId}' AND number IS NOT NULL LIMIT 1) one,
        jsonb_populate_record(null::${table},
          to_jsonb(one) || jsonb_build_object('id', md5('${table}' || n)::uuid, ${changes})) copy`;

    beforeAll(() =>
      asSuperuser(stage.database, async (client) => {
        await client.query('BEGIN');
        await client.query('SET LOCAL session_replication_role = replica');
        await client.query(multiply('customer', `'number', 'K-9' || lpad(n::text, 6, '0')`));
        await client.query(
          multiply(
            'payment_case',
            `'number', 'ZV-2020-' || lpad(n::text, 6, '0'), 'amount_due_minor', n,
             'reference', 'B-' || n, 'customer_id', md5('customer' || n)::uuid`,
          ),
        );
        await client.query(
          multiply(
            'invoice',
            `'number', 'RE-2020-' || lpad(n::text, 6, '0'), 'case_id', md5('payment_case' || n)::uuid`,
          ),
        );
        await client.query('COMMIT');
        await client.query('ANALYZE customer, payment_case, invoice');
      }),
    );

    it.each([
      ['119,00', 'payment_case_organization_id_amount_due_minor_id_idx'],
      ['ZV-2020-000042', 'payment_case_organization_id_number_key'],
      ['RE-2020-000042', 'invoice_organization_id_number_key'],
      ['K-9000042', 'customer_organization_id_number_key'],
      ['frieda@example.org', 'payment_case_organization_id_customer_id_idx'],
    ])('goes for %j over an index, behind the wall as well', async (search, index) => {
      const needle = readNeedle(search, 'EUR');
      if (needle.kind === 'TEXT') throw new Error('This is looked for within.');
      const plan = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
        tx.$queryRaw<unknown[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${exactHits(stage.organizationId, needle)}`),
      );
      const scans = [
        ...JSON.stringify(plan).matchAll(/"Node Type":"Seq Scan"[^}]*?"Relation Name":"(\w+)"/g),
      ];
      expect(JSON.stringify(plan)).toContain(index);
      expect(scans.map(([, table]) => table)).not.toContain('payment_case');
    });

    it('finds the one among them', async () => {
      expect(await found('RE-2020-000042')).toEqual(['B-42']);
      expect(await found('K-9000042')).toEqual(['B-42']);
      expect(await found('0,42 €')).toEqual(['B-42']);
    });
  });
});
