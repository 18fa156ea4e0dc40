import type { CaptureMode } from '@zahlwerk/domain/workflow/definition';
import type Stripe from 'stripe';

/** The frozen parameters of an attempt, as they were recorded with it; amounts in minor units. */
export interface CheckoutIntent {
  readonly organizationId: string;
  readonly caseId: string;
  readonly attemptId: string;
  readonly reference: string;
  readonly minor: bigint;
  readonly currency: string;
  readonly methodType: 'CARD' | 'SEPA_DEBIT';
  readonly capture: CaptureMode;
  readonly locale: 'de' | 'en';
  readonly email: string | null;
  readonly customerRef: string | null;
  readonly returnUrl: string;
}

/** What is only to be reserved; everything else is captured as the provider does by default. */
export const captureMethodOf = (capture: CaptureMode): { capture_method?: 'manual' } =>
  capture === 'MANUAL' ? { capture_method: 'manual' } : {};

export const METHOD = { CARD: 'card', SEPA_DEBIT: 'sepa_debit' } as const;

/**
 * Opens the provider's hosted page for one attempt. The attempt's id is the idempotency key, so that a repeated call,
 * after a lost answer too, leads to the same page.
 */
export const createCheckout = (stripe: Stripe, intent: CheckoutIntent): Promise<Stripe.Checkout.Session> => {
  const metadata = {
    organizationId: intent.organizationId,
    caseId: intent.caseId,
    attemptId: intent.attemptId,
    reference: intent.reference,
  };
  return stripe.checkout.sessions.create(
    {
      mode: 'payment',
      allowed_payment_method_types: [METHOD[intent.methodType]],
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: intent.currency.toLowerCase(),
            unit_amount: Number(intent.minor),
            product_data: { name: intent.reference },
          },
        },
      ],
      payment_intent_data: { metadata, description: intent.reference, ...captureMethodOf(intent.capture) },
      metadata,
      client_reference_id: intent.reference,
      locale: intent.locale,
      success_url: `${intent.returnUrl}?returned=1`,
      cancel_url: intent.returnUrl,
      ...customerOf(intent),
    },
    { idempotencyKey: intent.attemptId },
  );
};

const customerOf = ({ customerRef, email }: CheckoutIntent) => {
  if (customerRef) return { customer: customerRef };
  return email ? { customer_email: email } : {};
};

/** What of an intent is needed to tell how an attempt stands: the charge and its balance transaction come along. */
export const TELLING = 'latest_charge.balance_transaction';

export const fetchIntent = (stripe: Stripe, id: string): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.retrieve(id, { expand: [TELLING] });

interface AttemptRefs {
  readonly sessionRef: string | null;
  readonly providerRef: string | null;
}

const intentOf = ({ payment_intent: intent }: Stripe.Checkout.Session): string | null =>
  typeof intent === 'string' ? intent : (intent?.id ?? null);

/**
 * Ends an attempt at the provider, so that its page can no longer be paid and nothing stays reserved for it. Being over
 * already is fine. An open page takes its intent along when it expires.
 */
export const cancelCheckout = async (
  stripe: Stripe,
  { sessionRef, providerRef }: AttemptRefs,
): Promise<void> => {
  const session = sessionRef ? await stripe.checkout.sessions.retrieve(sessionRef) : null;
  if (session?.status === 'open') return void (await stripe.checkout.sessions.expire(session.id));
  const intentId = providerRef ?? (session ? intentOf(session) : null);
  if (!intentId || session?.status === 'expired') return;
  const { status } = await stripe.paymentIntents.retrieve(intentId);
  // Of a page that was gone through only what it has reserved is still ours to end.
  if (session ? status === 'requires_capture' : status !== 'succeeded' && status !== 'canceled')
    await stripe.paymentIntents.cancel(intentId);
};

/** Paid, or with its money under way: nothing at the provider stops it any more. */
const PAYING: readonly Stripe.PaymentIntent.Status[] = ['processing', 'succeeded'];

/** Whether the customer has been faster than whoever has canceled this attempt here. */
export const isPaying = async (
  stripe: Stripe,
  { sessionRef, providerRef }: AttemptRefs,
): Promise<boolean> => {
  const session = sessionRef ? await stripe.checkout.sessions.retrieve(sessionRef) : null;
  const intentId = providerRef ?? (session ? intentOf(session) : null);
  const intent = intentId ? await stripe.paymentIntents.retrieve(intentId) : null;
  return intent !== null && PAYING.includes(intent.status);
};
