import { Prisma } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { asSuperuser } from '../../test/rows.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';
import { readNeedle } from '../workflow/search-needle.ts';
import { exactPayments } from './search-payments.ts';

const PAYMENTS = `query ($filter: PaymentFilter, $first: Int, $after: String) {
  payments(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { amount { minor } } } } }`;

describe('the search for payments', () => {
  let stage: Stage;
  let clerk: TestClient;
  /** The case with its invoice and customer, 119.00 of which came by bank transfer. */
  let paid: Data;

  /** What arrived in the payments that are found, in cents, the smallest first. */
  const found = async (filter: object, who = clerk): Promise<readonly number[]> => {
    const { data } = await who.query(PAYMENTS, { filter });
    const amounts = data.payments.edges.map(({ node }: Data) => Number(node.amount.minor));
    expect(data.payments.totalCount).toBe(amounts.length);
    return amounts.toSorted((a: number, b: number) => a - b);
  };

  beforeAll(async () => {
    stage = await aStage({ breaksBooks: true });
    clerk = await stage.signIn('CLERK');
    const { at, desk, business, credit } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    const transfer = await credit(119_00n);
    await desk.run(caseId, business.clerk, 'bookCredit', {
      ...transfer,
      payerIban: 'DE02120300000000202051',
      reference: 'Rechnung fuer die Inspektion, danke',
    });
    const step = await at('CONFIRM_AMOUNT');
    await desk.run(step, business.clerk, 'registerReceipt', {
      ...desk.receipt(50_00n),
      reference: 'Slip 4711',
    });
    await stage.foreign.desk.run(
      await stage.foreign.at('CONFIRM_AMOUNT'),
      stage.foreign.business.clerk,
      'registerReceipt',
      desk.receipt(119_00n),
    );
    [paid] = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.paymentCase.findMany({ where: { id: caseId }, include: { invoices: true, customer: true } }),
    );
    // What the bank has said stays; only past every rule can the sample be given ids afterwards.
    await asSuperuser(stage.database, async (client) => {
      await client.query('BEGIN');
      await client.query('SET LOCAL session_replication_role = replica');
      await client.query(
        `UPDATE bank_transaction SET end_to_end_id = 'E2E-2026-11-27', bank_reference = 'BANK20261127'
         WHERE organization_id = $1`,
        [stage.organizationId],
      );
      await client.query('COMMIT');
    });
  });

  afterAll(() => stage.stop());

  it.each([
    ['119,00', [119_00]],
    ['119', [119_00]],
    ['50 €', [50_00]],
    ['119 USD', []],
    ['inspektion', [119_00]],
    ['Slip 4711', [50_00]],
    ['E2E-2026-11-27', [119_00]],
    ['BANK20261127', [119_00]],
    ['DE02 1203 0000 0000 2020 51', [119_00]],
    ['E2E-2026-11', []],
    ['A-4711', [50_00, 119_00]],
    ['nothing of it', []],
    ['%', []],
  ])('finds by %j', async (search, expected) => {
    expect(await found({ search })).toEqual(expected);
  });

  it('finds by the number of the case, the invoice and the customer, and by who the customer is', async () => {
    const { number, invoices, customer } = paid;
    for (const search of [number, invoices[0].number, customer.number, customer.email, customer.displayName])
      expect([search, await found({ search })]).toEqual([search, [119_00]]);
    expect(await found({ customerId: encodeId('Customer', customer.id) })).toEqual([119_00]);
  });

  it('finds by amounts from and to, both included, and all that is asked must hold', async () => {
    expect(await found({ amountFromMinor: '5000', amountUntilMinor: '11900' })).toEqual([50_00, 119_00]);
    expect(await found({ amountFromMinor: '5001' })).toEqual([119_00]);
    expect(await found({ amountUntilMinor: '11899' })).toEqual([50_00]);
    expect(await found({ amountFromMinor: '5000', amountUntilMinor: '5000' })).toEqual([50_00]);
    expect(await found({ amountFromMinor: '-5', amountUntilMinor: '9'.repeat(19) })).toEqual([50_00, 119_00]);
    expect(await found({ amountFromMinor: '5001', search: 'Slip 4711' })).toEqual([]);
    expect(await found({ search: '119,00', bookedFrom: '2999-01-01' })).toEqual([]);
  });

  it('goes on from page to page of what was found', async () => {
    const filter = { search: 'A-4711' };
    const first = (await clerk.query(PAYMENTS, { filter, first: 1 })).data.payments;
    expect([first.totalCount, first.edges.length, first.pageInfo.hasNextPage]).toEqual([2, 1, true]);
    const after = first.pageInfo.endCursor;
    const last = (await clerk.query(PAYMENTS, { filter, first: 1, after })).data.payments;
    expect([last.edges.length, last.pageInfo.hasNextPage]).toEqual([1, false]);
    expect(last.edges[0].node).not.toEqual(first.edges[0].node);
  });

  it('lets the adviser search as well', async () => {
    expect(await found({ search: '119,00' }, await stage.signIn('ADVISER'))).toEqual([119_00]);
  });

  describe('among ten thousand of a busy year', () => {
    const multiply = (table: string, changes: string): string => `INSERT INTO ${table}
      SELECT copy.* FROM generate_series(1, 10000) n,
        (SELECT * FROM ${table} WHERE organization_id = '${stage.organizationId}' LIMIT 1) one,
        jsonb_populate_record(null::${table},
          to_jsonb(one) || jsonb_build_object('id', md5('${table}' || n)::uuid, ${changes})) copy`;

    beforeAll(() =>
      asSuperuser(stage.database, async (client) => {
        await client.query('BEGIN');
        await client.query('SET LOCAL session_replication_role = replica');
        await client.query(
          multiply(
            'payment_case',
            `'number', 'ZV-2020-' || lpad(n::text, 6, '0'), 'reference', 'B-' || n, 'customer_id', md5('customer' || n)`,
          ),
        );
        await client.query(
          multiply(
            'bank_transaction',
            `'identity', 'copy' || n, 'end_to_end_id', 'E2E-2020-' || n, 'bank_reference', 'BANK2020' || n`,
          ),
        );
        await client.query(
          multiply(
            'payment',
            `'source_ref', 'ch_copy' || n, 'balance_ref', 'txn_copy' || n, 'amount_minor', 20000 + n,
             'case_id', md5('payment_case' || n)::uuid, 'bank_transaction_id', md5('bank_transaction' || n)::uuid,
             'payer_iban', 'DE' || lpad(n::text, 20, '0')`,
          ),
        );
        await client.query('COMMIT');
        await client.query('ANALYZE payment, payment_case, bank_transaction, allocation, customer, invoice');
      }),
    );

    it.each([
      ['200,42', 'payment_organization_id_amount_minor_booked_at_id_idx'],
      ['ch_copy42', 'payment_organization_id_source_source_ref_key'],
      ['txn_copy42', 'payment_organization_id_balance_ref_idx'],
      ['E2E-2020-42', 'bank_transaction_organization_id_end_to_end_id_idx'],
      ['DE00 0000 0000 0000 0000 42', 'payment_organization_id_payer_iban_idx'],
    ])('goes for %j over an index, behind the wall as well, and finds the one', async (search, index) => {
      const hits = exactPayments(stage.organizationId, readNeedle(search, 'EUR'));
      const plan = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
        tx.$queryRaw<unknown[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${hits}`),
      );
      const scans = [
        ...JSON.stringify(plan).matchAll(/"Node Type":"Seq Scan"[^}]*?"Relation Name":"(\w+)"/g),
      ];
      expect(JSON.stringify(plan)).toContain(index);
      expect(scans.map(([, table]) => table)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(payment|payment_case|bank_transaction)$/)]),
      );
      expect(await found({ search })).toEqual([200_42]);
    });

    it('finds the one of a case among them', async () => {
      expect(await found({ search: 'ZV-2020-000042' })).toEqual([200_42]);
      expect(await found({ search: 'B-42' })).toEqual([200_42]);
    });
  });
});
