import { setTimeout as pause } from 'node:timers/promises';
import { command } from '@zahlwerk/e2e/drivers/api.driver';
import { type Claim, NORA, startClaim } from '@zahlwerk/e2e/drivers/claim.driver';
import type pg from 'pg';
import { connectPastWalls } from './database.ts';
import { type BenchDesk, openDesk } from './desk.ts';
import { copyCase } from './fill-cases.ts';
import { type BankLine, statementFile } from './statement-file.ts';
import { untilQuiet } from './until-quiet.ts';

// How long a day's statement of many credits takes until each has been looked at against all open cases, through the API and
// the job that it starts, and how large the process becomes. The reference is Postgres alone: the same rows copied in one
// statement. `certain` of the credits name a case and pay it to the cent; each of those is a whole command on its case.
const LINES = Number(process.argv[2] ?? 10_000);
const CASES = Number(process.argv[3] ?? 20_000);
const CERTAIN = Number(process.argv[4] ?? Math.round(LINES / 100));

const MIB = 1_048_576;
const LOOK_MS = 100;

/** A case of a confirmed customer that waits for money. */
const aWaitingCase = async ({ ask }: BenchDesk): Promise<Claim> => {
  const claim = await startClaim(ask, { customer: { ...NORA, email: 'nora@bench.example' } });
  const until = async (step: string): Promise<void> => {
    for (;;) {
      const { paymentCase } = await ask<{ paymentCase: { currentStep: string } }>(
        'query ($id: ID!) { paymentCase(id: $id) { currentStep } }',
        { id: claim.id },
      );
      if (paymentCase.currentStep === step) return;
      await pause(LOOK_MS);
    }
  };
  await until('SAVE_CUSTOMER_RECORD');
  await command(ask, 'confirmCustomerRecord', { caseId: claim.id, version: 1 }, 'case { id }');
  await until('CONFIRM_AMOUNT');
  return claim;
};

const keyOf = (id: string): string => Buffer.from(id, 'base64url').toString('utf8').split(':').at(-1) ?? '';

/** Credits that name a case, spread over the day, among those of which nothing is known. */
const linesFor = (numbers: readonly string[]): readonly BankLine[] =>
  Array.from({ length: LINES }, (_, at) => {
    const number = at % Math.ceil(LINES / CERTAIN) === 0 ? numbers[at % numbers.length] : undefined;
    return number
      ? { cents: 11_900, payer: 'Nora Winter', text: `Rechnung ${number}` }
      : { cents: 1_000 + (at % 5_000), payer: `Zahlstelle ${at}`, text: `Auftrag ${at} vielen Dank` };
  });

interface Import {
  readonly state: string;
  readonly added: number;
  readonly credits: number;
  readonly looked: number;
  readonly matched: number;
}

const readImport = async ({ ask }: BenchDesk): Promise<Import | undefined> => {
  const { bankImports } = await ask<{ bankImports: { edges: readonly { node: Import }[] } }>(
    '{ bankImports(first: 1) { edges { node { state added credits looked matched } } } }',
  );
  return bankImports.edges[0]?.node;
};

const upload = async ({ stack, headers }: BenchDesk, text: string): Promise<string> => {
  const form = new FormData();
  form.set('file', new File([text], 'auszug.xml', { type: 'application/xml' }));
  const answer = await fetch(`${stack.deskUrl}/api/bank-statements`, { method: 'POST', headers, body: form });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { documentId: string }).documentId;
};

/** Milliseconds of a piece of work. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** The same rows once more, under other ids: what writing them costs where nobody asks whose they are. */
const copyRows = (client: pg.Client): Promise<unknown> =>
  client.query(`INSERT INTO bank_transaction SELECT (jsonb_populate_record(row,
    jsonb_build_object('id', gen_random_uuid(), 'identity', gen_random_uuid()))).* FROM bank_transaction row`);

const statements = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ count: string }>(
    `SELECT xact_commit + xact_rollback AS count FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(rows[0]?.count ?? 0);
};

const desk = await openDesk();
const client = await connectPastWalls(desk.stack);
try {
  const claim = await aWaitingCase(desk);
  await copyCase(client, { caseId: keyOf(claim.id), customerId: keyOf(claim.customerId), copies: CASES - 1 });
  const { rows } = await client.query<{ number: string }>('SELECT number FROM payment_case ORDER BY number');
  await untilQuiet(desk);
  const documentId = await upload(desk, statementFile(linesFor(rows.map(({ number }) => number))));
  const memory = async () => (await desk.metric('process_resident_memory_bytes')) / MIB;
  const [before, transactions] = [await memory(), await statements(client)];
  let [peak, written] = [before, Number.NaN];
  const started = performance.now();
  await command(desk.ask, 'importBankStatement', { documentId }, 'bankImport { id }');
  let done = await readImport(desk);
  while (done?.state === 'WAITING' || done?.state === 'MATCHING') {
    await pause(LOOK_MS);
    peak = Math.max(peak, await memory());
    done = await readImport(desk);
    if (done?.state !== 'WAITING' && Number.isNaN(written)) written = performance.now() - started;
  }
  const whole = performance.now() - started;
  const spent = (await statements(client)) - transactions;
  if (done?.state !== 'DONE' || done.looked !== LINES) throw new Error(JSON.stringify(done));
  const reference = await timed(() => copyRows(client));
  const row = (ms: number) => ({
    ms: Math.round(ms),
    'a line': ms / LINES,
    'of the reference': ms / reference,
  });
  console.table({
    'in Postgres: the same rows copied': row(reference),
    'until they are written and posted': row(written),
    'until each has been looked at': row(whole),
  });
  console.log(
    `${LINES} credits against ${CASES} open cases, ${done.matched} found their case by themselves; ` +
      `${spent} transactions of Postgres, ${(spent / LINES).toFixed(2)} a line; ` +
      `RSS ${Math.round(before)} MB before, at most ${Math.round(peak)} MB.`,
  );
} finally {
  await client.end();
  await desk.stop();
}
