import { afterAll, beforeAll, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call } from '../../test/case-call.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

it('a customer is reminded once of an overdue claim, by a mail that says where to pay', async () => {
  const caseId = await stage.desk.waiting();
  await stage.desk.lapse(caseId);
  const clerk = await stage.signIn('CLERK');
  const remind = () => call(clerk, 'remindCustomer', { caseId: encodeId('PaymentCase', caseId) }, 'replayed');
  expect(await remind()).toMatchObject({ replayed: false });
  await stage.settle();
  const { customer, number } = await stage.desk.read(caseId);
  const mails = await stage.sandbox.mailsTo(customer.data.email ?? '');
  const reminders = mails.filter(({ subject }) => subject.includes('Zahlungserinnerung'));
  expect(reminders.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(new RegExp(`Zahlungserinnerung: 119,00.€ \\(${number}\\)$`)),
  ]);
  expect(await remind()).toMatchObject({ code: 'ALREADY_REMINDED' });
  await stage.settle();
  expect(await stage.sandbox.mailsTo(customer.data.email ?? '')).toHaveLength(mails.length);
});
