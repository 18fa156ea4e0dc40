import { afterAll, beforeAll, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { enterIban, IBANS } from '../../test/on-the-hosted-page.ts';
import { readViolations } from '../../test/rows.ts';

const DAY = 86_400;

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

const pass = async (seconds: number): Promise<void> => {
  await stage.sandbox.press('clock', { advanceSeconds: seconds });
  await stage.settle();
};

const readItems = async () => {
  const owner = await stage.signIn('OWNER');
  const { data } = await owner.query(
    '{ payouts(first: 1) { edges { node { items { kind case { number } } } } } }',
  );
  return data.payouts.edges[0]?.node.items;
};

it('money that is paid out before its event has come is linked to its case once it is booked', {
  timeout: 60_000,
}, async () => {
  const caseId = await stage.desk.waiting();
  await enterIban(await stage.openCheckout(caseId, 'SEPA_DEBIT'), IBANS.good, 'Frieda Lorenzen');
  await stage.settle();
  const late = {
    lever: 'webhook_delay',
    types: 'payment_intent.succeeded,charge.updated',
    times: 2,
    seconds: 5 * DAY,
  };
  await stage.sandbox.press('faults', late);
  await pass(3 * DAY);
  await stage.sandbox.press('payouts/run', { account: stage.account.externalId });
  await pass(120);
  expect(await readItems()).toEqual([{ kind: 'PAYMENT', case: null }]);
  await pass(5 * DAY);
  const { number, payments } = await stage.desk.read(caseId);
  expect(payments).toHaveLength(1);
  expect(await readItems()).toEqual([{ kind: 'PAYMENT', case: { number } }]);
  expect(await readViolations(stage.database)).toEqual([]);
});
