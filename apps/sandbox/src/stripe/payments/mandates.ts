import type Stripe from 'stripe';
import { invalidRequest, missing } from '../http/stripe-error.ts';
import { newId } from '../ids.ts';
import type { Scope } from '../world.ts';

export interface Acceptance {
  readonly acceptedAt: number | null;
  readonly type: 'online' | 'offline';
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** The customer's permission to debit his bank account. */
const createMandate = (
  scope: Scope,
  method: Stripe.PaymentMethod,
  acceptance: Acceptance,
  use:
    | { readonly type: 'multi_use' }
    | { readonly type: 'single_use'; readonly amount: number; readonly currency: string },
): Stripe.Mandate => {
  const id = newId('mandate');
  return scope.tables.mandates.put({
    id,
    object: 'mandate',
    customer_acceptance: {
      accepted_at: acceptance.acceptedAt ?? scope.now(),
      type: acceptance.type,
      ...(acceptance.type === 'online'
        ? { online: { ip_address: acceptance.ipAddress, user_agent: acceptance.userAgent } }
        : { offline: {} }),
    },
    livemode: false,
    ...(use.type === 'multi_use'
      ? { multi_use: {} }
      : { single_use: { amount: use.amount, currency: use.currency } }),
    payment_method: method.id,
    payment_method_details: {
      sepa_debit: {
        reference: id.slice('mandate_'.length, 'mandate_'.length + 16).toUpperCase(),
        url: `${scope.world.stripeUrl}/mandates/${id}`,
      },
      type: 'sepa_debit',
    },
    status: 'active',
    type: use.type,
  });
};

/** A mandate that may be used again for this bank account. */
const standingMandate = (scope: Scope, method: Stripe.PaymentMethod): Stripe.Mandate | undefined =>
  scope.tables.mandates
    .newestFirst()
    .find(
      (mandate) =>
        mandate.payment_method === method.id && mandate.type === 'multi_use' && mandate.status === 'active',
    );

/** The mandate a debit runs on: the one named, a new one by the acceptance given, or one that stands. */
export const mandateFor = (
  scope: Scope,
  method: Stripe.PaymentMethod,
  given: { readonly mandate?: string; readonly acceptance: Acceptance | null },
  use: Parameters<typeof createMandate>[3],
): Stripe.Mandate => {
  if (given.mandate !== undefined) {
    const named = scope.tables.mandates.get(given.mandate);
    if (!named) throw missing('mandate', given.mandate, 'mandate');
    return named;
  }
  if (given.acceptance) return createMandate(scope, method, given.acceptance, use);
  const standing = standingMandate(scope, method);
  if (standing) return standing;
  throw invalidRequest(
    'In order to confirm an intent with a `sepa_debit` payment method, a mandate is required: pass `mandate_data`, or `mandate` with one that was accepted before.',
    { param: 'mandate_data' },
  );
};
