import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEnv, aPaymentCase, CUSTOMER } from '../../test/a-payment-case.ts';
import { changesOf, decisionOf } from '../../test/outcome.ts';
import { aPerson } from '../customers/customer.fixture.ts';
import { CUSTOMER_DATA_FIELDS, type CustomerData } from '../customers/customer-data.ts';
import { completeCustomerData, lackingFields } from './complete-customer-data.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Step } from './step.ts';

const lacking = (data: Partial<CustomerData>, at: Step = 'VERIFY_CUSTOMER_DATA'): PaymentCase => {
  const state = aPaymentCase({ at });
  return { ...state, customer: { ...state.customer, data: aPerson(data) } };
};

const complete = (state: PaymentCase, given: Partial<CustomerData>) =>
  completeCustomerData(state, { given }, anEnv({ actor: CUSTOMER }));

describe('what is asked on the pay page', () => {
  it('is what the business requires and does not have', () => {
    expect(lackingFields(lacking({ city: null, phone: null }))).toEqual(['city']);
    expect(lackingFields(lacking({ givenName: null, familyName: null }))).toEqual([
      'givenName',
      'familyName',
    ]);
    expect(lackingFields(lacking({}))).toEqual([]);
  });

  it('is nothing once step 2 is over', () => {
    expect(lackingFields(lacking({ city: null }, 'SAVE_CUSTOMER_RECORD'))).toEqual([]);
  });
});

describe('completeCustomerData', () => {
  it('fills it in and runs the checks again', () => {
    const outcome = complete(lacking({ city: null }), { city: 'Husum' });
    expect(changesOf(outcome, 'set-customer-data')).toMatchObject([{ data: { city: 'Husum' } }]);
    expect(changesOf(outcome, 'record-check').length).toBeGreaterThan(0);
  });

  it('changes nothing when it is sent again', () => {
    expect(decisionOf(complete(lacking({}), { city: 'Kiel' })).changes).toEqual([]);
  });

  it('never changes what is known, whatever is sent', () => {
    const texts = fc.record(
      Object.fromEntries(CUSTOMER_DATA_FIELDS.map((field) => [field, fc.option(fc.string())])),
      { requiredKeys: [] },
    );
    const state = lacking({ city: null, postalCode: null });
    fc.assert(
      fc.property(texts, (given) => {
        const [written] = changesOf(complete(state, given as Partial<CustomerData>), 'set-customer-data');
        const { city: _city, postalCode: _postalCode, ...known } = state.customer.data;
        expect(written?.data ?? known).toMatchObject(known);
      }),
    );
  });
});
