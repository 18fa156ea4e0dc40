import { checkCustomerData } from '../customers/checks/customer-checks.ts';
import type { CheckKey } from '../customers/checks/machine-check.ts';
import type { CustomerData, CustomerDataField } from '../customers/customer-data.ts';
import type { CheckItem, PaymentCase } from './payment-case.ts';

/** A machine check as a checklist item, and what a discrepancy about it would show. */
export interface CustomerCheck {
  readonly item: Pick<CheckItem, 'key' | 'state' | 'required' | 'code' | 'source' | 'detail'>;
  readonly found: string | null;
}

/** The field that a check looks at; the others look at several, and their evidence says what they found. */
const FIELD: Partial<Record<CheckKey, CustomerDataField>> = {
  email: 'email',
  phone: 'phone',
  'postal-code': 'postalCode',
  iban: 'iban',
  'vat-id': 'vatId',
};

/** The machine's checks of step 2 as checklist items. Each of them is required: what fails becomes a discrepancy. */
export const customerChecks = (state: PaymentCase, data: CustomerData): readonly CustomerCheck[] =>
  checkCustomerData(data, {
    required: state.definition.requiredCustomerFields,
    candidates: state.customer.duplicates,
  }).map(({ key, state: result, code, evidence: { source, detail } }) => {
    const field = FIELD[key];
    const found = field ? data[field] : detail;
    return {
      item: { key, state: result, required: true, code, source, detail },
      found: found === null ? null : String(found),
    };
  });
