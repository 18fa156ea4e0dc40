import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger, today } from '../../test/a-desk.ts';
import { askForCode, enterCode, openSetupPage, receiveCode } from '../../test/by-method-link.ts';
import { call } from '../../test/case-call.ts';
import { answerChallenge, CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readRows } from '../../test/rows.ts';
import { encodeId } from '../graphql/ids.ts';
import { lookAround } from '../jobs/look-around.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

interface Customer {
  readonly caseId: string;
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
}

/** A customer whose record is confirmed, in the middle of a case. */
const aCustomer = async (): Promise<Customer> => {
  const data = aStranger();
  const caseId = await stage.desk.waiting({ customer: { data } });
  await stage.settle();
  const { customer } = await stage.desk.read(caseId);
  const name = `${data.givenName} ${data.familyName}`;
  return { caseId, customerId: customer.id, name, email: data.email ?? '' };
};

/** A fresh one-time link for storing a method, and its token. */
const sendLink = async ({
  caseId,
}: Customer): Promise<{ readonly linkId: string; readonly token: string }> => {
  const linkId = stage.ports.newId();
  await stage.desk.ask(caseId, stage.business.clerk, 'requestPaymentMethodUpdate', { linkId });
  return { linkId, token: stage.ports.links.tokenOf(linkId) };
};

/** The customer follows a link and stores a card in this holder's name; gives back where the page leads to. */
const storeCard = async (customer: Customer, holder: string, card: string = CARDS.good): Promise<string> => {
  const { token } = await sendLink(customer);
  const { url } = await openSetupPage(stage, token);
  return enterCard(url, card, holder);
};

const methodsOf = ({ customerId }: Customer) =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.paymentMethod.findMany({ where: { customerId }, orderBy: { createdAt: 'asc' } }),
  );

const reviewTasks = async ({ caseId }: Customer) =>
  (await stage.desk.read(caseId)).tasks.filter(({ reason }) => reason === 'METHOD_REVIEW');

describe('a method that the customer stores on the provider’s page', { timeout: 60_000 }, () => {
  it('becomes the active one, and its link is used up', async () => {
    const customer = await aCustomer();
    const { token } = await sendLink(customer);
    const code = await receiveCode(stage, token);
    const { url } = await enterCode(stage, token, code);
    await enterCard(url, CARDS.good, customer.name);
    await stage.settle();
    expect(await methodsOf(customer)).toMatchObject([
      {
        type: 'CARD',
        state: 'ACTIVE',
        isDefault: true,
        isFirst: true,
        holder: customer.name,
        brand: 'visa',
        last4: '4242',
        expiresOn: new Date('2034-12-31'),
        singleChannel: true,
      },
    ]);
    for (const again of [await askForCode(stage, token), await enterCode(stage, token, code)])
      expect(again).toMatchObject({ __typename: 'LinkInvalid' });
  });

  it('is stored once the bank has been answered, where the card asks for that', async () => {
    const customer = await aCustomer();
    const challenge = await storeCard(customer, customer.name, CARDS.challenged);
    await stage.settle();
    expect(await methodsOf(customer)).toEqual([]);
    await answerChallenge(challenge, 'complete');
    await stage.settle();
    expect(await methodsOf(customer)).toMatchObject([{ state: 'ACTIVE', last4: '3184' }]);
  });

  it('retires the one before; nothing is overwritten', async () => {
    const customer = await aCustomer();
    await storeCard(customer, customer.name);
    await stage.settle();
    await storeCard(customer, customer.name.toUpperCase());
    await stage.settle();
    const [first, second] = await methodsOf(customer);
    expect(first).toMatchObject({ state: 'RETIRED', isDefault: false, isFirst: true });
    expect(second).toMatchObject({ state: 'ACTIVE', isDefault: true, isFirst: false, replacesId: first?.id });
    expect(await reviewTasks(customer)).toEqual([]);
  });

  const storeAnothersCard = async () => {
    const customer = await aCustomer();
    await storeCard(customer, customer.name);
    await stage.settle();
    await storeCard(customer, 'Erika Mustermann');
    await stage.settle();
    const [first, second] = await methodsOf(customer);
    expect(first).toMatchObject({ state: 'ACTIVE', isDefault: true });
    expect(second).toMatchObject({ state: 'REVIEW', isDefault: false, reviewReason: 'HOLDER_DIFFERS' });
    expect(await reviewTasks(customer)).toMatchObject([{ state: 'OPEN' }]);
    return { customer, first, second };
  };

  it('of another holder goes to review with a task, and comes into use when a person accepts it', async () => {
    const { customer, first, second } = await storeAnothersCard();
    const clerk = await stage.signIn('CLERK');
    const decision = {
      caseId: encodeId('PaymentCase', customer.caseId),
      methodId: encodeId('PaymentMethod', second?.id ?? ''),
      accepted: true,
    };
    expect(await call(clerk, 'reviewPaymentMethod', { ...decision, reason: ' ' })).toMatchObject({
      __typename: 'StepRefused',
      code: 'REASON_REQUIRED',
    });
    const reason = 'Die Tochter zahlt, am Telefon bestätigt';
    expect(await call(clerk, 'reviewPaymentMethod', { ...decision, reason })).toMatchObject({
      replayed: false,
    });
    await stage.settle();
    expect(await methodsOf(customer)).toMatchObject([
      { id: first?.id, state: 'RETIRED', isDefault: false, isFirst: true },
      { id: second?.id, state: 'ACTIVE', isDefault: true, isFirst: false, replacesId: first?.id },
    ]);
    expect(await reviewTasks(customer)).toMatchObject([{ state: 'DONE' }]);
    expect(await call(clerk, 'reviewPaymentMethod', { ...decision, reason })).toMatchObject({
      code: 'METHOD_NOT_IN_REVIEW',
    });
  });

  it('of another holder is never charged when a person refuses it; the customer is told', async () => {
    const { customer, first, second } = await storeAnothersCard();
    const input = { methodId: second?.id ?? '', accepted: false, reason: 'Niemand kennt sie' };
    await stage.desk.ask(customer.caseId, stage.business.lead, 'reviewPaymentMethod', input);
    await stage.settle();
    expect(await methodsOf(customer)).toMatchObject([
      { id: first?.id, state: 'ACTIVE', isDefault: true },
      { id: second?.id, state: 'RETIRED', activatedAt: null },
    ]);
    const mails = await stage.sandbox.mailsTo(customer.email);
    expect(mails.at(-1)?.text).toContain('können sie nicht annehmen');
  });

  it('is stored once, however often the provider tells of it', async () => {
    const customer = await aCustomer();
    await stage.sandbox.press('faults', { lever: 'webhook_duplicate' });
    await storeCard(customer, customer.name);
    await stage.settle();
    await stage.sandbox.release();
    expect(await methodsOf(customer)).toHaveLength(1);
    const { webhook_inbox: _, ...before } = await readRows(stage.database);
    const events = await stage.account.stripe.events.list({ type: 'checkout.session.completed', limit: 1 });
    await stage.sandbox.press(`events/${events.data[0]?.id}/redeliver`);
    await stage.settle();
    expect(await readRows(stage.database)).toMatchObject(before);
  });

  it('is told of 30 and 7 days before it expires, each once, with a link for storing another', async () => {
    const customer = await aCustomer();
    const { token } = await sendLink(customer);
    const { url } = await openSetupPage(stage, token);
    const soon = addDays(today(), 90);
    await enterCard(url, CARDS.good, customer.name, { expiry: `${soon.slice(5, 7)}/${soon.slice(2, 4)}` });
    await stage.settle();
    const noticesOf = async () =>
      (await stage.sandbox.mailsTo(customer.email)).filter(({ subject }) => subject.includes('läuft ab'));
    const [card] = await methodsOf(customer);
    const days = Math.ceil(((card?.noticeOn?.getTime() ?? 0) - Date.now()) / 86_400_000) + 1;
    for (const [notices, passing] of [days, 23].entries()) {
      expect(await noticesOf()).toHaveLength(notices);
      await stage.passDays(passing);
      for (const _look of ['first', 'again']) {
        await lookAround(stage.ports);
        await stage.settle();
      }
    }
    const [last] = (await noticesOf()).slice(1);
    expect(last?.text).toMatch(/\/method\/[\w-]{43}/);
    expect(await methodsOf(customer)).toMatchObject([{ noticeOn: null, noticedAt: expect.any(Date) }]);
  });
});
