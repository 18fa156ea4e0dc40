import { checkCustomerData } from '../customers/checks/customer-checks.ts';
import type { CustomerData } from '../customers/customer-data.ts';
import type { CheckItem, PaymentCase } from './payment-case.ts';

/** The machine's checks of step 2 as checklist items. Each of them is required: what fails becomes a discrepancy. */
export const customerChecks = (
  state: PaymentCase,
  data: CustomerData,
): readonly Pick<CheckItem, 'key' | 'state' | 'required' | 'code' | 'source' | 'detail'>[] =>
  checkCustomerData(data, {
    required: state.definition.requiredCustomerFields,
    candidates: state.customer.duplicates,
  }).map(({ key, state: result, code, evidence }) => ({
    key,
    state: result,
    required: true,
    code,
    source: evidence.source,
    detail: evidence.detail,
  }));
