import { dayToDate } from '@zahlwerk/db/calendar-day';
import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness } from '../../test/a-business.ts';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let api: TestApi;
let adviser: TestClient;
beforeAll(async () => {
  api = await createTestApi();
  adviser = await api.signIn('ADVISER');
});
afterAll(() => api.stop());

interface Posting {
  readonly day: string;
  readonly debit: string;
  readonly credit: string;
  readonly minor: bigint;
  readonly currency?: string;
  readonly organizationId?: string;
}

const accountId = async (key: string, organizationId = api.organizationId): Promise<string> => {
  const [row] = await queryAll<{ id: string }>(
    api.database,
    'SELECT id FROM ledger_account WHERE key = $1 AND organization_id = $2',
    [key, organizationId],
  );
  return row?.id ?? '';
};

/** Posts an entry of two lines, as the writers of the house do. */
const post = async ({ day, debit, credit, minor, currency = 'EUR', ...posting }: Posting): Promise<void> => {
  const organizationId = posting.organizationId ?? api.organizationId;
  const accounts = [await accountId(debit, organizationId), await accountId(credit, organizationId)];
  await withTenant(api.ports.db, organizationId, async (tx) => {
    const id = api.ports.newId();
    await tx.journalEntry.create({
      data: {
        ...{ organizationId, id, source: `fee:${id}`, purpose: 'FEE', postedOn: dayToDate(day) },
        ...{ createdByKind: 'SYSTEM', createdAt: new Date() },
      },
    });
    await tx.journalLine.createMany({
      data: accounts.map((account, at) => ({
        ...{ organizationId, id: api.ports.newId(), entryId: id, position: at + 1, accountId: account },
        ...{ currency, amountMinor: at === 0 ? minor : -minor },
      })),
    });
  });
};

const SHEET = `query ($accountId: ID!, $currency: CurrencyCode, $from: Date, $until: Date, $first: Int, $after: String) {
  ledgerAccountSheet(accountId: $accountId, currency: $currency, from: $from, until: $until) {
    account { key } currency currencies lineCount
    opening { amount } debit { amount } credit { amount } closing { amount }
    lines(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node {
      postedOn debit { amount } credit { amount } balance { amount } entry { lines { account { key } } } } } } } }`;

const sheetOf = async (key: string, asked: object = {}, client = adviser): Promise<Data> => {
  const id = encodeId('LedgerAccount', await accountId(key));
  const { data, errors } = await client.query(SHEET, { accountId: id, ...asked });
  if (errors) throw new Error(errors[0]?.extensions.code);
  return data.ledgerAccountSheet;
};

const linesOf = (sheet: Data): readonly string[] =>
  sheet.lines.edges.map(
    ({ node }: Data) =>
      `${node.postedOn} ${node.debit?.amount ?? ''}/${node.credit?.amount ?? ''} ${node.balance.amount}`,
  );

describe('the sheet of an account', { timeout: 60_000 }, () => {
  it('is empty before anything is posted', async () => {
    expect(await sheetOf('FEES')).toMatchObject({
      currency: 'EUR',
      currencies: [],
      lineCount: 0,
      opening: { amount: '0.00' },
      closing: { amount: '0.00' },
      lines: { edges: [], pageInfo: { hasNextPage: false } },
    });
  });

  it('runs from the balance before to the balance after, in the order of the days', async () => {
    await post({ day: '2026-11-03', debit: 'BANK', credit: 'CLEARING', minor: 100_00n });
    await post({ day: '2026-11-05', debit: 'FEES', credit: 'BANK', minor: 30_00n });
    await post({ day: '2026-10-31', debit: 'BANK', credit: 'CLEARING', minor: 7_00n });
    await post({ day: '2026-11-05', debit: 'BANK', credit: 'CLEARING', minor: 5_00n });
    const sheet = await sheetOf('BANK');
    expect(linesOf(sheet)).toEqual([
      '2026-10-31 7.00/ 7.00',
      '2026-11-03 100.00/ 107.00',
      '2026-11-05 /30.00 77.00',
      '2026-11-05 5.00/ 82.00',
    ]);
    expect(sheet).toMatchObject({
      ...{
        account: { key: 'BANK' },
        lineCount: 4,
        opening: { amount: '0.00' },
        closing: { amount: '82.00' },
      },
      ...{ debit: { amount: '112.00' }, credit: { amount: '30.00' } },
    });
    expect(sheet.lines.edges[0].node.entry.lines).toEqual([
      { account: { key: 'BANK' } },
      { account: { key: 'CLEARING' } },
    ]);
  });

  it('of a period begins with what stood there before', async () => {
    const november = await sheetOf('BANK', { from: '2026-11-01', until: '2026-11-04' });
    expect(linesOf(november)).toEqual(['2026-11-03 100.00/ 107.00']);
    expect(november).toMatchObject({
      ...{ opening: { amount: '7.00' }, debit: { amount: '100.00' }, credit: { amount: '0.00' } },
      ...{ closing: { amount: '107.00' }, lineCount: 1 },
    });
    const later = await sheetOf('BANK', { from: '2027-01-01' });
    expect(later).toMatchObject({ opening: { amount: '82.00' }, closing: { amount: '82.00' }, lineCount: 0 });
  });

  it('is the same page by page, the balance going on where the page before ended', async () => {
    const whole = linesOf(await sheetOf('BANK', { from: '2026-11-01' }));
    const read: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Data = await sheetOf('BANK', { from: '2026-11-01', first: 1, after });
      read.push(...linesOf(page));
      if (!page.lines.pageInfo.hasNextPage) break;
      after = page.lines.pageInfo.endCursor;
    }
    expect(read).toEqual(whole);
  });

  it('of a later period begins with that, whichever line was seen before', async () => {
    const { edges } = (await sheetOf('BANK')).lines;
    const page = await sheetOf('BANK', { from: '2026-11-05', after: edges[0].cursor });
    expect(linesOf(page)).toEqual(linesOf(await sheetOf('BANK', { from: '2026-11-05' })));
  });

  it('has a page of its own for each currency', async () => {
    await post({ day: '2026-11-06', debit: 'BANK', credit: 'CLEARING', minor: 9_00n, currency: 'CHF' });
    expect(await sheetOf('BANK')).toMatchObject({ currency: 'EUR', currencies: ['CHF', 'EUR'] });
    expect(linesOf(await sheetOf('BANK', { currency: 'CHF' }))).toEqual(['2026-11-06 9.00/ 9.00']);
  });

  it('refuses cursors that are none, or of another account', async () => {
    const { edges } = (await sheetOf('CLEARING')).lines;
    for (const after of ['', 'x', edges[0].cursor].slice(1))
      await expect(sheetOf('BANK', { after })).rejects.toThrow('BAD_USER_INPUT');
    await expect(sheetOf('BANK', { first: -1 })).rejects.toThrow('BAD_USER_INPUT');
  });

  it('of another business is none', async () => {
    const other = await aBusiness(api.database);
    const { organizationId } = other;
    await post({ day: '2026-11-03', debit: 'BANK', credit: 'CLEARING', minor: 1_00n, organizationId });
    const theirs = encodeId('LedgerAccount', await accountId('BANK', organizationId));
    const { data } = await adviser.query(SHEET, { accountId: theirs });
    expect(data.ledgerAccountSheet).toBeNull();
    expect((await sheetOf('BANK')).closing).toEqual({ amount: '82.00' });
  });

  it('sums up what many post at once, and nobody waits for ever', async () => {
    const before = BigInt((await sheetOf('FEES')).lineCount);
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        at % 2 === 0
          ? post({ day: '2026-11-10', debit: 'FEES', credit: 'CLEARING', minor: 1_00n })
          : post({ day: '2026-11-10', debit: 'CLEARING', credit: 'FEES', minor: 50n }),
      ),
    );
    const sheet = await sheetOf('FEES');
    expect(BigInt(sheet.lineCount)).toBe(before + 8n);
    expect(sheet.closing).toEqual({ amount: '32.00' });
    const { data } = await adviser.query('{ ledgerAccounts { key balances { amount currency } } }');
    expect(data.ledgerAccounts).toContainEqual({
      key: 'FEES',
      balances: [{ amount: '32.00', currency: 'EUR' }],
    });
  });

  it('is kept by the database alone, and the books say when it is not right', async () => {
    await expect(
      withTenant(api.ports.db, api.organizationId, (tx) => tx.accountDay.updateMany({ data: { lines: 0 } })),
    ).rejects.toThrow(/permission denied/);
    const broken = (await readViolations(api.database)).map(({ invariant }) => invariant);
    expect(broken).not.toContain('the days of an account are the sums of its lines');
    expect(broken).not.toContain('a line is posted on the day of its entry');
  });
});
