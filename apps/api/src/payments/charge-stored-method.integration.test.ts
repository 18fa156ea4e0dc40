import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { deriveMoneyTrack } from '@zahlwerk/domain/workflow/money-track';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger, today } from '../../test/a-desk.ts';
import { openSetupPage } from '../../test/by-method-link.ts';
import { call } from '../../test/case-call.ts';
import { answerChallenge, CARDS, enterCard, enterIban, IBANS } from '../../test/on-the-hosted-page.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';
import { lookAround } from '../jobs/look-around.ts';

let stage: ConnectedDesk;
let clerk: TestClient;
beforeAll(async () => {
  stage = await aConnectedDesk();
  clerk = await stage.signIn('CLERK');
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

type Store = (url: string, holder: string) => Promise<unknown>;

const byCard =
  (number: string): Store =>
  (url, holder) =>
    enterCard(url, number, holder);
const byIban =
  (iban: string): Store =>
  (url, holder) =>
    enterIban(url, iban, holder);

/** A waiting case whose customer has stored a means of payment. */
const withMethod = async (store: Store): Promise<string> => {
  const data = aStranger();
  // Days pass in this file: no claim shall be due before it begins.
  const caseId = await stage.desk.waiting({ customer: { data }, dueOn: addDays(today(), 200) });
  await stage.settle();
  const linkId = stage.ports.newId();
  await stage.desk.ask(caseId, stage.business.clerk, 'requestPaymentMethodUpdate', { linkId });
  const { url } = await openSetupPage(stage, stage.ports.links.tokenOf(linkId));
  await store(url, `${data.givenName} ${data.familyName}`);
  await stage.settle();
  return caseId;
};

const chargeBy = (client: TestClient, caseId: string, selection = 'case { id }') =>
  call(client, 'chargeStoredMethod', { caseId: encodeId('PaymentCase', caseId) }, selection);

const charge = async (caseId: string): Promise<void> => {
  expect(await chargeBy(clerk, caseId)).toMatchObject({ case: { id: expect.any(String) } });
  await stage.settle();
};

const attemptsOf = async (caseId: string) =>
  (await stage.desk.read(caseId)).attempts
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map(({ via, state, failure }) => [via, state, failure?.code ?? null]);

/** The provider's PaymentIntents for a case. */
const intentsOf = async (caseId: string) =>
  (await stage.account.stripe.paymentIntents.list({ limit: 100 })).data.filter(
    ({ metadata }) => metadata.caseId === caseId,
  );

/** Lets days pass and whatever has become due be done. */
const passDays = async (days: number): Promise<void> => {
  await stage.passDays(days);
  await lookAround(stage.ports);
  await stage.settle();
};

const failedMails = async (caseId: string) =>
  (await stage.desk.read(caseId)).messages.filter(({ template }) => template === 'payment-failed');

const noticesOf = async (caseId: string) =>
  (await stage.desk.read(caseId)).messages.filter(({ template }) => template === 'pre-notice');

describe('a stored method that is charged', { timeout: 60_000 }, () => {
  it('brings the money of a card at once, and the case goes on by itself', async () => {
    const caseId = await withMethod(byCard(CARDS.good));
    await charge(caseId);
    const state = await stage.desk.read(caseId);
    expect(await attemptsOf(caseId)).toEqual([['STORED_METHOD', 'SUCCEEDED', null]]);
    expect(state.publishedStatus).toBe('SETTLED');
    expect(state.payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
    expect(openRun(state)?.step).toBe('CLOSE_PAYMENT_TASK');
    const [intent] = await intentsOf(caseId);
    expect(intent).toMatchObject({ status: 'succeeded', amount: 119_00 });
  });

  it('is under way for days with a debit, and nothing else is started beside it', async () => {
    const caseId = await withMethod(byIban(IBANS.good));
    await charge(caseId);
    await passDays(1);
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('PROCESSING');
    expect(await chargeBy(clerk, caseId)).toMatchObject({
      __typename: 'CaseRefused',
      code: 'ATTEMPT_IN_FLIGHT',
    });
    await stage.passDays(3);
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('SETTLED');
  });

  it('calls the customer in where the bank wants that, who pays once on the pay page', async () => {
    const caseId = await withMethod(async (url, holder) => {
      const challenge = await enterCard(url, CARDS.challenged, holder);
      await answerChallenge(challenge, 'complete');
    });
    await charge(caseId);
    const state = await stage.desk.read(caseId);
    expect(state.publishedStatus).toBe('FAILED');
    expect(deriveMoneyTrack(state).failure).toMatchObject({
      code: 'authentication_required',
      nextActions: ['RETRY', 'OTHER_METHOD', 'REMIND', 'CANCEL'],
      nextTryAt: null,
    });
    const { email } = state.customer.data;
    const mail = (await stage.sandbox.mailsTo(email ?? '')).at(-1);
    expect(mail?.subject).toMatch(/Bitte bestätigen Sie Ihre Zahlung über 119,00/);
    await answerChallenge(
      await enterCard(await stage.openCheckout(caseId), CARDS.challenged, 'Wer zahlt'),
      'complete',
    );
    await stage.settle();
    expect(await attemptsOf(caseId)).toEqual([
      ['STORED_METHOD', 'CANCELED', 'authentication_required'],
      ['HOSTED_PAGE', 'SUCCEEDED', null],
    ]);
    expect((await intentsOf(caseId)).map(({ status }) => status).toSorted()).toEqual([
      'canceled',
      'succeeded',
    ]);
  });

  it('ends the page that the customer has left open, so that nobody pays twice', async () => {
    const caseId = await withMethod(byCard(CARDS.good));
    const page = await stage.openCheckout(caseId);
    await charge(caseId);
    await expect(enterCard(page, CARDS.good, 'Zu spät')).rejects.toThrow();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
  });

  it('is not charged when the customer has paid on an open page in the same moment', async () => {
    const caseId = await withMethod(byCard(CARDS.good));
    const page = await stage.openCheckout(caseId);
    await chargeBy(clerk, caseId);
    await enterCard(page, CARDS.good, 'War schneller');
    await stage.settle();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
    expect(await attemptsOf(caseId)).toEqual([
      ['HOSTED_PAGE', 'SUCCEEDED', null],
      ['STORED_METHOD', 'CANCELED', null],
    ]);
  });

  it('is charged once, however the answer gets lost', async () => {
    const caseId = await withMethod(byCard(CARDS.good));
    await stage.sandbox.press('faults', { lever: 'timeout_after', times: 3, path: '/v1/payment_intents' });
    await chargeBy(clerk, caseId);
    await expect(stage.workOff('charge-attempt')).rejects.toThrow();
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('UNKNOWN');
    await stage.settle();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
    expect(await intentsOf(caseId)).toHaveLength(1);
  });

  it('is found again where the provider has broken down after charging', async () => {
    const caseId = await withMethod(byCard(CARDS.good));
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await stage.sandbox.press('faults', {
      lever: 'server_error_after',
      times: 3,
      path: '/v1/payment_intents',
    });
    await chargeBy(clerk, caseId);
    await expect(stage.workOff('charge-attempt')).rejects.toThrow();
    await stage.workOff('charge-attempt');
    await stage.sandbox.release();
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
    expect(await intentsOf(caseId)).toHaveLength(1);
  });

  it('is looked at by a person when the provider will not have it, and the customer hears nothing', async () => {
    const caseId = await withMethod(byCard(CARDS.good));
    const [method] = (await stage.desk.read(caseId)).methods;
    await stage.account.stripe.paymentMethods.detach(method?.reference ?? '');
    await charge(caseId);
    const { tasks } = await stage.desk.read(caseId);
    expect(tasks.map(({ reason }) => reason)).toContain('CHARGE_NOT_MADE');
    expect(await failedMails(caseId)).toEqual([]);
  });

  it('is the desk’s to charge: nobody else’s, and never of a foreign case', async () => {
    const caseId = await withMethod(byCard(CARDS.good));
    const adviser = await stage.signIn('ADVISER');
    const answer = await adviser.query(
      'mutation ($input: ChargeStoredMethodInput!) { chargeStoredMethod(input: $input) { __typename } }',
      { input: { caseId: encodeId('PaymentCase', caseId), idempotencyKey: 'adviser-charges' } },
    );
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await chargeBy(clerk, stage.ports.newId())).toMatchObject({ __typename: 'NotFound' });
    expect(await attemptsOf(caseId)).toEqual([]);
  });
});

describe('a debit of a stored mandate', { timeout: 60_000 }, () => {
  it('is announced with amount, day, mandate and creditor, and made a day later, once', async () => {
    const caseId = await withMethod(byIban(IBANS.good));
    const { email } = (await stage.desk.read(caseId)).customer.data;
    const selection = 'case { chargeableOn plannedCharge { at methodType tryNumber } }';
    const answer = await chargeBy(clerk, caseId, selection);
    expect(answer.case.plannedCharge).toMatchObject({ methodType: 'SEPA_DEBIT', tryNumber: 1 });
    await stage.settle();
    const mail = (await stage.sandbox.mailsTo(email ?? '')).at(-1);
    expect(mail?.subject).toMatch(/Ankündigung: Lastschrift über 119,00/);
    for (const fact of [/Mandatsreferenz/, /DE98ZZZ09999999999/, /3000/]) expect(mail?.text).toMatch(fact);
    await lookAround(stage.ports);
    await stage.settle();
    expect(await intentsOf(caseId)).toEqual([]);
    await passDays(1);
    await passDays(1);
    expect((await intentsOf(caseId)).map(({ status }) => status)).toEqual(['processing']);
    await passDays(2);
    expect((await stage.desk.read(caseId)).publishedStatus).toBe('SETTLED');
    expect(await noticesOf(caseId)).toHaveLength(1);
  });

  it('that somebody stops is not made', async () => {
    const caseId = await withMethod(byIban(IBANS.good));
    await charge(caseId);
    await call(clerk, 'stopPlannedCharge', { caseId: encodeId('PaymentCase', caseId) }, 'case { id }');
    await passDays(2);
    expect(await intentsOf(caseId)).toEqual([]);
  });

  it('whose announcement comes back is not made; a person is told', async () => {
    const caseId = await withMethod(byIban(IBANS.good));
    await charge(caseId);
    await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.message.updateMany({ where: { caseId, template: 'pre-notice' }, data: { state: 'BOUNCED' } }),
    );
    await passDays(1);
    expect(await intentsOf(caseId)).toEqual([]);
    expect((await stage.desk.read(caseId)).tasks.map(({ reason }) => reason)).toContain('CHARGE_NOT_MADE');
  });
});

describe('a charge that fails', { timeout: 60_000 }, () => {
  /** The bank asks when the card is stored, and declines when it is charged. */
  const withoutFunds = () =>
    withMethod(async (url, holder) => {
      await answerChallenge(await enterCard(url, CARDS.storedWithoutFunds, holder), 'complete');
    });

  it('for want of funds is made three times in all, each told to the customer and seen coming', async () => {
    const caseId = await withoutFunds();
    await charge(caseId);
    const first = deriveMoneyTrack(await stage.desk.read(caseId));
    expect(first.status).toBe('FAILED');
    expect(first.failure?.nextTryAt).toBeInstanceOf(Date);
    await passDays(1);
    expect(await failedMails(caseId)).toHaveLength(1);
    await passDays(1);
    expect(await failedMails(caseId)).toHaveLength(2);
    await passDays(5);
    await passDays(9);
    const declined = ['STORED_METHOD', 'DECLINED', 'insufficient_funds'];
    expect(await attemptsOf(caseId)).toEqual([declined, declined, declined]);
    expect(deriveMoneyTrack(await stage.desk.read(caseId)).failure?.nextTryAt).toBeNull();
    expect(await failedMails(caseId)).toMatchObject([
      { state: 'SENT' },
      { state: 'SENT' },
      { state: 'SENT' },
    ]);
    const { email } = (await stage.desk.read(caseId)).customer.data;
    const mails = (await stage.sandbox.mailsTo(email ?? '')).filter(({ subject }) =>
      /geklappt/.test(subject),
    );
    const announced = mails.map(({ text }) => /belasten wir die hinterlegte/.test(text ?? ''));
    expect(announced).toEqual([true, true, false]);
  });

  it('with a debit is made once more, and announced once more', async () => {
    const caseId = await withMethod(byIban(IBANS.refused));
    await charge(caseId);
    for (const days of [1, 3, 5, 3, 9]) await passDays(days);
    expect(await noticesOf(caseId)).toHaveLength(2);
    const declined = ['STORED_METHOD', 'DECLINED', 'insufficient_funds'];
    expect(await attemptsOf(caseId)).toEqual([declined, declined]);
  });

  it('without a reason is not made again by itself; the customer needs another method', async () => {
    const caseId = await withMethod(byCard(CARDS.storedAndDeclined));
    await charge(caseId);
    expect(await attemptsOf(caseId)).toEqual([['STORED_METHOD', 'DECLINED', 'generic_decline']]);
    expect(deriveMoneyTrack(await stage.desk.read(caseId)).failure).toMatchObject({
      nextActions: ['OTHER_METHOD', 'REMIND', 'CANCEL'],
      nextTryAt: null,
    });
  });

  it('is not made again once a person has stopped that', async () => {
    const caseId = await withoutFunds();
    await charge(caseId);
    const planned = 'case { plannedCharge { tryNumber } moneyTrack { failure { nextTryAt } } }';
    const input = { caseId: encodeId('PaymentCase', caseId) };
    expect(await call(clerk, 'stopPlannedCharge', input, planned)).toMatchObject({
      case: { plannedCharge: null, moneyTrack: { failure: { nextTryAt: null } } },
    });
    await passDays(9);
    expect(await attemptsOf(caseId)).toEqual([
      ['STORED_METHOD', 'DECLINED', 'insufficient_funds'],
      ['STORED_METHOD', 'CANCELED', null],
    ]);
  });

  it('is not made again once the customer has chosen another way', async () => {
    const caseId = await withoutFunds();
    await charge(caseId);
    await enterCard(await stage.openCheckout(caseId), CARDS.good, 'Zahlt selbst');
    await stage.settle();
    await passDays(9);
    expect((await stage.desk.read(caseId)).payments).toHaveLength(1);
    expect((await intentsOf(caseId)).filter(({ status }) => status === 'succeeded')).toHaveLength(1);
  });
});
