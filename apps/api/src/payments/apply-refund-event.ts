import type Stripe from 'stripe';
import { reportRefund } from '../stripe/refunds.ts';
import type { Workshop } from '../workflow/workshop.ts';
import type { Applied } from './apply-intent.ts';
import { applyToPayment } from './apply-to-payment.ts';
import type { Origin } from './find-payment.ts';

/** Applies how a refund stands at the provider to the refund it is about, or takes in one that was made there. */
export const applyRefundOf = (workshop: Workshop, origin: Origin, refund: Stripe.Refund): Promise<Applied> =>
  applyToPayment(workshop, origin, refund, (paymentId) => ({
    name: 'applyRefund',
    input: { ...reportRefund(refund), paymentId },
  }));
