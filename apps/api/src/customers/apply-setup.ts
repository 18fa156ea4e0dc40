import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type Stripe from 'stripe';
import type { Applied } from '../payments/apply-intent.ts';
import type { Origin } from '../payments/find-payment.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchSetupMethod } from '../stripe/customers.ts';
import { toMethod } from '../stripe/payment-methods.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';

/** The customer has stored a new means of payment on the provider's page: it comes into use or goes to review (rule 24). */
export const applySetup = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  { organizationId, providerAccountId, cause }: Origin,
  checkout: Stripe.Checkout.Session,
): Promise<Applied> => {
  const { stripe } = await accounts.open(organizationId, providerAccountId);
  const stored = await fetchSetupMethod(stripe, checkout);
  const { caseId, customerId, linkId } = checkout.metadata ?? {};
  if (!caseId || !customerId || !linkId) return 'NOT_OURS';
  if (!stored) return 'APPLIED';
  const link = await withTenant(workshop.database, organizationId, (tx) =>
    tx.accessLink.findUnique({ where: { organizationId_id: { organizationId, id: linkId } } }),
  );
  const singleChannel = link?.codeChannel !== 'SMS';
  const { mandateRef } = stored;
  await transition(workshop, {
    organizationId,
    actor: SYSTEM,
    caseId,
    command: {
      name: 'replacePaymentMethod',
      input: {
        method: {
          ...toMethod(stored.method),
          id: workshop.newId(),
          mandateRef,
          providerAccountId,
          singleChannel,
        },
        linkId,
      },
    },
    expectedVersion: null,
    idempotency: null,
    cause,
  });
  return 'APPLIED';
};
