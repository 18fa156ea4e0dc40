import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { EXACT } from '../../test/by-hand.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const OVERVIEW = `{ overview { receivedToday { amount } receivedThisMonth { amount } expected { amount }
  overdue { amount } overdueCount unassigned { amount } days { day received { minor } expected { minor } } } }`;

const CASES = `query ($filter: PaymentCaseFilter) { paymentCases(filter: $filter, first: 100) {
  totalCount edges { node { id amountAwaited { minor } } } } }`;

const LEDGER = `{ ledgerAccounts { key balances { minor } }
  journalEntries(first: 100) { edges { node { purpose lines { amount { minor } } } } } }`;

const PAYMENTS = `query ($filter: PaymentFilter) { payments(filter: $filter, first: 100) {
  totalCount edges { node { amount { minor } unassigned { minor } } } } }`;

const DAY = 86_400;

const sum = (amounts: readonly { readonly minor: string }[]): number =>
  amounts.reduce((total, { minor }) => total + Number(minor), 0);

describe('the overview of a business', () => {
  let stage: Stage;
  let owner: TestClient;
  const cases = new Map<string, string>();

  /** One case per way in which a claim can stand to its money. */
  const live = async (): Promise<void> => {
    const { at, desk, business } = stage.own;
    const receive = async (caseId: string, minor: bigint): Promise<string> => {
      await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(minor));
      return caseId;
    };
    cases.set('nothing has come', await at('CONFIRM_AMOUNT'));
    cases.set('all has come', await receive(await at('CONFIRM_AMOUNT'), 119_00n));
    cases.set('half has come', await receive(await at('CONFIRM_AMOUNT'), 50_00n));
    cases.set('too much has come', await receive(await at('CONFIRM_AMOUNT'), 150_00n));
    const confirmed = await receive(await at('CONFIRM_AMOUNT'), 119_00n);
    cases.set('confirmed', confirmed);
    await desk.run(confirmed, business.clerk, 'confirmAmount', EXACT);
    cases.set('recorded', await at('UPDATE_PAYMENT_STATUS'));
    cases.set('due much later', await desk.start({ dueOn: addDays(today(), 40) }));
    const canceled = await at('CONFIRM_AMOUNT');
    await desk.run(canceled, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    cases.set('canceled', canceled);
    await stage.foreign.at('CONFIRM_AMOUNT');
  };

  const figures = async (): Promise<Data> => (await owner.query(OVERVIEW)).data.overview;

  /** The list that a figure leads to: the names of its cases, and what they add up to. */
  const listed = async (filter: Readonly<Record<string, unknown>>) => {
    const { data } = await owner.query(CASES, { filter });
    const nodes: readonly Data[] = data.paymentCases.edges.map(({ node }: Data) => node);
    expect(data.paymentCases.totalCount).toBe(nodes.length);
    const isListed = (id: string) => nodes.some((node) => node.id === encodeId('PaymentCase', id));
    return {
      names: [...cases].flatMap(([name, id]) => (isListed(id) ? [name] : [])),
      awaited: sum(nodes.map(({ amountAwaited }) => amountAwaited)),
    };
  };

  /** The money that a figure leads to. */
  const arrived = async (filter: Readonly<Record<string, unknown>>) => {
    const { data } = await owner.query(PAYMENTS, { filter });
    const nodes: readonly Data[] = data.payments.edges.map(({ node }: Data) => node);
    expect(data.payments.totalCount).toBe(nodes.length);
    return {
      count: nodes.length,
      amount: sum(nodes.map(({ amount }) => amount)),
      unassigned: sum(nodes.map(({ unassigned }) => unassigned)),
    };
  };

  const letDaysPass = (days: number) =>
    withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.organization.update({
        where: { id: stage.organizationId },
        data: { clockOffsetSeconds: days * DAY },
      }),
    );

  beforeAll(async () => {
    stage = await aStage();
    owner = await stage.signIn('OWNER');
    await live();
  });

  afterAll(async () => {
    await stage.stop();
  });

  it('expects only what has not come yet, whether it has been confirmed or not', async () => {
    const { expected, overdue, overdueCount } = await figures();
    expect({ expected, overdue, overdueCount }).toEqual({
      expected: { amount: '188.00' },
      overdue: { amount: '0.00' },
      overdueCount: 0,
    });
    const list = { state: 'OPEN', dueFrom: today(), dueBefore: addDays(today(), 15), awaitsMoney: true };
    expect(await listed(list)).toEqual({ names: ['nothing has come', 'half has come'], awaited: 188_00 });
  });

  it('lists as awaiting no money the others, and says of each case what is still to come', async () => {
    expect(await listed({ awaitsMoney: false })).toEqual({
      names: ['all has come', 'too much has come', 'confirmed', 'recorded', 'canceled'],
      awaited: 0,
    });
    expect(await listed({ awaitsMoney: true })).toMatchObject({ awaited: 188_00 + 119_00 });
    expect(await listed({})).toMatchObject({ awaited: 188_00 + 119_00 });
  });

  it('has received what the ledger says, and holds as unassigned what lies as credit there', async () => {
    const { receivedToday, receivedThisMonth, unassigned } = await figures();
    const { data } = await owner.query(LEDGER);
    const received = data.journalEntries.edges
      .filter(({ node }: Data) => node.purpose === 'PAYMENT')
      .flatMap(({ node }: Data) => node.lines.map(({ amount }: Data) => amount))
      .filter(({ minor }: Data) => Number(minor) > 0);
    expect(receivedToday).toEqual({ amount: '557.00' });
    expect(receivedThisMonth).toEqual(receivedToday);
    expect(sum(received)).toBe(557_00);
    const credit = data.ledgerAccounts
      .filter(({ key }: Data) => ['CUSTOMER_CREDIT', 'UNASSIGNED'].includes(key))
      .flatMap(({ balances }: Data) => balances);
    // 119 and 50 and 150 wait for step 6, another 119 for step 7.
    expect(unassigned).toEqual({ amount: '438.00' });
    expect(sum(credit)).toBe(-438_00);
  });

  it('lists the money behind both figures, and only that', async () => {
    const day = today();
    const month = { bookedFrom: `${day.slice(0, 8)}01`, bookedUntil: day, currency: 'EUR' };
    expect(await arrived(month)).toEqual({ count: 5, amount: 557_00, unassigned: 438_00 });
    expect(await arrived({ bookedFrom: day, bookedUntil: day })).toMatchObject({ amount: 557_00 });
    expect(await arrived({ bookedFrom: addDays(day, 1) })).toMatchObject({ count: 0 });
    expect(await arrived({ bookedUntil: addDays(day, -1) })).toMatchObject({ count: 0 });
    expect(await arrived({ unassigned: true, currency: 'EUR' })).toEqual({
      count: 4,
      amount: 438_00,
      unassigned: 438_00,
    });
    expect(await arrived({ unassigned: false })).toEqual({ count: 1, amount: 119_00, unassigned: 0 });
    expect(await arrived({ currency: 'CHF' })).toMatchObject({ count: 0 });
  });

  it('finds money by its amount and by who has paid', async () => {
    expect(await arrived({ search: '150,00 €' })).toMatchObject({ count: 1, amount: 150_00 });
    expect(await arrived({ search: 'Lorenzen' })).toMatchObject({ count: 5 });
    expect(await arrived({ search: '%' })).toMatchObject({ count: 0 });
  });

  it('tells per day what adds up to the figures', async () => {
    const { days } = await figures();
    const ahead = days.filter(({ day }: Data) => day >= today() && day < addDays(today(), 15));
    expect(sum(ahead.map(({ expected }: Data) => expected))).toBe(188_00);
    expect(sum(days.map(({ received }: Data) => received))).toBe(557_00);
  });

  it('holds as overdue, once the day has passed, what has not come, and no longer expects it', async () => {
    await letDaysPass(16);
    const { expected, overdue, overdueCount, receivedToday } = await figures();
    expect({ expected, overdue, overdueCount, receivedToday }).toEqual({
      expected: { amount: '0.00' },
      overdue: { amount: '188.00' },
      overdueCount: 2,
      receivedToday: { amount: '0.00' },
    });
    const list = { state: 'OPEN', dueBefore: addDays(today(), 16), awaitsMoney: true };
    expect(await listed(list)).toEqual({ names: ['nothing has come', 'half has come'], awaited: 188_00 });
  });
});
