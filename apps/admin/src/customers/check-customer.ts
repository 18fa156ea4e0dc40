import type { CustomerErrorCode } from '@zahlwerk/domain/customers/customer-data.schema';
import { type CustomerField, type CustomerFormValues, customerToInput } from './customer-form.ts';

export type CustomerProblems = Readonly<Partial<Record<CustomerField, CustomerErrorCode>>>;

/**
 * Checks a record with the very parser of the server, before it is sent. The numbering plans that it needs are
 * loaded now, not with the screen.
 */
export const checkCustomer = async (values: CustomerFormValues): Promise<CustomerProblems> => {
  const { customerDataSchema } = await import('@zahlwerk/domain/customers/customer-data.schema');
  const parsed = customerDataSchema.safeParse(customerToInput(values));
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
};
