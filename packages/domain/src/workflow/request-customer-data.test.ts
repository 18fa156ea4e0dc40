import { describe, expect, it } from 'vitest';
import {
  aKnownCustomer,
  anEnv,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  PARTNER,
} from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, refusalOf } from '../../test/outcome.ts';
import { runOn, runToRest, stepOf, stopOf, worldOf } from '../../test/simulate.ts';
import { aCompany } from '../customers/customer.fixture.ts';
import { requestCustomerData } from './request-customer-data.ts';
import { submitCustomerData } from './submit-customer-data.ts';

const request = (state = aPaymentCase(), actor = as(CLERK)) =>
  requestCustomerData(state, { linkId: 'link' }, anEnv({ actor }));
const submit = (state = aPaymentCase(), actor = CUSTOMER) =>
  submitCustomerData(state, { data: aCompany({ city: 'Bonn' }), linkId: 'link' }, anEnv({ actor }));

describe('requestCustomerData', () => {
  it('asks by mail with a link of its own', () => {
    expect(decisionOf(request()).changes).toEqual([
      { type: 'create-link', id: 'link', purpose: 'DATA' },
      { type: 'queue-message', template: 'data-request', subjectId: 'link', to: 'CUSTOMER' },
    ]);
  });

  it.each([
    ['there is no address', aKnownCustomer({ data: aCompany({ email: null }) })],
    ['mail to the address has bounced', aKnownCustomer({ emailBounced: true })],
  ])('is refused when %s', (_when, customer) => {
    expect(refusalOf(request(aPaymentCase({ customer })))).toBe('ADDRESS_NOT_DELIVERABLE');
  });

  it('is open to keys, at step 2 only', () => {
    expect(refusalOf(request(aPaymentCase(), PARTNER))).toBeNull();
    expect(refusalOf(request(aPaymentCase({ at: 'CONFIRM_AMOUNT' })))).toBe('STEP_NOT_OPEN');
  });
});

describe('submitCustomerData', () => {
  it('takes the answer of the customer, checks it at once and uses the link up', () => {
    expect(changesOf(submit(), 'set-customer-data')).toMatchObject([{ data: { city: 'Bonn' } }]);
    expect(changesOf(submit(), 'record-check')).toHaveLength(7);
    expect(changesOf(submit(), 'use-link')).toEqual([{ type: 'use-link', id: 'link' }]);
  });

  it('lets the machine go on when the data are clean', () => {
    const stopped = runToRest(
      worldOf(aPaymentCase({ customer: aKnownCustomer({ data: aCompany({ city: null }) }) })),
    );
    expect(stopOf(stopped)).toBe('DISCREPANCY_OPEN');
    const world = runOn(stopped, CUSTOMER, 'submitCustomerData', { data: aCompany(), linkId: 'link' });
    expect([stepOf(world), stopOf(world)]).toEqual(['SAVE_CUSTOMER_RECORD', 'CONFIRMATION_REQUIRED']);
  });

  it('is refused once step 2 is over', () => {
    expect(refusalOf(submit(aPaymentCase({ at: 'SAVE_CUSTOMER_RECORD' })))).toBe('STEP_NOT_OPEN');
  });
});
