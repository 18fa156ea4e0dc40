import type Stripe from 'stripe';
import { type CheckoutIntent, METHOD } from './checkout.ts';

/** The frozen parameters of an attempt inside an app: nothing that could change between two tries with its key. */
export type AppIntent = Pick<
  CheckoutIntent,
  'organizationId' | 'caseId' | 'attemptId' | 'reference' | 'minor' | 'currency' | 'methodType'
>;

/**
 * The PaymentIntent of an attempt that an app confirms with its publishable key and the client secret. The attempt's id
 * is the key, so that a repeated call, after a lost answer too, gets the same one.
 */
export const createAppIntent = (stripe: Stripe, intent: AppIntent): Promise<Stripe.PaymentIntent> => {
  const { organizationId, caseId, attemptId, reference } = intent;
  return stripe.paymentIntents.create(
    {
      amount: Number(intent.minor),
      currency: intent.currency.toLowerCase(),
      allowed_payment_method_types: [METHOD[intent.methodType]],
      description: reference,
      metadata: { organizationId, caseId, attemptId, reference },
    },
    { idempotencyKey: attemptId },
  );
};
