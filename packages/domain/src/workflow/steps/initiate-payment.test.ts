import { describe, expect, it } from 'vitest';
import { aDefinition, anEnv, anOrganization, eur, OWNER } from '../../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { aLine } from '../../invoices/invoice.fixture.ts';
import { type InitiatePayment, initiatePayment } from './initiate-payment.ts';

const anInput = (deviation: Partial<InitiatePayment> = {}): InitiatePayment => ({
  channel: 'ONLINE',
  customer: { id: 'customer' },
  amountDue: eur(11_900),
  discount: null,
  taxBehavior: 'EXCLUSIVE',
  lines: [aLine()],
  supply: { from: '2026-11-01', to: '2026-11-20' },
  dueOn: '2026-12-07',
  reference: 'B-77',
  externalRef: null,
  preferredMethod: null,
  invoicing: 'ISSUE',
  externalInvoiceNumber: null,
  ...deviation,
});

const ids = { caseId: 'case', payLinkId: 'pay-link' };

const initiate = (
  deviation: Partial<InitiatePayment> = {},
  definition = aDefinition(),
  organization = anOrganization(),
) => initiatePayment(definition, organization, anInput(deviation), ids, anEnv());

const problems = (deviation: Partial<InitiatePayment>) => {
  const outcome = initiate(deviation);
  return outcome.ok ? [] : (outcome.refusal.fields ?? []).map(({ field, code }) => `${field} ${code}`);
};

describe('initiatePayment', () => {
  it('does step 1, opens step 2 and plans the others', () => {
    expect(stepsOf(initiate())).toEqual([
      'OPEN INITIATE_PAYMENT 1',
      'DONE INITIATE_PAYMENT 1',
      'OPEN VERIFY_CUSTOMER_DATA 1',
      'PENDING SAVE_CUSTOMER_RECORD 1',
      'PENDING UPDATE_PAYMENT_METHOD 1',
      'PENDING CREATE_PAYMENT_TASK 1',
      'PENDING CONFIRM_AMOUNT 1',
      'PENDING RECORD_PAYMENT 1',
      'PENDING UPDATE_PAYMENT_STATUS 1',
      'PENDING NOTIFY_CUSTOMER 1',
      'PENDING CLOSE_PAYMENT_TASK 1',
    ]);
    expect(eventsOf(initiate())).toEqual(['case.initiated', 'step.done', 'step.opened']);
  });

  it('sends the payment request with the pay link', () => {
    expect(changesOf(initiate(), 'create-link')).toMatchObject([{ id: 'pay-link', purpose: 'PAY' }]);
    expect(changesOf(initiate(), 'queue-message')).toMatchObject([
      { template: 'payment-request', subjectId: 'case', to: 'CUSTOMER' },
    ]);
    expect(changesOf(initiate(), 'publish-status')).toMatchObject([{ status: 'REQUESTED' }]);
  });

  it('starts a case for an app as well, and one for the counter, whose customer is asked by no mail', () => {
    expect(stepsOf(initiate({ channel: 'MOBILE_APP' }))).toEqual(stepsOf(initiate()));
    const inPerson = initiate({ channel: 'IN_PERSON' });
    expect(stepsOf(inPerson)).toEqual(stepsOf(initiate()));
    expect(changesOf(inPerson, 'queue-message')).toEqual([]);
    expect(changesOf(inPerson, 'create-link')).toHaveLength(1);
  });

  it('refuses the counter where no reader stands, and says who can put one there', () => {
    const outcome = initiate({ channel: 'IN_PERSON' }, undefined, anOrganization({ hasReader: false }));
    expect(outcome).toMatchObject({
      refusal: { code: 'NO_READER', step: 'INITIATE_PAYMENT', unblockedBy: OWNER.name },
    });
    const onlyDebit = aDefinition({}, { allowedMethodTypes: ['SEPA_DEBIT'] });
    expect(refusalOf(initiate({ channel: 'IN_PERSON' }, onlyDebit))).toBe('METHOD_NOT_ALLOWED');
  });

  it('refuses a preferred method that the workflow does not allow', () => {
    const definition = aDefinition({}, { allowedMethodTypes: ['CARD'] });
    expect(refusalOf(initiate({ preferredMethod: 'SEPA_DEBIT' }, definition))).toBe('METHOD_NOT_ALLOWED');
    expect(refusalOf(initiate({ preferredMethod: 'CARD' }, definition))).toBeNull();
  });

  it.each<[string, Partial<InitiatePayment>, string]>([
    ['an amount of nothing', { amountDue: eur(0), lines: [], invoicing: 'STATEMENT' }, 'amount NOT_POSITIVE'],
    ['a negative amount', { amountDue: eur(-1), lines: [], invoicing: 'STATEMENT' }, 'amount NOT_POSITIVE'],
    ['a due date in the past', { dueOn: '2026-11-22' }, 'dueOn IN_THE_PAST'],
    ['a due date beyond ten years', { dueOn: '2036-12-01' }, 'dueOn TOO_FAR_AHEAD'],
    ['a due date in the year 9999', { dueOn: '9999-12-31' }, 'dueOn TOO_FAR_AHEAD'],
    [
      'a supply in the year 1',
      { supply: { from: '0001-01-01', to: '2026-11-20' } },
      'supply.from TOO_LONG_AGO',
    ],
    [
      'a supply without an end in sight',
      { supply: { from: '2026-11-01', to: '2036-11-24' } },
      'supply.to TOO_FAR_AHEAD',
    ],
    ['an invoice without lines', { lines: [] }, 'lines REQUIRED'],
    ['an invoice without a time of supply', { supply: null }, 'supply REQUIRED'],
    [
      'a supply that ends before it starts',
      { supply: { from: '2026-11-20', to: '2026-11-01' } },
      'supply ENDS_BEFORE_START',
    ],
    [
      'an external invoice without its number',
      { invoicing: 'EXTERNAL', lines: [], supply: null },
      'externalInvoiceNumber REQUIRED',
    ],
    ['lines over another amount', { amountDue: eur(11_901) }, 'amount DIFFERS_FROM_LINES'],
  ])('refuses %s at its field', (_what, deviation, problem) => {
    expect(problems(deviation)).toEqual([problem]);
  });

  it('names all problems at once', () => {
    expect(problems({ dueOn: '2020-01-01', supply: null, amountDue: eur(1) })).toEqual([
      'dueOn IN_THE_PAST',
      'supply REQUIRED',
      'amount DIFFERS_FROM_LINES',
    ]);
  });

  it('takes a claim due today, and one whose invoice needs no lines', () => {
    expect(problems({ dueOn: '2026-11-23' })).toEqual([]);
    expect(problems({ invoicing: 'STATEMENT', lines: [], supply: null })).toEqual([]);
    expect(
      problems({ invoicing: 'EXTERNAL', externalInvoiceNumber: '2026/77', lines: [], supply: null }),
    ).toEqual([]);
  });
});
