import { ACCOUNTS } from '@zahlwerk/domain/ledger/accounts';
import { defaultNumber } from '@zahlwerk/domain/ledger/chart';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness } from '../../test/a-business.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import { queryAll } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let api: TestApi;
let owner: TestClient;
beforeAll(async () => {
  api = await createTestApi();
  owner = await api.signIn('OWNER');
});
afterAll(() => api.stop());

interface Account {
  readonly id: string;
  readonly key: keyof typeof ACCOUNTS;
  readonly number: string;
  readonly nameDe: string;
  readonly nameEn: string;
  readonly hasDefaultNumber: boolean;
}

const chart = async (client = owner): Promise<readonly Account[]> =>
  (await client.query('{ ledgerAccounts { id key number nameDe nameEn hasDefaultNumber } }')).data
    .ledgerAccounts;

const account = async (key: string): Promise<Account> => {
  const found = (await chart()).find((one) => one.key === key);
  if (!found) throw new Error(`There is no ${key}.`);
  return found;
};

const version = async (): Promise<number> =>
  (await owner.query('{ viewer { organization { chartVersion } } }')).data.viewer.organization.chartVersion;

const change = async (said: Readonly<Record<string, object>>, more: object = {}, client = owner) => {
  const known = await chart();
  const accounts = Object.entries(said).map(([key, called]) => {
    const found = known.find((one) => one.key === key);
    return {
      ...{ accountId: found?.id, number: found?.number, nameDe: found?.nameDe, nameEn: found?.nameEn },
      ...called,
    };
  });
  const input = { accounts, expectedVersion: await version(), ...more };
  return call(client, 'changeLedgerAccounts', input, 'replayed chartVersion accounts { number }');
};

const choose = (to: string, client = owner) =>
  call(
    client,
    'chooseChartOfAccounts',
    { chart: to },
    'replayed organization { chartOfAccounts } keptAccounts { key number }',
  );

describe('the chart of accounts', { timeout: 60_000 }, () => {
  it('is SKR03 from the founding on, unless the founder says otherwise', async () => {
    for (const { key, number, hasDefaultNumber } of await chart())
      expect([key, number, hasDefaultNumber]).toEqual([key, defaultNumber(key, 'SKR03'), true]);
    expect(await chart()).toHaveLength(Object.keys(ACCOUNTS).length);
    const founder = await api.signUp('vera@skr04.example');
    const address = { name: 'Vier', street: 'Weg 4', postalCode: '04109', city: 'Leipzig' };
    const { organization } = await call(
      founder,
      'createOrganization',
      { ...address, chartOfAccounts: 'SKR04' },
      'organization { id chartOfAccounts }',
    );
    expect(organization.chartOfAccounts).toBe('SKR04');
    const [bank] = await queryAll(
      api.database,
      `SELECT number FROM ledger_account JOIN organization ON organization.id = organization_id
       WHERE key = 'BANK' AND organization.name = 'Vier'`,
    );
    expect(bank).toEqual({ number: defaultNumber('BANK', 'SKR04') });
  });

  it('takes another number and other names of an account, once per key', async () => {
    const sent = { idempotencyKey: freshKey(), expectedVersion: await version() };
    const said = { BANK: { number: '1210', nameDe: 'Sparkasse', nameEn: 'Savings bank' } };
    expect(await change(said, sent)).toMatchObject({ replayed: false });
    expect(await change(said, sent)).toMatchObject({ replayed: true });
    expect(await account('BANK')).toMatchObject({
      ...{ number: '1210', nameDe: 'Sparkasse', nameEn: 'Savings bank', hasDefaultNumber: false },
    });
    const { data } = await owner.query(
      '{ latestEvents(first: 1) { edges { node { type actor { kind } } } } }',
    );
    expect(data.latestEvents.edges[0].node).toEqual({
      type: 'CHART_ACCOUNTS_CHANGED',
      actor: { kind: 'MEMBER' },
    });
  });

  it('tells whoever saves an older one, and writes nothing of it', async () => {
    const seen = await version();
    const said = { BANK: { number: '1210', nameDe: 'Sparkasse', nameEn: 'Savings bank' } };
    expect(await change(said, { expectedVersion: seen })).toMatchObject({ chartVersion: seen + 1 });
    const late = { BANK: { number: '1220', nameDe: 'Volksbank', nameEn: 'Bank' } };
    expect(await change(late, { expectedVersion: seen })).toMatchObject({
      ...{ __typename: 'VersionConflict', currentVersion: seen + 1 },
    });
    expect(await account('BANK')).toMatchObject({ number: '1210', nameDe: 'Sparkasse' });
  });

  it.each([
    ['12a0', 'ACCOUNT_NUMBER_MALFORMED'],
    ['120', 'ACCOUNT_NUMBER_MALFORMED'],
    ['123456789', 'ACCOUNT_NUMBER_MALFORMED'],
    ['１２００', 'ACCOUNT_NUMBER_MALFORMED'],
    ['1400', 'ACCOUNT_NUMBER_TAKEN'],
    ['12000', 'ACCOUNT_NUMBERS_OF_ONE_LENGTH'],
  ])('refuses the number %s, and says so at its field: %s', async (number, code) => {
    expect(await change({ FEES: {}, BANK: { number } })).toMatchObject({
      fields: [{ path: ['input', 'accounts', '1', 'number'], code }],
    });
    expect(await account('BANK')).toMatchObject({ number: '1210' });
  });

  it('refuses names that are none, and an account that is named twice', async () => {
    expect(await change({ BANK: { nameDe: ' ' } })).toMatchObject({
      fields: [{ path: ['input', 'accounts', '0', 'nameDe'], code: 'REQUIRED' }],
    });
    const { id: accountId, ...bank } = await account('BANK');
    const { number, nameDe, nameEn } = bank;
    const twice = [1, 2].map(() => ({ accountId, number, nameDe, nameEn }));
    expect(await call(owner, 'changeLedgerAccounts', { accounts: twice, expectedVersion: 1 })).toMatchObject({
      fields: [{ path: ['input', 'accounts', '1', 'accountId'], code: 'REPEATED' }],
    });
  });

  it('lets accounts swap their numbers, and all of them grow at once', async () => {
    await change({ REVENUE_19: { number: '8300' }, REVENUE_7: { number: '8400' } });
    expect(await account('REVENUE_19')).toMatchObject({ number: '8300' });
    const longer = Object.fromEntries(
      (await chart()).map(({ key, number }) => [key, { number: `${number}0` }]),
    );
    expect(await change(longer)).toMatchObject({ replayed: false });
    expect((await chart()).map(({ number }) => number.length)).toEqual((await chart()).map(() => 5));
    const some = Object.fromEntries((await chart()).slice(1).map(({ key }) => [key, { number: '1234' }]));
    expect((await change(some)).fields).toHaveLength((await chart()).length - 1);
    const back = Object.fromEntries(
      (await chart()).map(({ key }) => [key, { number: defaultNumber(key, 'SKR03') }]),
    );
    await change({ ...back, BANK: { number: '1210' } });
  });

  it('is renumbered by another one, and tells who keeps a number of their own', async () => {
    expect(await choose('SKR04')).toEqual({
      ...{ __typename: 'ChooseChartOfAccountsSuccess', replayed: false },
      organization: { chartOfAccounts: 'SKR04' },
      keptAccounts: [{ key: 'BANK', number: '1210' }],
    });
    for (const { key, number } of await chart())
      expect([key, number]).toEqual([key, key === 'BANK' ? '1210' : defaultNumber(key, 'SKR04')]);
    await choose('SKR03');
    expect(await account('RECEIVABLE')).toMatchObject({ number: '1400', hasDefaultNumber: true });
  });

  it('is the owner’s to change and everybody’s to read, and nobody else’s', async () => {
    for (const role of ['TEAM_LEAD', 'CLERK', 'ADVISER'] as const) {
      const client = await api.signIn(role);
      await expect(change({ BANK: {} }, {}, client)).rejects.toThrow('ledger:write');
      await expect(choose('SKR04', client)).rejects.toThrow('ledger:write');
      expect(await chart(client)).toEqual(await chart());
    }
    const { organizationId } = await aBusiness(api.database);
    const [theirs] = await queryAll<{ id: string }>(
      api.database,
      'SELECT id FROM ledger_account WHERE organization_id = $1 LIMIT 1',
      [organizationId],
    );
    const foreign = {
      accountId: encodeId('LedgerAccount', theirs?.id ?? ''),
      number: '9999',
      nameDe: 'X',
      nameEn: 'X',
    };
    expect(
      await call(owner, 'changeLedgerAccounts', { accounts: [foreign], expectedVersion: await version() }),
    ).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'accounts', '0', 'accountId'],
    });
  });
});
