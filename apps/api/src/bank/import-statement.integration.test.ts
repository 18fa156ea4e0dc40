import { money } from '@zahlwerk/domain/money/money';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStatement, type Line } from '../../test/a-statement.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { asSuperuser, queryAll, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId, readId } from '../graphql/ids.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { importStatement } from './import-statement.ts';

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

const upload = async (text: string | Uint8Array<ArrayBuffer>, name = 'auszug.xml'): Promise<string> => {
  const form = new FormData();
  form.set('file', new File([text], name));
  const answer = await fetch(`${stage.url}/api/bank-statements`, {
    method: 'POST',
    body: form,
    headers: { cookie },
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { documentId: string }).documentId;
};

const IMPORT =
  'replayed bankImport { id state transactions added credits looked matched refusal { code message line } }';

const bring = async (text: string, name?: string) => {
  const documentId = await upload(text, name);
  const { bankImport } = await call(clerk, 'importBankStatement', { documentId }, IMPORT);
  await stage.workOff();
  const { data } = await clerk.query(
    '{ bankImports(first: 1) { nodes: edges { node { id state transactions added credits looked matched refusal { code message line } } } } }',
  );
  const [{ node }] = data.bankImports.nodes;
  expect(node.id).toBe(bankImport.id);
  return node;
};

const TRANSACTION = `id state amount { amount } unassigned { amount } remittance
  candidates { referenceKind reference amount payer daysLate difference { amount } case { id number } }
  payments { amount { amount } case { number state } }`;

const pool = async () => {
  const { data } = await clerk.query(
    `{ bankPool { count total { amount } } bankTransactions(list: POOL) { edges { node { ${TRANSACTION} } } } }`,
  );
  return {
    ...data.bankPool,
    transactions: data.bankTransactions.edges.map(({ node }: { node: object }) => node),
  };
};

const numberOf = async (caseId: string): Promise<string> => (await stage.desk.read(caseId)).number;

const assign = (transactionId: string, allocations: readonly object[], said: object = {}) =>
  call(
    clerk,
    'assignBankTransaction',
    { transactionId, allocations, ...said },
    `replayed transaction { ${TRANSACTION} }`,
  );

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const nodeId = (caseId: string) => encodeId('PaymentCase', caseId);

/** A case that waits for 119.00 € and the line of a statement that pays it. */
const waiting = async (line: Partial<Line> = {}): Promise<{ caseId: string; line: Line }> => {
  const caseId = await stage.desk.waiting();
  const { number, customer } = await stage.desk.read(caseId);
  const payer = `${customer.data.givenName} ${customer.data.familyName}`;
  return { caseId, line: { amount: '119.00', text: `Rechnung ${number}`, payer, ...line } };
};

describe('a bank statement', { timeout: 60_000 }, () => {
  it('pays the case whose number the payer has written, up to the receipt', async () => {
    const { caseId, line } = await waiting();
    const done = await bring(aStatement([line, { amount: '-20.00', text: 'Strom', payer: 'Stadtwerke' }]));
    expect(done).toMatchObject({
      state: 'DONE',
      transactions: 2,
      added: 2,
      credits: 1,
      looked: 1,
      matched: 1,
    });
    const after = await stage.desk.read(caseId);
    expect(after.payments).toMatchObject([
      { source: 'BANK', vouchedBy: null, amount: money(119_00n, 'EUR') },
    ]);
    expect(after.allocations.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    expect(after.publishedStatus).toBe('SETTLED');
    expect(await pool()).toMatchObject({ count: 0, total: { amount: '0.00' } });
  });

  it('adds nothing when it is brought again, alone or inside of a later one', async () => {
    const { caseId, line } = await waiting();
    const first = aStatement([line]);
    await bring(first);
    expect(await bring(first.replace('<Document', '\n<Document'))).toMatchObject({ added: 0, matched: 0 });
    expect(
      await bring(aStatement([line, { amount: '-1.00', text: 'Gebühr', payer: 'Bank' }], { of: first })),
    ).toMatchObject({
      transactions: 2,
      added: 1,
    });
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
  });

  it('splits one transfer that names two cases and pays their sum', async () => {
    const [one, two] = [await waiting(), await waiting()];
    const text = `${one.line.text} und ${await numberOf(two.caseId)}`;
    expect(await bring(aStatement([{ ...one.line, text, amount: '238.00' }]))).toMatchObject({ matched: 1 });
    for (const { caseId } of [one, two])
      expect((await stage.desk.read(caseId)).payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
  });

  it('asks a person about what is not certain, with the facts, and takes the answer', async () => {
    const { caseId, line } = await waiting();
    await bring(aStatement([{ ...line, amount: '100.00' }]));
    const [found] = (await pool()).transactions;
    expect(found).toMatchObject({ state: 'PROPOSED', unassigned: { amount: '100.00' } });
    expect(found.candidates[0]).toMatchObject({
      ...{ referenceKind: 'CASE_NUMBER', amount: 'PARTIAL', payer: 'SAME_NAME' },
      ...{ difference: { amount: '-19.00' }, case: { number: await numberOf(caseId) } },
    });
    const { transaction } = await assign(found.id, [{ caseId: nodeId(caseId), amount: euros('100.00') }]);
    expect(transaction).toMatchObject({ state: 'MATCHED', unassigned: { amount: '0.00' } });
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
    expect(await pool()).toMatchObject({ count: 0 });
  });

  it('lets a credit be given to several cases, and no more of it than there is', async () => {
    const [one, two] = [await waiting(), await waiting()];
    await bring(aStatement([{ amount: '200.00', text: 'Sammelzahlung', payer: 'Niemand Bekannt' }]));
    const [found] = (await pool()).transactions;
    expect(found).toMatchObject({ state: 'UNASSIGNED', candidates: [] });
    const parts = (first: string, second: string) => [
      { caseId: nodeId(one.caseId), amount: euros(first) },
      { caseId: nodeId(two.caseId), amount: euros(second) },
    ];
    expect(await assign(found.id, parts('119.00', '119.00'))).toMatchObject({ code: 'CREDIT_GIVEN_AWAY' });
    expect((await stage.desk.read(one.caseId)).payments).toHaveLength(0);
    const idempotencyKey = freshKey();
    const given = await assign(found.id, parts('119.00', '81.00'), { idempotencyKey });
    expect(given).toMatchObject({ replayed: false, transaction: { state: 'MATCHED' } });
    expect(await assign(found.id, parts('119.00', '81.00'), { idempotencyKey })).toMatchObject({
      replayed: true,
    });
    expect((await stage.desk.read(two.caseId)).payments).toHaveLength(1);
    await stage.workOff();
  });

  it('is given away once, also by two who assign at the same moment', async () => {
    const [one, two] = [await waiting(), await waiting()];
    await bring(aStatement([{ amount: '119.00', text: 'Ohne Nummer', payer: 'Niemand Bekannt' }]));
    const [found] = (await pool()).transactions;
    const both = [one, two].map(({ caseId }) =>
      assign(found.id, [{ caseId: nodeId(caseId), amount: euros('119.00') }]),
    );
    const codes = (await Promise.all(both)).map(({ code }) => code ?? 'GIVEN');
    expect(codes.sort()).toEqual(['CREDIT_GIVEN_AWAY', 'GIVEN']);
    expect(await pool()).toMatchObject({ count: 0 });
    await stage.workOff();
  });

  it('gives nothing twice when its job is run again, or was killed in between', async () => {
    const { caseId, line } = await waiting();
    const { id } = await bring(aStatement([line]));
    const importId = readId('BankImport', id) ?? '';
    const again = () =>
      importStatement(workshopOf(stage.ports), { organizationId: stage.organizationId, importId });
    await again();
    // The state that a run leaves behind which has given the money away and did not come to say so.
    await asSuperuser(stage.database, async (client) => {
      await client.query('ALTER TABLE bank_import DISABLE TRIGGER follows_an_edge');
      await client.query(
        `UPDATE bank_import SET state = 'MATCHING', finished_at = NULL WHERE id = '${importId}'`,
      );
      await client.query('ALTER TABLE bank_import ENABLE TRIGGER follows_an_edge');
    });
    await again();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
  });

  it('stays as the bank has written it, whoever wants to change it', async () => {
    for (const change of ["UPDATE bank_transaction SET remittance = 'x'", 'DELETE FROM bank_statement'])
      await expect(queryAll(stage.database, change)).rejects.toThrow(/what is written there stays/);
  });

  it('is merged with what somebody has registered by hand before', async () => {
    const { caseId, line } = await waiting();
    await stage.desk.run(caseId, stage.business.clerk, 'registerReceipt', stage.desk.receipt(50_00n));
    await bring(aStatement([{ ...line, amount: '50.00' }]));
    const [found] = (await pool()).transactions;
    await assign(found.id, [{ caseId: nodeId(caseId), amount: euros('50.00') }]);
    const { payments } = await stage.desk.read(caseId);
    expect(payments).toMatchObject([{ source: 'MANUAL', bankTransactionId: expect.any(String) }]);
    expect(await pool()).toMatchObject({ count: 0 });
  });

  it('never becomes money of two equal cases by itself', async () => {
    await waiting();
    await waiting();
    expect(await bring(aStatement([{ amount: '119.00', text: 'Rechnung', payer: 'Niemand' }]))).toMatchObject(
      { matched: 0 },
    );
    const [found] = (await pool()).transactions;
    expect(found.candidates.length).toBeGreaterThan(1);
  });

  it('is refused whole with the reason and the line', async () => {
    const bad = aStatement([{ amount: '1.00', text: 'x', payer: 'y' }]).replace('>1.00<', '>1,00<');
    const rows = () => queryAll(stage.database, 'SELECT id FROM bank_transaction');
    const before = (await rows()).length;
    expect(await bring(bad)).toMatchObject({
      ...{ state: 'REFUSED', added: 0 },
      refusal: {
        code: 'AMOUNT_MALFORMED',
        line: expect.any(Number),
        message: expect.stringContaining('1,00'),
      },
    });
    const foreign = aStatement([], { iban: 'DE02120300000000202051' });
    expect(await bring(foreign)).toMatchObject({ refusal: { code: 'OTHER_ACCOUNT' } });
    expect((await rows()).length).toBe(before);
  });

  it('is brought by the desk and seen by everybody', async () => {
    const adviser = await stage.signIn('ADVISER');
    const documentId = await upload(aStatement([]));
    await expect(call(adviser, 'importBankStatement', { documentId })).rejects.toThrow('bank:import');
    const [found] = (await pool()).transactions;
    await expect(
      call(adviser, 'assignBankTransaction', { transactionId: found.id, allocations: [] }),
    ).rejects.toThrow('bank:assign');
    const { data } = await adviser.query('{ bankPool { count } }');
    expect(data.bankPool.count).toBeGreaterThan(0);
    const unknown = encodeId('Document', stage.ports.newId());
    expect(await call(clerk, 'importBankStatement', { documentId: unknown })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
