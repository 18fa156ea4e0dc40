import { money } from '@zahlwerk/domain/money/money';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aCredit } from '../../test/a-credit.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const RECEIPT =
  'replayed receipt { id state account { key number } decisionObstacle { code } transaction { unassigned { amount } } }';
const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('a credit that is no customer’s payment', () => {
  let stage: ConnectedDesk;
  let clerk: TestClient;
  let lead: TestClient;

  beforeAll(async () => {
    stage = await aConnectedDesk();
    clerk = await stage.signIn('CLERK');
    lead = await stage.signIn('TEAM_LEAD');
  });
  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const came = async (minor: bigint) => {
    const credit = await aCredit(stage.database.app, stage.business.organizationId, minor, 'Finanzamt');
    return { ...credit, id: encodeId('BankTransaction', credit.transactionId) };
  };
  const book = (transactionId: string, amount: string, more = {}, as = clerk) =>
    call(
      as,
      'bookOtherReceipt',
      { transactionId, account: 'TAX_REFUND', amount: eur(amount), reason: 'Umsatzsteuer August', ...more },
      RECEIPT,
    );
  const decide = (as: TestClient, receiptId: string, granted: boolean, reason: string | null = null) =>
    call(as, 'decideOtherReceipt', { receiptId, granted, reason }, RECEIPT);
  const pool = async () => (await clerk.query('{ bankPool { count total { amount } } }')).data.bankPool;
  const linesOf = (source: string) =>
    queryAll(
      stage.database,
      `SELECT account.key, line.amount_minor::text AS minor FROM journal_entry entry
       JOIN journal_line line ON line.entry_id = entry.id JOIN ledger_account account ON account.id = line.account_id
       WHERE entry.source LIKE $1 ORDER BY line.position`,
      [source],
    );
  const idOf = (receiptId: string) => Buffer.from(receiptId, 'base64url').toString().split(':').at(-1) ?? '';

  it('shows what it would post, and up to the limit posts it at once', async () => {
    const before = await pool();
    const { id } = await came(4_20n);
    const offers = `query ($id: ID!) { node(id: $id) { ... on BankTransaction {
      receiptOffers { account needsSecondPerson lines { account { key } amount { amount } } } } } }`;
    const { data } = await clerk.query(offers, { id });
    expect(data.node.receiptOffers).toHaveLength(5);
    expect(data.node.receiptOffers[2]).toEqual({
      ...{ account: 'INTEREST_INCOME', needsSecondPerson: false },
      lines: [
        { account: { key: 'UNASSIGNED' }, amount: { amount: '4.20' } },
        { account: { key: 'INTEREST_INCOME' }, amount: { amount: '-4.20' } },
      ],
    });
    const { receipt } = await book(id, '4.20', { account: 'INTEREST_INCOME', reason: 'Zinsen' });
    expect(receipt).toMatchObject({
      ...{ state: 'BOOKED', account: { key: 'INTEREST_INCOME', number: '2650' } },
      transaction: { unassigned: { amount: '0.00' } },
    });
    expect(await linesOf(`other-receipt:${idOf(receipt.id)}`)).toEqual([
      { key: 'UNASSIGNED', minor: '420' },
      { key: 'INTEREST_INCOME', minor: '-420' },
    ]);
    expect(await pool()).toEqual(before);
  });

  it('waits above the limit for a lead, whose task ends with the decision; nothing is posted until then', async () => {
    const { id } = await came(312_40n);
    const { receipt } = await book(id, '312.40');
    expect(receipt).toMatchObject({
      ...{
        state: 'ASKED',
        decisionObstacle: { code: 'ROLE_NOT_ALLOWED' },
        transaction: { unassigned: { amount: '312.40' } },
      },
    });
    expect(await linesOf(`other-receipt:${idOf(receipt.id)}`)).toEqual([]);
    expect(await book(id, '1.00')).toMatchObject({ code: 'APPROVAL_PENDING' });
    await expect(decide(clerk, receipt.id, true)).rejects.toThrow(/approval:decide/);
    const tasks = '{ tasks { edges { node { id reason detail allowedActions } } } }';
    const open = async () =>
      (await lead.query(tasks)).data.tasks.edges
        .map(({ node }: { node: { reason: string } }) => node)
        .filter(({ reason }: { reason: string }) => reason === 'OTHER_RECEIPT_ASKED');
    expect(await open()).toMatchObject([{ detail: 'Finanzamt', allowedActions: ['CLAIM', 'ASSIGN'] }]);
    expect((await decide(lead, receipt.id, true)).receipt).toMatchObject({
      ...{ state: 'BOOKED', transaction: { unassigned: { amount: '0.00' } } },
    });
    expect(await open()).toEqual([]);
    expect(await decide(lead, receipt.id, true)).toMatchObject({ code: 'APPROVAL_UNKNOWN' });
    expect(await readViolations(stage.database)).toEqual([]);
  });

  it('is never agreed to by whoever asked, and a no leaves the money in the pool', async () => {
    const { id } = await came(50_00n);
    const { receipt } = await book(id, '50.00', {}, lead);
    expect(await decide(lead, receipt.id, true)).toMatchObject({ code: 'SECOND_PERSON_REQUIRED' });
    const owner = await stage.signIn('OWNER');
    expect(await decide(owner, receipt.id, false)).toMatchObject({ code: 'REASON_REQUIRED' });
    expect((await decide(owner, receipt.id, false, 'Ist von einem Kunden')).receipt).toMatchObject({
      ...{ state: 'REFUSED', transaction: { unassigned: { amount: '50.00' } } },
    });
    expect((await book(id, '5.00')).receipt.state).toBe('BOOKED');
  });

  it('cannot be agreed to any more once a case has the money', async () => {
    const { id, transactionId } = await came(119_00n);
    const { receipt } = await book(id, '119.00');
    const caseId = await stage.desk.waiting();
    await stage.desk.run(caseId, stage.business.clerk, 'bookCredit', {
      ...{
        transactionId,
        amount: money(119_00n, 'EUR'),
        valueOn: '2026-11-27',
        payer: null,
        payerIban: null,
      },
      ...{ reference: 'x', bankReference: null },
    });
    expect(await decide(lead, receipt.id, true)).toMatchObject({ code: 'CREDIT_GIVEN_AWAY' });
    expect((await decide(lead, receipt.id, false, 'Ist von einem Kunden')).receipt.state).toBe('REFUSED');
  });

  it('is taken back by its counter-entry, and then can be given to a case', async () => {
    const { id } = await came(3_00n);
    const { receipt } = await book(id, '3.00');
    const back = (reason: string) =>
      call(clerk, 'reverseOtherReceipt', { receiptId: receipt.id, reason }, RECEIPT);
    expect(await back(' ')).toMatchObject({ code: 'REASON_REQUIRED' });
    expect((await back('Doch ein Kunde')).receipt).toMatchObject({
      ...{ state: 'REVERSED', transaction: { unassigned: { amount: '3.00' } } },
    });
    expect(await back('Noch einmal')).toMatchObject({ code: 'NOT_BOOKED_TO_ACCOUNT' });
    expect(await linesOf(`other-receipt-reversed:${idOf(receipt.id)}`)).toEqual([
      { key: 'TAX_REFUND', minor: '300' },
      { key: 'UNASSIGNED', minor: '-300' },
    ]);
    const caseId = encodeId('PaymentCase', await stage.desk.waiting());
    const given = { transactionId: id, allocations: [{ caseId, amount: eur('3.00') }] };
    expect(await call(clerk, 'assignBankTransaction', given)).toMatchObject({ replayed: false });
  });

  it('is booked once however often a call is repeated, and two at once never book more than there is', async () => {
    const { id } = await came(4_00n);
    const idempotencyKey = freshKey();
    const first = await book(id, '1.00', { idempotencyKey });
    const again = await book(id, '1.00', { idempotencyKey });
    expect([first.replayed, again.replayed, again.receipt.id]).toEqual([false, true, first.receipt.id]);
    const both = await Promise.all([book(id, '2.00'), book(id, '2.00')]);
    expect(both.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
      'BookOtherReceiptSuccess',
      'CREDIT_GIVEN_AWAY',
    ]);
  });

  it('refuses what is no credit of this business, more than there is, another currency and the adviser', async () => {
    const { id } = await came(4_00n);
    expect(await book(encodeId('BankTransaction', newId()), '1.00')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await book(id, '4.01')).toMatchObject({ code: 'CREDIT_GIVEN_AWAY' });
    expect(await book(id, '1.00', { reason: '' })).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await book(id, '1.00', { amount: { amount: '1.00', currency: 'USD' } })).toMatchObject({
      fields: [{ path: ['input', 'amount'], code: 'CURRENCY_DIFFERS' }],
    });
    await expect(book(id, '1.00', {}, await stage.signIn('ADVISER'))).rejects.toThrow(/bank:assign/);
  });

  it('is held by the database too: no cent beyond the credit, nothing changed afterwards', async () => {
    const { id, transactionId } = await came(4_00n);
    const { receipt } = await book(id, '4.00');
    const insert = `INSERT INTO other_receipt (organization_id, id, bank_transaction_id, account, currency, amount_minor,
        reason, state, asked_by_id, asked_at)
      SELECT organization_id, gen_random_uuid(), bank_transaction_id, account, currency, 1, reason, 'BOOKED', asked_by_id, now()
      FROM other_receipt WHERE bank_transaction_id = $1 LIMIT 1`;
    await expect(queryAll(stage.database, insert, [transactionId])).rejects.toThrow(/exceed the credit/);
    for (const change of ["account = 'TRANSIT'", 'amount_minor = 1', "reason = 'anders'"])
      await expect(
        queryAll(stage.database, `UPDATE other_receipt SET ${change} WHERE id = $1`, [idOf(receipt.id)]),
      ).rejects.toThrow(/is frozen/);
    await expect(
      queryAll(stage.database, 'DELETE FROM other_receipt WHERE id = $1', [idOf(receipt.id)]),
    ).rejects.toThrow(/what is written there stays/);
  });
});
