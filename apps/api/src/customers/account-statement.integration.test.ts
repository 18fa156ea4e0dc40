import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const STATEMENT = `query ($id: ID!, $from: Date!, $until: Date!) { customer(id: $id) {
  account { open { minor } credit { minor } }
  statement(from: $from, until: $until) {
    opening { minor } debits { minor } credits { minor } closing { minor }
    rows { on reason reference debit { amount } credit { amount } balance { amount } }
    openItems { caseNumber invoiceNumber dueOn open { amount } }
  } } }`;

describe('the statement of an account', () => {
  let stage: Stage;
  let adviser: TestClient;
  let customerId: string;

  const statementOf = async (from: string, until: string, id = customerId): Promise<Data> =>
    (await adviser.query(STATEMENT, { id: encodeId('Customer', id), from, until })).data.customer;

  const path = (id: string, period = `from=${today()}&until=${today()}`): string => {
    const organization = encodeId('Organization', stage.organizationId);
    return `/api/account-statement.pdf?customer=${encodeId('Customer', id)}&${period}&organization=${organization}`;
  };

  beforeAll(async () => {
    stage = await aStage();
    adviser = await stage.signIn('ADVISER');
    const { at, desk, business } = stage.own;
    const overpaid = await at('CONFIRM_AMOUNT');
    await desk.run(overpaid, business.clerk, 'registerReceipt', desk.receipt(150_00n));
    const over = { paymentId: null, resolution: 'OVER', reason: null } as const;
    await desk.run(overpaid, business.clerk, 'confirmAmount', over);
    await desk.run(overpaid, business.clerk, 'recordPayment', {});
    customerId = (await desk.read(overpaid)).customer.id;
  });
  afterAll(() => stage.stop());

  it('runs from what was before over every movement to what is owed, as the ledger has it', async () => {
    const { statement, account } = await statementOf(addDays(today(), -30), today());
    expect(
      statement.rows.map(({ on, ...row }: Data) => [on, row.reason, row.debit?.amount, row.credit?.amount]),
    ).toEqual([
      [today(), 'INVOICE', '119.00', undefined],
      [today(), 'PAYMENT', undefined, '150.00'],
    ]);
    expect(statement.rows[1].balance).toEqual({ amount: '-31.00' });
    expect(statement.rows[0].reference).toMatch(/^RE-\d{4}-\d{4}$/);
    expect(statement).toMatchObject({
      opening: { minor: '0' },
      debits: { minor: '11900' },
      credits: { minor: '15000' },
      closing: { minor: '-3100' },
      openItems: [],
    });
    expect(account).toMatchObject({ open: { minor: '0' }, credit: { minor: '3100' } });
  });

  it('brings forward what lies before the first day, and refuses a period that cannot be', async () => {
    const tomorrow = addDays(today(), 1);
    const { statement } = await statementOf(tomorrow, tomorrow);
    expect(statement).toMatchObject({ opening: { minor: '-3100' }, rows: [], closing: { minor: '-3100' } });
    expect((await statementOf(today(), addDays(today(), -1))).statement).toBeNull();
    expect((await statementOf('2020-01-01', today())).statement).toBeNull();
  });

  it('names the claims that are open', async () => {
    const { desk, at } = stage.own;
    const state = await desk.read(await at('CONFIRM_AMOUNT'));
    const { statement } = await statementOf(today(), today(), state.customer.id);
    expect(statement.closing).toEqual({ minor: '11900' });
    expect(statement.openItems).toEqual([
      {
        caseNumber: state.number,
        invoiceNumber: state.invoices[0]?.number,
        dueOn: state.dueOn,
        open: { amount: '119.00' },
      },
    ]);
  });

  it('is a letter in the language of the customer, or in the one that is asked for', async () => {
    for (const [language, file] of [
      ['', 'account-K-'],
      ['&language=en', 'account-K-'],
    ] as const) {
      const answer = await adviser.get(`${path(customerId)}${language}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toContain(file);
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      expect(bytes).toContain(language ? '/Lang (en' : '/Lang (de');
    }
  });

  it('is nobody else’s: of a foreign customer, without a session, without a period', async () => {
    const theirs = await stage.foreign.desk.read(await stage.foreign.desk.start());
    expect((await adviser.get(path(theirs.customer.id))).status).toBe(404);
    expect((await stage.anonymous.get(path(customerId))).status).toBe(401);
    expect((await adviser.get(path(customerId, 'from=2026-02-02&until=2026-02-01'))).status).toBe(400);
  });
});
