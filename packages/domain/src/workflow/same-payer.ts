import { customerName } from '../customers/customer-data.ts';
import { normalizeName } from '../customers/normalize-name.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';

/**
 * A payment that came through the case's own attempt was started on the customer's link and counts as the customer's,
 * as long as its holder does not speak against it; money seen elsewhere must come from the customer's account, or name the customer or the customer's company.
 */
export const isSamePayer = (state: PaymentCase, payment: CasePayment): boolean => {
  if (payment.attemptId) return true;
  const { data } = state.customer;
  if (payment.payerIban !== null && payment.payerIban === data.iban) return true;
  const payer = normalizeName(payment.payer ?? '');
  return (
    payer !== '' && [customerName(data), data.company ?? ''].some((name) => normalizeName(name) === payer)
  );
};
