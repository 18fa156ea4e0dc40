import type pg from 'pg';

/** Three years of working days, and what is posted on them: money in, allocated, and the provider's fee. */
const DAYS = 780;
const PAIRS = [
  ['CLEARING', 'CUSTOMER_CREDIT'],
  ['CUSTOMER_CREDIT', 'RECEIVABLE'],
  ['FEES', 'CLEARING'],
] as const;

/** Rising like the ids of the house, so that the index is walked along as it would be. */
const ORDERED_ID = `(lpad(to_hex(at), 12, '0') || '7' || substr(md5(at::text), 1, 3) || '8' || substr(md5(at::text), 4, 15))::uuid`;

/**
 * Puts so many lines into the ledger of the only business, two per entry, without the triggers that would take an hour;
 * the sums per day are made as the migration made them. Gives back the accounts that were posted to, by key.
 */
export const fillLedger = async (
  client: pg.Client,
  lines: number,
): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await client.query<{ organization: string; key: string; id: string }>(
    'SELECT organization_id AS organization, key, id FROM ledger_account',
  );
  const idOf = Object.fromEntries(rows.map(({ key, id }) => [key, id]));
  const values = [
    rows[0]?.organization,
    Math.floor(lines / 2),
    DAYS,
    PAIRS.map(([debit]) => idOf[debit]),
    PAIRS.map(([, credit]) => idOf[credit]),
  ];
  await client.query('BEGIN');
  await client.query('SET LOCAL session_replication_role = replica');
  await client.query(
    `INSERT INTO journal_entry (organization_id, id, source, purpose, posted_on, created_by_kind, created_at)
     SELECT $1::uuid, ${ORDERED_ID}, 'fee:bench_' || at, 'FEE', date '2023-11-01' + (at * $3::bigint / $2)::int, 'SYSTEM', now()
     FROM generate_series(1, $2::bigint) AS at`,
    values.slice(0, 3),
  );
  await client.query(
    `INSERT INTO journal_line (organization_id, id, entry_id, position, account_id, currency, amount_minor, posted_on)
     SELECT entry.organization_id, gen_random_uuid(), entry.id, side,
       CASE side WHEN 1 THEN ($2::uuid[])[pair] ELSE ($3::uuid[])[pair] END, 'EUR',
       CASE side WHEN 1 THEN 1 ELSE -1 END * (100 + pair * 37), entry.posted_on
     FROM (SELECT *, 1 + (row_number() OVER ())::int % 3 AS pair FROM journal_entry WHERE organization_id = $1::uuid) entry
     CROSS JOIN generate_series(1, 2) AS side`,
    [values[0], values[3], values[4]],
  );
  await client.query(
    `INSERT INTO account_day (organization_id, account_id, currency, day, debit_minor, credit_minor, lines)
     SELECT organization_id, account_id, currency, posted_on,
       sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0)), count(*)
     FROM journal_line WHERE organization_id = $1::uuid GROUP BY 1, 2, 3, 4`,
    [values[0]],
  );
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE journal_entry, journal_line, account_day');
  return idOf;
};
