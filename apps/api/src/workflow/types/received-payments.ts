import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { offeredResolutions, postedBy } from '@zahlwerk/domain/workflow/offered-resolutions';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { unconfirmedPayments } from '@zahlwerk/domain/workflow/progress';
import type { ReceivedPayment, ResolutionOffer } from './amounts.type.ts';

/** The resolutions that fit a payment, or the unpaid rest where none is named, for whoever looks. */
export const offersOf = (
  state: PaymentCase,
  viewer: Actor | null,
  paymentId?: string,
): readonly ResolutionOffer[] => {
  const payment = unconfirmedPayments(state).find(({ id }) => id === paymentId);
  if (paymentId && !payment) return [];
  return offeredResolutions(state, payment, viewer ?? undefined).map((offer) => ({
    ...offer,
    currency: state.amountDue.currency,
    lines: postedBy(state, offer),
  }));
};

/** What has arrived for a case, oldest first, with how each payment can be matched now. */
export const receivedPayments = (state: PaymentCase, viewer: Actor | null): readonly ReceivedPayment[] =>
  [...state.payments]
    .sort((a, b) => a.bookedAt.getTime() - b.bookedAt.getTime())
    .map((payment) => ({ payment, offers: offersOf(state, viewer, payment.id) }));
