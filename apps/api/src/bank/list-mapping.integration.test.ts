import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call } from '../../test/case-call.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';

const LIST = [
  'Datum;Auftraggeber;Zweck;Umsatz',
  '23.11.2026;Nora Winter;RE-2026-0042;1.119,00',
  '24.11.2026;Stadtwerke;Strom;-12,50',
  '',
].join('\r\n');

const COLUMNS = {
  ...{ delimiter: 'SEMICOLON', decimal: 'COMMA', day: 'DAY_MONTH_YEAR' },
  ...{ bookedOn: 'Datum', amount: 'Umsatz', remittance: 'Zweck', counterparty: 'Auftraggeber' },
};

describe('the list of a bank that is not known', () => {
  let stage: ConnectedDesk;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aConnectedDesk();
    clerk = await stage.signIn('CLERK');
  });
  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const upload = async (): Promise<string> => {
    const { cookie } = await stage.anonymous.post('/api/demo/sign-in', { role: 'CLERK' });
    const form = new FormData();
    form.set('file', new File([LIST], 'umsaetze.csv'));
    const asked = { method: 'POST', body: form, headers: { cookie } };
    const answer = await fetch(`${stage.url}/api/bank-statements`, asked);
    return ((await answer.json()) as { documentId: string }).documentId;
  };

  const bring = async (documentId: string) => {
    await call(clerk, 'importBankStatement', { documentId }, 'bankImport { id }');
    await stage.workOff();
    const { data } = await clerk.query(
      '{ bankImports(first: 1) { edges { node { state added documentId refusal { code } } } } }',
    );
    return data.bankImports.edges[0].node;
  };

  it('is refused, shown with what it seems to say, and read once a member has said what its columns mean', async () => {
    const documentId = await upload();
    expect(await bring(documentId)).toMatchObject({
      ...{ state: 'REFUSED', documentId, refusal: { code: 'FORMAT_UNKNOWN' } },
    });
    const preview = `query ($id: ID!) { statementListPreview(documentId: $id) {
      delimiter day decimal bookedOn amount counterparty remittance columns { name samples } } }`;
    const { data } = await clerk.query(preview, { id: documentId });
    expect(data.statementListPreview).toMatchObject({
      ...COLUMNS,
      columns: [{ name: 'Datum', samples: ['23.11.2026', '24.11.2026'] }, {}, {}, {}],
    });
    expect(await call(clerk, 'mapStatementList', COLUMNS)).toEqual({
      ...{ __typename: 'MapStatementListSuccess', replayed: false },
    });
    expect(await bring(documentId)).toMatchObject({ state: 'DONE', added: 2, refusal: null });
  });

  it('wants the columns without which it says nothing, and nobody who only reads', async () => {
    expect(await call(clerk, 'mapStatementList', { ...COLUMNS, amount: ' ' })).toMatchObject({
      fields: [{ path: ['input', 'amount'], code: 'REQUIRED' }],
    });
    expect(await call(clerk, 'mapStatementList', { ...COLUMNS, iban: 'x'.repeat(201) })).toMatchObject({
      fields: [{ path: ['input', 'iban'], code: 'TOO_LONG' }],
    });
    const adviser = await stage.signIn('ADVISER');
    await expect(call(adviser, 'mapStatementList', COLUMNS)).rejects.toThrow(/bank:import/);
  });
});
