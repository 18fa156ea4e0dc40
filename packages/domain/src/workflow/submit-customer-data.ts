import type { CustomerData } from '../customers/customer-data.ts';
import { decided, type Env, type Outcome } from './decision.ts';
import type { PaymentCase } from './payment-case.ts';
import { verifyCustomerData } from './steps/verify-customer-data.ts';

export interface SubmitCustomerData {
  readonly data: CustomerData;
  /** The link over which the customer was asked; it is used up by the answer. */
  readonly linkId: string;
}

/** The customer's own answer to a data request: the data are checked at once, and the machine goes on when they are clean. */
export const submitCustomerData = (
  state: PaymentCase,
  { data, linkId }: SubmitCustomerData,
  env: Env,
): Outcome => {
  const verified = verifyCustomerData(state, { data, accepted: [], answers: [], complete: false }, env);
  if (!verified.ok) return verified;
  return decided([...verified.changes, { type: 'use-link', id: linkId }], verified.events);
};
