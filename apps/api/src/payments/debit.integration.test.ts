import { deriveMoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk, payTokenOf } from '../../test/a-connected-desk.ts';
import { mutationDocument } from '../../test/case-call.ts';
import { enterIban, IBANS } from '../../test/on-the-hosted-page.ts';
import { readViolations } from '../../test/rows.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

/** A waiting case whose customer has given a mandate. */
const aDebit = async (iban: string): Promise<string> => {
  const caseId = await stage.desk.waiting();
  await enterIban(await stage.openCheckout(caseId, 'SEPA_DEBIT'), iban, 'Frieda Lorenzen');
  await stage.settle();
  return caseId;
};

describe('a direct debit', { timeout: 60_000 }, () => {
  it('is neither success nor failure for days, and no second payment is started beside it', async () => {
    const caseId = await aDebit(IBANS.good);
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('PROCESSING');
    expect(state.payments).toEqual([]);
    const token = await payTokenOf(stage, caseId);
    const { data } = await stage.anonymous.query(mutationDocument('startPayment', 'url'), {
      input: { token, methodType: 'CARD' },
    });
    expect(data.startPayment).toMatchObject({ __typename: 'CaseRefused', code: 'ATTEMPT_IN_FLIGHT' });
  });

  it('is money when the bank has paid, and the case goes on by itself', async () => {
    const caseId = await aDebit(IBANS.good);
    await stage.passDays(3);
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('SETTLED');
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    expect(openRun(state)?.step).toBe('CLOSE_PAYMENT_TASK');
  });

  it('that the bank refuses has failed, with the reason and a mail to the customer', async () => {
    const caseId = await aDebit(IBANS.refused);
    await stage.passDays(3);
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('FAILED');
    expect(deriveMoneyTrack(state).failure).toMatchObject({ code: 'insufficient_funds' });
    expect(openRun(state)?.step).toBe('CONFIRM_AMOUNT');
    expect(state.messages.filter(({ template }) => template === 'payment-failed')).toMatchObject([
      { state: 'SENT' },
    ]);
  });
});
