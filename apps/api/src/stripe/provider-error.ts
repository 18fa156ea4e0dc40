import Stripe from 'stripe';

const { StripeAPIError, StripeAuthenticationError, StripeConnectionError } = Stripe.errors;
const { StripeError, StripeIdempotencyError, StripePermissionError, StripeRateLimitError } = Stripe.errors;
const { StripeInvalidRequestError } = Stripe.errors;

/** The provider cannot be reached, is overloaded or has broken down: the same call may succeed a little later. */
export const isAway = (error: unknown): boolean =>
  error instanceof StripeConnectionError ||
  error instanceof StripeAPIError ||
  error instanceof StripeRateLimitError;

/** The provider no longer accepts the key that the business has connected, or not for this. */
export const isKeyRefused = (error: unknown): boolean =>
  error instanceof StripeAuthenticationError || error instanceof StripePermissionError;

/**
 * The provider has answered to this idempotency key once and for all, and not with what was asked for: a breakdown that
 * it replays for a day, or other parameters. Another key is needed.
 */
export const isKeySpent = (error: unknown): boolean =>
  error instanceof StripeIdempotencyError ||
  (error instanceof StripeError && isAway(error) && error.headers?.['idempotent-replayed'] === 'true');

/** Why the provider will never carry out what was asked; null where nobody knows what became of it. */
export const refusalOf = (error: unknown): { readonly code: string; readonly message: string } | null =>
  error instanceof StripeInvalidRequestError && error.statusCode === 400
    ? { code: error.code ?? 'invalid_request', message: error.message }
    : null;
