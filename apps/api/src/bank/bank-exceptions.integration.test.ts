import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStatement } from '../../test/a-statement.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { giveUp } from '../give-up.ts';
import { encodeId, readId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
let clerk: TestClient;
let cookie: string;

beforeAll(async () => {
  stage = await aConnectedDesk();
  clerk = await stage.signIn('CLERK');
  cookie = (await stage.anonymous.post('/api/demo/sign-in', { role: 'CLERK' })).cookie;
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

const upload = async (text: string, name: string): Promise<string> => {
  const form = new FormData();
  form.set('file', new File([text], name));
  const answer = await fetch(`${stage.url}/api/bank-statements`, {
    ...{ method: 'POST', body: form, headers: { cookie } },
  });
  return ((await answer.json()) as { documentId: string }).documentId;
};

const begin = async (text: string, name = 'auszug.xml') =>
  (await call(clerk, 'importBankStatement', { documentId: await upload(text, name) }, 'bankImport { id }'))
    .bankImport.id;

const bring = async (text: string, name?: string) => {
  await begin(text, name);
  await stage.workOff();
  const { data } = await clerk.query(
    '{ bankImports(first: 1) { edges { node { id state transactions added known matched refusal { message } } } } }',
  );
  return data.bankImports.edges[0].node;
};

const openTasks = async (reason: string) => {
  const { data } = await clerk.query('{ tasks { edges { node { id reason detail case { id } } } } }');
  return data.tasks.edges
    .map(({ node }: { node: { reason: string } }) => node)
    .filter((task: { reason: string }) => task.reason === reason);
};

const nextBalance = (() => {
  let opening = 100_000n;
  let sequence = 100;
  /** A statement that goes on where the last one has ended. */
  return (lines: Parameters<typeof aStatement>[0]) => {
    sequence += 1;
    const text = aStatement(lines, { opening, sequence: String(sequence) });
    opening += lines.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
    return text;
  };
})();

describe('money that a bank has taken back', () => {
  it('is a task at the case whose payment it was', async () => {
    const caseId = await stage.desk.waiting();
    const { number } = await stage.desk.read(caseId);
    const paid = {
      amount: '119.00',
      text: `Rechnung ${number}`,
      payer: 'Frieda Lorenzen',
      endToEndId: 'E2E-7',
    };
    await bring(nextBalance([paid]));
    await bring(
      nextBalance([
        { ...paid, amount: '-119.00', text: 'Rückgabe', returnReason: 'MD06' },
        { amount: '-12.00', text: 'Rückgabe', payer: 'Unbekannt', returnReason: 'AC04' },
      ]),
    );
    expect(await openTasks('BANK_RETURN')).toMatchObject([
      { detail: '119.00 EUR · MD06 · Frieda Lorenzen', case: { id: encodeId('PaymentCase', caseId) } },
      { detail: '12.00 EUR · AC04', case: null },
    ]);
  });
});

describe('a list and a camt file of the same account', () => {
  const day = new Date().toISOString().slice(0, 10).split('-').reverse().join('.');
  const list = (rows: readonly (readonly [payer: string, text: string, amount: string])[]) =>
    [
      'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung;Info',
      ...rows.map(([payer, text, amount]) =>
        [
          'DE89370400440532013000',
          day,
          day,
          'GUTSCHR',
          text,
          payer,
          '',
          amount,
          'EUR',
          'Umsatz gebucht',
        ].join(';'),
      ),
      '',
    ].join('\r\n');
  const pool = async () =>
    (await clerk.query('{ bankPool { total { amount } } }')).data.bankPool.total.amount;

  it('count once, whichever comes first and however often', async () => {
    const camt = nextBalance([
      { amount: '71.01', text: 'Erste Zahlung', payer: 'Otto Eins' },
      { amount: '72.02', text: 'Zweite Zahlung', payer: 'Otto Zwei' },
    ]);
    await bring(camt);
    const before = await pool();
    const rows = [
      ['EINS, OTTO', 'ERSTE ZAHLUNG DATUM 27.11.', '71,01'],
      ['ZWEI, OTTO', 'ZWEITE ZAHLUNG', '72,02'],
    ] as const;
    expect(await bring(list(rows), 'umsaetze.csv')).toMatchObject({ transactions: 2, added: 0, known: 2 });
    expect(await pool()).toBe(before);
    const more = list([...rows, ['DREI, OTTO', 'DRITTE', '73,03']]);
    expect(await bring(more, 'mehr.csv')).toMatchObject({ transactions: 3, added: 1, known: 2 });
    expect(await bring(more, 'noch-einmal.csv')).toMatchObject({ added: 0 });
    const later = nextBalance([{ amount: '73.03', text: 'Dritte', payer: 'Otto Drei' }]);
    expect(await bring(later)).toMatchObject({ transactions: 1, added: 0, known: 1 });
    expect(Number(await pool()) - Number(before)).toBeCloseTo(73.03);
  });
});

describe('a statement that is missing', () => {
  const gaps = async () =>
    (await clerk.query('{ statementGaps { kind closing { amount } nextOpening { amount } lastSequence } }'))
      .data.statementGaps;

  it('is a fact on the bank’s page and a task, until it is brought', async () => {
    expect(await gaps()).toEqual([]);
    const missing = nextBalance([{ amount: '5.00', text: 'Fehlt', payer: 'Anna' }]);
    await bring(nextBalance([{ amount: '6.00', text: 'Da', payer: 'Anna' }]));
    expect(await gaps()).toMatchObject([{ kind: 'BALANCE' }]);
    expect(await openTasks('STATEMENT_GAP')).toHaveLength(1);
    await bring(missing);
    expect(await gaps()).toEqual([]);
    expect(await openTasks('STATEMENT_GAP')).toEqual([]);
  });
});

describe('a file that could not be read in hours of trying', () => {
  const stateOf = async (id: string) =>
    (await clerk.query('query ($id: ID!) { node(id: $id) { ... on BankImport { state } } }', { id })).data
      .node.state;
  const retry = (importId: string, more = {}) =>
    call(clerk, 'retryBankImport', { importId, ...more }, 'replayed bankImport { state }');

  it('is a task, and is read once somebody tries again', async () => {
    const importId = await begin(nextBalance([{ amount: '8.00', text: 'Spät', payer: 'Anna' }]));
    await queryAll(stage.database, `DELETE FROM pgboss.job WHERE name = 'import-statement'`);
    expect(await retry(importId)).toMatchObject({ code: 'IMPORT_NOT_FAILED' });
    const { organizationId } = stage.business;
    const dead = { organizationId, importId: readId('BankImport', importId) };
    await giveUp(stage.ports, dead);
    await giveUp(stage.ports, dead);
    expect(await stateOf(importId)).toBe('FAILED');
    expect(await openTasks('BANK_IMPORT_FAILED')).toMatchObject([{ detail: 'auszug.xml' }]);
    const idempotencyKey = freshKey();
    expect(await retry(importId, { idempotencyKey })).toMatchObject({ replayed: false });
    expect(await retry(importId, { idempotencyKey })).toMatchObject({ replayed: true });
    expect(await openTasks('BANK_IMPORT_FAILED')).toEqual([]);
    await stage.workOff();
    expect(await stateOf(importId)).toBe('DONE');
    await giveUp(stage.ports, dead);
    expect(await stateOf(importId)).toBe('DONE');
  });
});
