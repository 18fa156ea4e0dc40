import { checkCustomerData } from '@zahlwerk/domain/customers/checks/customer-checks';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { customerDraftSchema } from '@zahlwerk/domain/customers/customer-data.schema';
import { DEFAULT_DEFINITION } from '@zahlwerk/domain/workflow/definition';
import { describe, expect, it } from 'vitest';
import { CUSTOMERS } from './customers.ts';
import { linesOf } from './goods.ts';

const entries = Object.entries<CustomerData>(CUSTOMERS);

const failuresOf = (name: string, data: CustomerData): readonly string[] =>
  checkCustomerData(data, {
    required: DEFAULT_DEFINITION.requiredCustomerFields,
    candidates: entries
      .filter(([other]) => other !== name && other < name)
      .map(([other, candidate]) => ({ customerId: other, number: null, data: candidate })),
  })
    .filter(({ state }) => state === 'FAILED')
    .map(({ key }) => key);

describe('the customers of the demo', () => {
  it('pass the checks of step 2, but for those who are there to fail them', () => {
    const failing = entries.flatMap(([name, data]) => {
      const failures = failuresOf(name, data);
      return failures.length > 0 ? [[name, failures]] : [];
    });
    expect(Object.fromEntries(failing)).toEqual({
      koenig: ['phone'],
      thiel: ['required-fields'],
      yilmaz: ['required-fields'],
      kirschAgain: ['duplicates'],
      krueger: ['iban'],
    });
  });

  it.each(entries)(
    '%s is written as the desk would have stored it, and nobody real is mailed',
    (_name, data) => {
      expect(customerDraftSchema.parse(data)).toEqual(data);
      expect(data.email).toMatch(/@example\.(org|com|net)$/);
    },
  );
});

describe('an order of the demo', () => {
  it('names goods in the language of the customer, at the rate of the goods', () => {
    expect(linesOf('table 1, firewood 2.5', 'en')).toMatchObject([
      { name: 'Dining table, solid oak, 200 × 95 cm', quantity: '1', taxCase: 'DE_19' },
      { name: 'Firewood, beech, 1 stacked m³', quantity: '2.5', taxCase: 'DE_7' },
    ]);
  });

  it('cannot be for something that is not sold', () => {
    expect(() => linesOf('rocket 1', 'de')).toThrow('rocket');
  });
});
