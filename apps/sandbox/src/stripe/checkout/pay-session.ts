import type Stripe from 'stripe';
import type { Payer } from '../../state/records.ts';
import { attemptPayment } from '../payments/attempt-payment.ts';
import { attemptSetup } from '../payments/attempt-setup.ts';
import type { Acceptance } from '../payments/mandates.ts';
import { createCustomer } from '../resources/customers.ts';
import { blankIntent } from '../resources/payment-intent-shape.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, unschedule } from '../world.ts';

const CHECKOUT_TYPES = ['card', 'sepa_debit', 'customer_balance'] as const;
/** The ways to pay that the hosted page offers. */
export type CheckoutType = (typeof CHECKOUT_TYPES)[number];
export const isCheckoutType = (type: string | undefined): type is CheckoutType =>
  CHECKOUT_TYPES.some((known) => known === type);

const DONE = ['succeeded', 'processing', 'requires_capture'];

/** A transfer that is asked for ends the session; the money comes later. */
const isDone = (intent: Stripe.PaymentIntent | Stripe.SetupIntent): boolean =>
  DONE.includes(intent.status) || intent.next_action?.type === 'display_bank_transfer_instructions';

export const intentOf = (
  scope: Scope,
  session: Stripe.Checkout.Session,
): Stripe.PaymentIntent | Stripe.SetupIntent | undefined => {
  if (typeof session.payment_intent === 'string')
    return scope.tables.paymentIntents.get(session.payment_intent);
  return typeof session.setup_intent === 'string'
    ? scope.tables.setupIntents.get(session.setup_intent)
    : undefined;
};

const detailsOf = (payer: Payer): Stripe.Checkout.Session.CustomerDetails => ({
  address: payer.address,
  business_name: null,
  email: payer.email,
  individual_name: null,
  name: payer.name,
  phone: payer.phone,
  tax_exempt: 'none',
  tax_ids: [],
});

/** Completes the session once its intent has gone through; otherwise leaves it open for another try. */
export const completeIfDone = (scope: Scope, id: string): Stripe.Checkout.Session | undefined => {
  const session = scope.tables.checkoutSessions.get(id);
  const intent = session && intentOf(scope, session);
  if (session?.status !== 'open' || !intent || !isDone(intent)) return session;
  unschedule(scope, 'checkout_session.expire', id);
  const payer = scope.tables.sessionPlans.get(id)?.payer;
  const complete = scope.tables.checkoutSessions.put({
    ...session,
    status: 'complete',
    payment_status:
      session.mode === 'setup' ? 'no_payment_required' : intent.status === 'succeeded' ? 'paid' : 'unpaid',
    customer_details: payer ? detailsOf(payer) : null,
    url: null,
  });
  emit(scope, 'checkout.session.completed', complete);
  return complete;
};

/** Stripe makes the PaymentIntent of a session only when its customer first tries to pay. */
const paymentIntentOf = (scope: Scope, session: Stripe.Checkout.Session): Stripe.PaymentIntent => {
  const known =
    typeof session.payment_intent === 'string'
      ? scope.tables.paymentIntents.get(session.payment_intent)
      : undefined;
  if (known) return known;
  const {
    request_three_d_secure: threeDSecure,
    transfer_country: country,
    ...planned
  } = scope.tables.sessionPlans.get(session.id)?.intent ?? {};
  const intent = scope.tables.paymentIntents.put(
    blankIntent(scope, {
      ...planned,
      amount: session.amount_total ?? 0,
      currency: session.currency ?? 'eur',
      allowed_payment_method_types: session.payment_method_types.filter((type): type is CheckoutType =>
        isCheckoutType(type),
      ),
      ...(typeof session.customer === 'string' ? { customer: session.customer } : {}),
      payment_method_options: {
        ...(threeDSecure ? { card: { request_three_d_secure: threeDSecure } } : {}),
        ...(country
          ? {
              customer_balance: {
                funding_type: 'bank_transfer',
                bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country } },
              },
            }
          : {}),
      },
    }),
  );
  scope.tables.checkoutSessions.put({ ...session, payment_intent: intent.id });
  emit(scope, 'payment_intent.created', intent);
  return intent;
};

const withCustomer = (
  scope: Scope,
  session: Stripe.Checkout.Session,
  payer: Payer,
  isNeeded: boolean,
): Stripe.Checkout.Session => {
  if (session.customer || (session.customer_creation !== 'always' && !isNeeded)) return session;
  const customer = createCustomer(scope, {
    name: payer.name,
    ...(payer.email ? { email: payer.email } : {}),
    ...(payer.phone ? { phone: payer.phone } : {}),
  });
  return scope.tables.checkoutSessions.put({ ...session, customer: customer.id });
};

/** One try of the customer to pay, or to save a method, on the hosted page. */
export const paySession = (
  scope: Scope,
  open: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
  payer: Payer,
  acceptance: Acceptance,
): void => {
  const plan = scope.tables.sessionPlans.get(open.id);
  if (plan) scope.tables.sessionPlans.put({ ...plan, payer });
  const session = withCustomer(scope, open, payer, method.type === 'customer_balance');
  const options = { returnUrl: open.url, checkoutSession: open.id, acceptance };
  if (session.mode === 'setup') {
    const setup =
      typeof session.setup_intent === 'string'
        ? scope.tables.setupIntents.get(session.setup_intent)
        : undefined;
    if (setup) attemptSetup(scope, setup, method, options);
  } else {
    attemptPayment(scope, paymentIntentOf(scope, session), method, {
      ...options,
      offSession: false,
      errorOnRequiresAction: false,
    });
  }
  completeIfDone(scope, open.id);
};

/** Where the customer goes when he is done. */
export const successUrlOf = (session: Stripe.Checkout.Session): string =>
  (session.success_url ?? '/').replaceAll(/\{CHECKOUT_SESSION_ID\}|%7BCHECKOUT_SESSION_ID%7D/g, session.id);
