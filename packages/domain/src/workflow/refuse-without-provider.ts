import { unblockedBy } from './four-eyes.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';

/** Methods are stored and charged at the provider; without one nothing can be done with them. */
export const refuseWithoutProvider = ({ organization }: PaymentCase): Refusal | null => {
  if (organization.hasProvider) return null;
  const owners = organization.members.filter(({ role }) => role === 'OWNER');
  return { code: 'PROVIDER_NOT_CONNECTED', ...unblockedBy(owners) };
};
