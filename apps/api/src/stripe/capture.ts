import Stripe from 'stripe';
import { createOnce } from './create-once.ts';
import { refusalOf } from './provider-error.ts';

/** A recorded capture as it is sent: its own id is the key, the amount was frozen with it. */
export interface CaptureOrder {
  readonly captureId: string;
  readonly intentId: string;
  readonly minor: bigint;
}

type OfIntent = Pick<CaptureOrder, 'intentId'>;

/** Whether an intent still holds what was reserved with it. */
export const isHeld = async (stripe: Stripe, { intentId }: OfIntent): Promise<boolean> =>
  (await stripe.paymentIntents.retrieve(intentId)).status === 'requires_capture';

/**
 * Collects what an intent holds, or a part of it, and gives the rest back. One that holds nothing any more is left alone.
 * The provider takes an intent once, whatever the key.
 */
export const captureIntent = async (stripe: Stripe, order: CaptureOrder): Promise<void> => {
  if (!(await isHeld(stripe, order))) return;
  await createOnce(order.captureId, (options) =>
    stripe.paymentIntents.capture(order.intentId, { amount_to_capture: Number(order.minor) }, options),
  );
};

/** Why the provider, or the bank behind it, will not collect; null where nobody knows what became of it. */
export const captureRefusal = (error: unknown): ReturnType<typeof refusalOf> =>
  error instanceof Stripe.errors.StripeCardError
    ? { code: error.decline_code ?? error.code ?? 'card_error', message: error.message }
    : refusalOf(error);
