import { withTenant } from '@zahlwerk/db/tenant';
import { money, toDecimal } from '@zahlwerk/domain/money/money';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStatement } from '../../test/a-statement.ts';
import { call } from '../../test/case-call.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readViolations } from '../../test/rows.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

const bring = async (statement: string) => {
  const { cookie } = await stage.anonymous.post('/api/demo/sign-in', { role: 'CLERK' });
  const form = new FormData();
  form.set('file', new File([statement], 'auszug.xml'));
  const answer = await fetch(`${stage.url}/api/bank-statements`, {
    ...{ method: 'POST', body: form, headers: { cookie } },
  });
  const { documentId } = (await answer.json()) as { documentId: string };
  await call(await stage.signIn('CLERK'), 'importBankStatement', { documentId }, 'replayed');
  await stage.workOff();
};

it('a payout of the provider is found on the statement and is nobody’s payment', {
  timeout: 60_000,
}, async () => {
  const caseId = await stage.desk.waiting();
  await enterCard(await stage.openCheckout(caseId), CARDS.good, 'Frieda Lorenzen');
  await stage.settle();
  await stage.passDays(5);
  const findPayout = () =>
    withTenant(stage.ports.db, stage.organizationId, (tx) => tx.payout.findFirstOrThrow());
  const { id, netMinor } = await findPayout();
  const amount = toDecimal(money(netMinor, 'EUR'));
  await bring(aStatement([{ amount, payer: 'Stripe Technology Europe', text: 'STRIPE 4711' }]));
  const clerk = await stage.signIn('CLERK');
  const { data } = await clerk.query(
    `query ($id: ID!) { bankPool { count total { amount } } payout: node(id: $id) { ... on Payout { bankedOn } }
      bankTransactions { edges { node { id state unassigned { amount } payout { id } } } } }`,
    { id: encodeId('Payout', id) },
  );
  expect(data).toMatchObject({
    bankPool: { count: 0, total: { amount: '0.00' } },
    payout: { bankedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
  });
  const [{ node: credit }] = data.bankTransactions.edges;
  expect(credit).toMatchObject({
    state: 'MATCHED',
    unassigned: { amount: '0.00' },
    payout: { id: encodeId('Payout', id) },
  });
  const allocations = [
    { caseId: encodeId('PaymentCase', caseId), amount: { amount: '1.00', currency: 'EUR' } },
  ];
  const assigned = await call(
    clerk,
    'assignBankTransaction',
    { transactionId: credit.id, allocations },
    'replayed',
  );
  expect(assigned).toMatchObject({ code: 'CREDIT_GIVEN_AWAY' });
  expect(await readViolations(stage.database)).toEqual([]);
});
