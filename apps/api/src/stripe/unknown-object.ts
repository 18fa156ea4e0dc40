import Stripe from 'stripe';

/** True when the provider says that there is no such object on the account that was asked. */
export const isUnknownObject = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError && error.code === 'resource_missing';
