import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { today } from '../../test/a-desk.ts';
import { call } from '../../test/case-call.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readViolations } from '../../test/rows.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { readId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
let clerk: TestClient;
let lead: TestClient;
let adviser: TestClient;
beforeAll(async () => {
  stage = await aConnectedDesk();
  clerk = await stage.signIn('CLERK');
  lead = await stage.signIn('TEAM_LEAD');
  adviser = await stage.signIn('ADVISER');
});
afterAll(() => stage.stop());

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** 125.00 net in two tax groups: 100.00 at 19 %, 25.00 at 7 %; 145.75 in all. */
const CLAIM = {
  customer: {
    kind: 'PERSON',
    givenName: 'Frieda',
    familyName: 'Lorenzen',
    street: 'Deichweg 12',
    postalCode: '25813',
    city: 'Husum',
    country: 'DE',
    email: 'frieda@example.org',
    language: 'de',
  },
  amount: eur('145.75'),
  lines: [
    { name: 'Inspektion', quantity: '1', unit: 'C62', unitPrice: '100.00', taxCase: 'DE_19' },
    { name: 'Handbuch', quantity: '2', unit: 'C62', unitPrice: '12.50', taxCase: 'DE_7' },
  ],
  supply: { from: today(), to: today() },
  dueOn: addDays(today(), 14),
  reference: 'A-4711',
};

type Entry = readonly [purpose: string, ...lines: string[]];

interface EntryNode {
  readonly purpose: string;
  readonly lines: readonly {
    readonly account: { readonly key: string };
    readonly amount: { readonly amount: string };
  }[];
}

/** The whole journal as the tax adviser reads it, in the order in which it was written. */
const readJournal = async (): Promise<readonly Entry[]> => {
  const { data } = await adviser.query(
    `{ journalEntries(first: 100) { edges { node { purpose lines { account { key } amount { amount } } } } } }`,
  );
  const nodes: readonly EntryNode[] = data.journalEntries.edges.map(({ node }: { node: EntryNode }) => node);
  return nodes
    .toReversed()
    .map(({ purpose, lines }) => [
      purpose,
      ...lines.map(({ account, amount }) => `${account.key} ${amount.amount}`),
    ]);
};

const readBalances = async (): Promise<Readonly<Record<string, string>>> => {
  const { data } = await adviser.query(`{ ledgerAccounts { key balances { amount } } }`);
  const accounts: readonly { key: string; balances: readonly { amount: string }[] }[] = data.ledgerAccounts;
  return Object.fromEntries(
    accounts.flatMap(({ key, balances: [sum] }) => (sum ? [[key, sum.amount] as const] : [])),
  );
};

const readCase = async (id: string) => {
  const { data } = await clerk.query(
    `query ($id: ID!) { paymentCase(id: $id) {
      number state currentStep amountOpen { amount } moneyTrack { status }
      messages { edges { node { template state } } }
    } }`,
    { id },
  );
  return data.paymentCase;
};

const INVOICE: Entry = [
  'INVOICE',
  ...['RECEIVABLE 145.75', 'REVENUE_19 -100.00', 'VAT_19 -19.00', 'REVENUE_7 -25.00', 'VAT_7 -1.75'],
];
const PAYMENT: Entry = ['PAYMENT', 'CLEARING 145.75', 'CUSTOMER_CREDIT -145.75'];
/** 1.5 % and 0.25, as the provider charges for a card. */
const FEE: Entry = ['FEE', 'FEES 2.44', 'CLEARING -2.44'];
const ALLOCATION: Entry = ['ALLOCATION', 'CUSTOMER_CREDIT 145.75', 'RECEIVABLE -145.75'];
const PAYOUT: Entry = ['PAYOUT', 'BANK 143.31', 'CLEARING -143.31'];

describe('the ledger of a case from request to payout', { timeout: 60_000 }, () => {
  let caseId: string;

  it('says nothing while the customer is only asked', async () => {
    const { case: started } = await call(clerk, 'initiatePayment', CLAIM, 'case { id }');
    caseId = started.id;
    await stage.settle();
    expect(await readCase(caseId)).toMatchObject({ currentStep: 'SAVE_CUSTOMER_RECORD' });
    expect(await readJournal()).toEqual([]);
  });

  it('has the invoice once the record is confirmed: receivable against revenue and VAT by rate', async () => {
    await call(clerk, 'confirmCustomerRecord', { caseId, version: 1 });
    await stage.settle();
    expect(await readCase(caseId)).toMatchObject({
      currentStep: 'CONFIRM_AMOUNT',
      amountOpen: { amount: '145.75' },
      moneyTrack: { status: 'REQUESTED' },
    });
    expect(await readJournal()).toEqual([INVOICE]);
  });

  it('has the money, its fee and its allocation when the customer has paid by card', async () => {
    const row = readId('PaymentCase', caseId) ?? '';
    await enterCard(await stage.openCheckout(row), CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    expect(await readCase(caseId)).toMatchObject({
      currentStep: 'CLOSE_PAYMENT_TASK',
      amountOpen: { amount: '0.00' },
      moneyTrack: { status: 'SETTLED' },
    });
    expect(await readJournal()).toEqual([INVOICE, PAYMENT, FEE, ALLOCATION]);
    expect(await readBalances()).toMatchObject({ CLEARING: '143.31', RECEIVABLE: '0.00' });
  });

  it('is left as it is by receipt, mail and sign-off', async () => {
    const before = await readJournal();
    const closed = await call(lead, 'closePaymentTask', { caseId }, 'replayed');
    expect(closed).toMatchObject({ replayed: false });
    await stage.settle();
    const { state, messages } = await readCase(caseId);
    expect(state).toBe('CLOSED');
    expect(messages.edges).toContainEqual({ node: { template: 'receipt', state: 'SENT' } });
    expect(await readJournal()).toEqual(before);
  });

  it('ends at the bank: what is left on the provider’s account is nothing', async () => {
    await stage.passDays(7);
    const { data } = await lead.query(
      `{ payouts { edges { node { state gross { amount } fee { amount } net { amount }
        items { kind net { amount } case { id } } } } } }`,
    );
    expect(data.payouts.edges).toEqual([
      {
        node: {
          state: 'PAID',
          gross: { amount: '145.75' },
          fee: { amount: '2.44' },
          net: { amount: '143.31' },
          items: [{ kind: 'PAYMENT', net: { amount: '143.31' }, case: { id: caseId } }],
        },
      },
    ]);
    expect(await readJournal()).toEqual([INVOICE, PAYMENT, FEE, ALLOCATION, PAYOUT]);
    expect(await readBalances()).toMatchObject({
      BANK: '143.31',
      CLEARING: '0.00',
      RECEIVABLE: '0.00',
      CUSTOMER_CREDIT: '0.00',
      REVENUE_19: '-100.00',
      REVENUE_7: '-25.00',
      VAT_19: '-19.00',
      VAT_7: '-1.75',
      FEES: '2.44',
    });
  });

  it('leads from every entry to what it posts, and from the payment back to its entries', async () => {
    const { data } = await adviser.query(`{ journalEntries(first: 100) { edges { node {
      purpose case { id } invoice { id } payment { id amount { amount } } payout { net { amount } } } } } }`);
    const entries: readonly Data[] = data.journalEntries.edges.map(({ node }: Data) => node);
    expect(entries.toReversed()).toMatchObject([
      { purpose: 'INVOICE', case: { id: caseId }, invoice: { id: expect.any(String) }, payment: null },
      { purpose: 'PAYMENT', payment: { amount: { amount: '145.75' } } },
      { purpose: 'FEE', payment: { amount: { amount: '145.75' } } },
      { purpose: 'ALLOCATION', payment: { amount: { amount: '145.75' } } },
      { purpose: 'PAYOUT', payment: null, payout: { net: { amount: '143.31' } } },
    ]);
    const paymentId = entries.find(({ payment }) => payment)?.payment.id;
    const about = await adviser.query(
      `query ($paymentId: ID!) {
        journalEntries(paymentId: $paymentId) { totalCount edges { node { purpose } } }
        payment(id: $paymentId) { providerRef allocations { case { id } } payouts { id } disputes { id } } }`,
      { paymentId },
    );
    expect(about.data.journalEntries).toMatchObject({
      totalCount: 3,
      edges: [
        { node: { purpose: 'ALLOCATION' } },
        { node: { purpose: 'FEE' } },
        { node: { purpose: 'PAYMENT' } },
      ],
    });
    expect(about.data.payment).toMatchObject({
      providerRef: expect.stringMatching(/^ch_/),
      allocations: [{ case: { id: caseId } }],
      payouts: [{ id: expect.any(String) }],
    });
  });

  it('breaks no invariant', async () => {
    expect(await readViolations(stage.database)).toEqual([]);
  });
});
