import type Stripe from 'stripe';

/** What is kept of a stored means of payment: no card number, no whole IBAN. */
export interface StoredMethodColumns {
  readonly reference: string;
  readonly type: 'CARD' | 'SEPA_DEBIT';
  readonly holder: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  /** Last day on which a card may be charged: the last of its month of expiry. */
  readonly expiresOn: string | null;
  readonly fingerprint: string | null;
}

const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

export const toMethod = (method: Stripe.PaymentMethod): StoredMethodColumns => {
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
