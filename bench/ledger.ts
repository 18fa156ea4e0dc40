import { setTimeout as pause } from 'node:timers/promises';
import { connectPastWalls } from './database.ts';
import { openDesk } from './desk.ts';
import { fillLedger } from './fill-ledger.ts';
import { percentilesOf, printDurations } from './percentiles.ts';
import { measurePostings } from './postings.ts';

// What balances and account sheets cost in a ledger of many lines, asked over the API, beside a question that reads nothing
// of it and beside the sum over all lines of an account that a balance would be without the sums per day.
const LINES = Number(process.argv[2] ?? 1_000_000);
const QUESTIONS = Number(process.argv[3] ?? 300);

const SHEET = `query ($accountId: ID!, $from: Date, $until: Date, $after: String) {
  ledgerAccountSheet(accountId: $accountId, from: $from, until: $until) {
    opening { minor } closing { minor } lineCount
    lines(first: 50, after: $after) { pageInfo { endCursor } edges { node {
      postedOn debit { minor } credit { minor } balance { minor }
      entry { purpose source case { number } lines { amount { minor } account { number } } } } } } } }`;

const desk = await openDesk();
const client = await connectPastWalls(desk.stack);
try {
  const accounts = await fillLedger(client, LINES);
  const key = 'CUSTOMER_CREDIT';
  const accountId = Buffer.from(`LedgerAccount:${accounts[key]}`).toString('base64url');
  const { rows: places } = await client.query<{ cursor: string; day: string }>(
    `SELECT encode(convert_to('GPC:T:["S:' || organization_id || '","S:' || id || '"]', 'UTF8'), 'base64') AS cursor,
       to_char(date_trunc('month', posted_on), 'YYYY-MM-DD') AS day
     FROM journal_line WHERE account_id = $1 ORDER BY random() LIMIT $2`,
    [accounts[key], QUESTIONS],
  );
  const ask = (query: string, variables: object = {}) => desk.ask(query, { ...variables });
  const timed = async (question: (at: number) => Promise<unknown>): Promise<readonly number[]> => {
    const took: number[] = [];
    for (let at = -20; at < QUESTIONS; at += 1) {
      const started = performance.now();
      await question(Math.max(at, 0));
      // The first ones fill caches.
      if (at >= 0) took.push(performance.now() - started);
    }
    return took;
  };
  const placeAt = (at: number) => places[at % places.length] ?? { cursor: '', day: '2024-01-01' };
  await pause(1_000);
  printDurations({
    'a question that reads no ledger': percentilesOf(
      await timed(() => ask('{ viewer { organization { name } } }')),
    ),
    'balances of all accounts': percentilesOf(
      await timed(() => ask('{ ledgerAccounts { number balances { minor currency } } }')),
    ),
    'first page of a sheet': percentilesOf(await timed(() => ask(SHEET, { accountId }))),
    'any page of a sheet': percentilesOf(
      await timed((at) => ask(SHEET, { accountId, after: placeAt(at).cursor.replaceAll('\n', '') })),
    ),
    'a sheet from any month on': percentilesOf(
      await timed((at) => ask(SHEET, { accountId, from: placeAt(at).day })),
    ),
    'in Postgres: the sum over the lines of one account': percentilesOf(
      await timed(() =>
        client.query('SELECT sum(amount_minor) FROM journal_line WHERE account_id = $1', [accounts[key]]),
      ),
    ),
  });
  printDurations(await measurePostings(desk.stack, client, QUESTIONS));
} finally {
  await client.end();
  await desk.stop();
}
