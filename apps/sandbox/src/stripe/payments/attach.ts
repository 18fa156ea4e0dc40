import type Stripe from 'stripe';
import { cardError, invalidRequest } from '../http/stripe-error.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { failureOf } from './card-error.ts';
import { requirePaymentMethod, testCardOf } from './payment-method.ts';

/** Ties a payment method to a customer; a method that was used without one, or detached, cannot be tied again. */
export const attach = (scope: Scope, idOrToken: string, customer: string): Stripe.PaymentMethod => {
  const method = requirePaymentMethod(scope, idOrToken);
  if (method.customer === customer) return method;
  if (method.customer) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.', {
      param: 'payment_method',
    });
  }
  if (scope.tables.instruments.get(method.id)?.spent) {
    throw invalidRequest(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    );
  }
  const refused = testCardOf(scope, method);
  if (refused?.cannotBeSaved && refused.decline) throw cardError(failureOf(refused.decline, method));
  const attached = scope.tables.paymentMethods.put({ ...method, customer });
  emit(scope, 'payment_method.attached', attached);
  return attached;
};

export const detach = (scope: Scope, id: string): Stripe.PaymentMethod => {
  const method = requirePaymentMethod(scope, id, 'id');
  if (!method.customer) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  }
  const detached = scope.tables.paymentMethods.put({ ...method, customer: null });
  markSpent(scope, method.id);
  emit(scope, 'payment_method.detached', detached, { customer: method.customer });
  return detached;
};

/** A method used without a customer, or detached from one, is good for nothing afterwards. */
export const markSpent = (scope: Scope, id: string): void => {
  const instrument = scope.tables.instruments.get(id);
  if (instrument) scope.tables.instruments.put({ ...instrument, spent: true });
};
