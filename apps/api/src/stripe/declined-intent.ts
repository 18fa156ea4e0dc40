import Stripe from 'stripe';

/** The PaymentIntent that an error of the provider is about: a decline is an answer too. Null for any other error. */
export const intentOfError = (error: unknown): string | null =>
  error instanceof Stripe.errors.StripeError ? (error.payment_intent?.id ?? null) : null;
