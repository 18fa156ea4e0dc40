import type Stripe from 'stripe';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchIntent, TELLING } from '../stripe/checkout.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { type Applied, applyIntent } from './apply-intent.ts';
import type { Origin } from './find-payment.ts';

export interface Applying {
  readonly workshop: Workshop;
  readonly accounts: StripeAccounts;
  readonly origin: Origin;
  readonly objectId: string;
  /** The PaymentIntent that the object is said to belong to; null when nobody has said so. */
  readonly paymentRef: string | null;
  /** What has been looked at already since all of this was told. */
  readonly looks: Looks;
}

/** How a payment stands, and what became of applying it. */
interface Look {
  readonly intent: Stripe.PaymentIntent;
  readonly applied: Applied;
}

/**
 * The looks at payments of one piece of work. Providers tell one success in several events at once: those that were told
 * before a look began are answered by it.
 */
export type Looks = Map<string, Promise<Look>>;

export const stripeOf = async ({ accounts, origin }: Applying): Promise<Stripe> =>
  (await accounts.open(origin.organizationId, origin.providerAccountId)).stripe;

/** Asks how a payment stands and applies it, unless this piece of work has done so. */
export const lookAtPayment = (
  applying: Applying,
  intentId: string,
  fetched?: Stripe.PaymentIntent,
): Promise<Look> => {
  const { workshop, accounts, origin, looks } = applying;
  const key = `${origin.providerAccountId} ${intentId}`;
  const begin = async (): Promise<Look> => {
    const intent = fetched ?? (await fetchIntent(await stripeOf(applying), intentId));
    return {
      intent,
      applied: await applyIntent(workshop, accounts, { ...origin, intentId, fetched: intent }),
    };
  };
  const known = looks.get(key) ?? begin();
  looks.set(key, known);
  return known;
};

interface ChargeLook {
  readonly found: Stripe.Charge;
  readonly applied: Applied;
}

/** By the payment that it is said to belong to, which has it at hand; else by itself. Null for one without a payment. */
export const lookAtCharge = async (applying: Applying): Promise<ChargeLook | null> => {
  const { objectId, paymentRef } = applying;
  if (paymentRef) {
    const { intent: of, applied } = await lookAtPayment(applying, paymentRef);
    const { latest_charge: latest } = of;
    if (latest && typeof latest !== 'string' && latest.id === objectId) return { found: latest, applied };
  }
  const stripe = await stripeOf(applying);
  const found = await stripe.charges.retrieve(objectId, { expand: [`payment_intent.${TELLING}`] });
  const { payment_intent: of } = found;
  if (!of) return null;
  const { applied } =
    typeof of === 'string' ? await lookAtPayment(applying, of) : await lookAtPayment(applying, of.id, of);
  return { found, applied };
};
