import type Stripe from 'stripe';
import type { Decline } from '../cards/decline.ts';
import { docUrl } from '../http/stripe-error.ts';

/** What an intent remembers of its last failure; the error answered to the caller says the same. */
export type CardFailure = Omit<
  Stripe.PaymentIntent.LastPaymentError,
  'payment_intent' | 'setup_intent' | 'source'
>;

/** A decline as error object; `charge` only where money was asked for. */
export const failureOf = (decline: Decline, method: Stripe.PaymentMethod, charge?: string): CardFailure => ({
  ...(decline.adviceCode ? { advice_code: decline.adviceCode } : {}),
  ...(charge ? { charge } : {}),
  code: decline.code,
  decline_code: decline.declineCode,
  doc_url: docUrl(decline.code),
  message: decline.message,
  ...(decline.param ? { param: decline.param } : {}),
  payment_method: method,
  type: 'card_error',
});

/** The customer did not pass (or left) the 3-D Secure challenge. */
export const authenticationFailure = (
  method: Stripe.PaymentMethod,
  intent: 'payment_intent' | 'setup_intent',
): CardFailure => ({
  code: `${intent}_authentication_failure`,
  doc_url: docUrl(`${intent}_authentication_failure`),
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  payment_method: method,
  type: 'invalid_request_error',
});
