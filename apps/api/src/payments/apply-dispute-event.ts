import type Stripe from 'stripe';
import { reportDispute } from '../stripe/disputes.ts';
import type { Workshop } from '../workflow/workshop.ts';
import type { Applied } from './apply-intent.ts';
import { applyToPayment } from './apply-to-payment.ts';
import type { Origin } from './find-payment.ts';

/** Applies how a dispute stands at the provider, be it one that is known or a new one. */
export const applyDisputeOf = (
  workshop: Workshop,
  origin: Origin,
  dispute: Stripe.Dispute,
): Promise<Applied> =>
  applyToPayment(workshop, origin, dispute, (paymentId) => ({
    name: 'applyDispute',
    input: { ...reportDispute(dispute), paymentId },
  }));
