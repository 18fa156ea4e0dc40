import type { PaymentCase } from './payment-case.ts';

/** Mail can reach the customer; an address that has bounced counts as none until somebody changes it. */
export const isDeliverable = ({ customer }: PaymentCase): boolean =>
  customer.data.email !== null && !customer.emailBounced;
