import type { MethodDraft } from '@zahlwerk/domain/workflow/decision';
import type Stripe from 'stripe';

/** A card may be charged until the last day of its month of expiry. */
const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** What is kept of a stored means of payment: no card number, no whole IBAN. */
export const toMethod = (
  method: Stripe.PaymentMethod,
): Omit<MethodDraft, 'id' | 'providerAccountId' | 'singleChannel' | 'mandateRef'> => {
  const { card, sepa_debit: debit } = method;
  return {
    reference: method.id,
    type: debit ? 'SEPA_DEBIT' : 'CARD',
    holder: method.billing_details.name,
    brand: card?.brand ?? null,
    last4: card?.last4 ?? debit?.last4 ?? null,
    expiresOn: card ? lastDayOf(card.exp_year, card.exp_month) : null,
    fingerprint: card?.fingerprint ?? debit?.fingerprint ?? null,
  };
};
