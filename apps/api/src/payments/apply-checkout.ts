import { canceledReport } from '@zahlwerk/domain/payments/apply-attempt';
import type Stripe from 'stripe';
import type { StripeAccounts } from '../stripe/accounts.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { type Applied, applyIntent, applyReport, type IntentRef } from './apply-intent.ts';

const idOf = (reference: string | { readonly id: string } | null): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);

/** Applies how a hosted page for a payment stands: by its PaymentIntent once there is one; expired, its attempt is over. */
export const applyCheckout = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  ref: Omit<IntentRef, 'intentId'>,
  checkout: Stripe.Checkout.Session,
): Promise<Applied> => {
  const intentId = idOf(checkout.payment_intent);
  if (intentId) return applyIntent(workshop, accounts, { ...ref, intentId });
  const { attemptId, caseId } = checkout.metadata ?? {};
  if (!attemptId || !caseId) return 'NOT_OURS';
  if (checkout.status !== 'expired') return 'APPLIED';
  await applyReport(workshop, ref.organizationId, caseId, canceledReport(attemptId), ref.cause);
  return 'APPLIED';
};
