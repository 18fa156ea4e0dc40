import type { CustomerData, CustomerDataField } from '../customers/customer-data.ts';
import { missingFields } from '../customers/required-fields.ts';
import { decided, type Env, type Outcome } from './decision.ts';
import type { PaymentCase } from './payment-case.ts';
import { isOpen } from './progress.ts';
import { verifyCustomerData } from './steps/verify-customer-data.ts';

export interface CompleteCustomerData {
  /** What the customer fills in; what is known already stays as it is. */
  readonly given: Partial<CustomerData>;
}

/**
 * The fields that the business requires and does not have, while step 2 still waits for them. Whoever has the pay link
 * may fill them in; they see nothing of what is known.
 */
export const lackingFields = (state: PaymentCase): readonly CustomerDataField[] => {
  if (!isOpen(state, 'VERIFY_CUSTOMER_DATA')) return [];
  const { data } = state.customer;
  return missingFields(data, state.definition.requiredCustomerFields).flatMap(({ field }) =>
    field === 'familyName' && data.givenName === null ? (['givenName', field] as const) : [field],
  );
};

/** Fills in what is lacking, from the pay page; the checks run again at once. Sent twice it changes nothing more. */
export const completeCustomerData = (
  state: PaymentCase,
  { given }: CompleteCustomerData,
  env: Env,
): Outcome => {
  const filled = Object.fromEntries(
    lackingFields(state).flatMap((field) => {
      const value = given[field];
      return value === null || value === undefined ? [] : [[field, value]];
    }),
  );
  if (Object.keys(filled).length === 0) return decided([], []);
  const data = { ...state.customer.data, ...filled };
  return verifyCustomerData(state, { data, accepted: [], answers: [], complete: false }, env);
};
