import { amountAvailable } from '@zahlwerk/domain/workflow/balance';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { EXACT } from '../../test/by-hand.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { queryAll, readViolations } from '../../test/rows.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

/** Balance of the customers' credit of one case: what is owed to its customer, in minor units. */
const creditOf = async (caseId: string): Promise<number> => {
  const [row] = await queryAll<{ minor: string | null }>(
    stage.database,
    `SELECT -sum(line.amount_minor) AS minor
     FROM journal_entry entry
     JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
     JOIN ledger_account account
       ON account.organization_id = line.organization_id AND account.id = line.account_id
     WHERE entry.case_id = $1 AND account.key = 'CUSTOMER_CREDIT'`,
    [caseId],
  );
  return Number(row?.minor ?? 0);
};

const expectLateMoney = async (caseId: string, state: 'CLOSED' | 'CANCELED'): Promise<void> => {
  const after = await stage.desk.read(caseId);
  expect(after.state).toBe(state);
  const late = after.payments.filter(({ source }) => source === 'PROVIDER');
  expect(late.map((payment) => amountAvailable(payment).minor)).toEqual([119_00n]);
  expect(await creditOf(caseId)).toBe(119_00);
  expect(after.tasks.filter(({ reason }) => reason === 'LATE_MONEY').map((task) => task.state)).toEqual([
    'OPEN',
  ]);
};

describe('money that comes late goes to the customer’s credit, and a task says so', {
  timeout: 60_000,
}, () => {
  it('for a case that was canceled while the customer was paying', async () => {
    const { desk, business } = stage;
    const caseId = await desk.waiting();
    const page = await stage.openCheckout(caseId);
    await desk.ask(caseId, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    // The provider has not been told yet that the page is to be closed.
    await enterCard(page, CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    await expectLateMoney(caseId, 'CANCELED');
  });

  it('for a case that was paid by transfer and closed while the customer was paying', async () => {
    const { desk, business } = stage;
    const caseId = await desk.waiting();
    const page = await stage.openCheckout(caseId);
    await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
    await desk.run(caseId, business.clerk, 'confirmAmount', EXACT);
    await desk.ask(caseId, business.lead, 'closePaymentTask', {});
    await enterCard(page, CARDS.good, 'Frieda Lorenzen');
    await stage.settle();
    await expectLateMoney(caseId, 'CLOSED');
  });

  it('and closes the provider’s page of a canceled case that nobody has paid', async () => {
    const { desk, business, account } = stage;
    const caseId = await desk.waiting();
    await stage.openCheckout(caseId);
    await desk.ask(caseId, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    await stage.settle();
    const [attempt] = (await desk.read(caseId)).attempts;
    const session = await account.stripe.checkout.sessions.retrieve(attempt?.sessionRef ?? '');
    expect(session.status).toBe('expired');
    expect(await creditOf(caseId)).toBe(0);
  });
});
