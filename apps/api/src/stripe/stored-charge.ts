import type Stripe from 'stripe';
import { type CheckoutIntent, captureMethodOf, METHOD } from './checkout.ts';

/** The frozen parameters of a charge of a stored method. */
export interface StoredCharge
  extends Pick<
    CheckoutIntent,
    'organizationId' | 'caseId' | 'attemptId' | 'reference' | 'minor' | 'currency' | 'methodType' | 'capture'
  > {
  /** The provider's customer and the method that is stored there. */
  readonly customerRef: string;
  readonly methodRef: string;
}

/**
 * Charges a stored method while its owner is away. The attempt's id is the key: a repeated call, after a lost answer too,
 * is answered with the same charge. The mandate of a debit is the one that was given when its account was stored.
 */
export const createStoredCharge = (stripe: Stripe, charge: StoredCharge): Promise<Stripe.PaymentIntent> => {
  const { organizationId, caseId, attemptId, reference } = charge;
  return stripe.paymentIntents.create(
    {
      amount: Number(charge.minor),
      currency: charge.currency.toLowerCase(),
      customer: charge.customerRef,
      payment_method: charge.methodRef,
      allowed_payment_method_types: [METHOD[charge.methodType]],
      off_session: true,
      confirm: true,
      description: reference,
      ...captureMethodOf(charge.capture),
      metadata: { organizationId, caseId, attemptId, reference },
    },
    { idempotencyKey: attemptId },
  );
};

/**
 * The charge that the provider has already got from us; null when it has none. Looked for before it is sent again, because
 * an idempotency key is forgotten after a day.
 */
export const findStoredCharge = async (
  stripe: Stripe,
  { customerRef, attemptId }: Pick<StoredCharge, 'customerRef' | 'attemptId'>,
): Promise<Stripe.PaymentIntent | null> => {
  for await (const intent of stripe.paymentIntents.list({ customer: customerRef, limit: 100 }))
    if (intent.metadata.attemptId === attemptId) return intent;
  return null;
};
