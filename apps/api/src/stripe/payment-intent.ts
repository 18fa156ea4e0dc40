import type { AttemptVia } from '@zahlwerk/domain/workflow/payment-case';
import type Stripe from 'stripe';
import { type CheckoutIntent, captureMethodOf, METHOD } from './checkout.ts';

/** The frozen parameters of an attempt without a page: nothing that could change between two tries with its key. */
export type DirectIntent = Pick<
  CheckoutIntent,
  'organizationId' | 'caseId' | 'attemptId' | 'reference' | 'minor' | 'currency' | 'methodType' | 'capture'
> & { readonly via: Extract<AttemptVia, 'APP' | 'READER'> };

/**
 * The PaymentIntent of an attempt that an app confirms with its publishable key and the client secret, or that a reader
 * shows. The attempt's id is the key, so that a repeated call, after a lost answer too, gets the same one.
 */
export const createIntent = (stripe: Stripe, intent: DirectIntent): Promise<Stripe.PaymentIntent> => {
  const { organizationId, caseId, attemptId, reference, via } = intent;
  return stripe.paymentIntents.create(
    {
      amount: Number(intent.minor),
      currency: intent.currency.toLowerCase(),
      allowed_payment_method_types: [via === 'READER' ? 'card_present' : METHOD[intent.methodType]],
      description: reference,
      ...captureMethodOf(intent.capture),
      metadata: { organizationId, caseId, attemptId, reference },
    },
    { idempotencyKey: attemptId },
  );
};
