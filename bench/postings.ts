import type { Stack } from '@zahlwerk/e2e/stack';
import type pg from 'pg';
import { connectPastWalls } from './database.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';

/** Desks that post at the same time, all to the same two accounts on the same day. */
const AT_ONCE = 4;

const POST = `WITH account AS (
    SELECT organization_id, id, key FROM ledger_account WHERE key IN ('FEES', 'CLEARING')
  ), entry AS (
    INSERT INTO journal_entry (organization_id, id, source, purpose, posted_on, created_by_kind, created_at)
    SELECT organization_id, $1::uuid, 'fee:' || $1, 'FEE', current_date, 'SYSTEM', now() FROM account WHERE key = 'FEES'
  ) SELECT organization_id, id, key FROM account`;
const LINES = `INSERT INTO journal_line (organization_id, id, entry_id, position, account_id, currency, amount_minor)
  VALUES ($1, gen_random_uuid(), $2, 1, $3, 'EUR', 100), ($1, gen_random_uuid(), $2, 2, $4, 'EUR', -100)`;

interface Account {
  readonly organization_id: string;
  readonly id: string;
  readonly key: string;
}

const post = async (client: pg.Client): Promise<void> => {
  const entryId = crypto.randomUUID();
  await client.query('BEGIN');
  const { rows } = await client.query<Account>(POST, [entryId]);
  const idOf = (key: string) => rows.find((row) => row.key === key)?.id;
  await client.query(LINES, [rows[0]?.organization_id, entryId, idOf('FEES'), idOf('CLEARING')]);
  await client.query('COMMIT');
};

const postings = async (clients: readonly pg.Client[], each: number): Promise<Percentiles> => {
  const took: number[] = [];
  await Promise.all(
    clients.map(async (client) => {
      for (let done = 0; done < each; done += 1) {
        const started = performance.now();
        await post(client);
        took.push(performance.now() - started);
      }
    }),
  );
  return percentilesOf(took);
};

/** What an entry of two lines costs with and without the sums per day, while others post to the same accounts. */
export const measurePostings = async (
  stack: Stack,
  client: pg.Client,
  count: number,
): Promise<Readonly<Record<string, Percentiles>>> => {
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => connectPastWalls(stack)));
  // The sums are written by the owner of the tables, whom the walls bind.
  for (const other of clients)
    await other.query(
      `SELECT set_config('app.organization', organization_id::text, false) FROM ledger_account LIMIT 1`,
    );
  try {
    await client.query('ALTER TABLE journal_entry DISABLE TRIGGER sums_up');
    const without = await postings(clients, count);
    await client.query('ALTER TABLE journal_entry ENABLE TRIGGER sums_up');
    return { 'posting without sums': without, 'posting with sums': await postings(clients, count) };
  } finally {
    for (const other of clients) await other.end();
  }
};
