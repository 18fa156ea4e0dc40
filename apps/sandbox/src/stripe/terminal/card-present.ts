import type Stripe from 'stripe';
import type { TestCard } from '../cards/test-card.ts';
import { fingerprintOf } from '../ids.ts';

const READ_METHOD = 'contactless_emv';

/** A card as a reader reads it. */
export const cardPresentShape = (card: TestCard, expYear: number): Stripe.PaymentMethod.CardPresent => ({
  brand: card.brand,
  brand_product: null,
  cardholder_name: null,
  country: card.country,
  exp_month: 8,
  exp_year: expYear,
  fingerprint: fingerprintOf(card.number),
  funding: card.funding,
  last4: card.number.slice(-4),
  networks: { available: [card.brand], preferred: null },
  offline: null,
  preferred_locales: ['de', 'en'],
  read_method: card.pin ? 'contact_emv' : READ_METHOD,
});

export interface PresentedCard {
  readonly card: Stripe.PaymentMethod.CardPresent;
  readonly pin: TestCard['pin'];
  readonly amountAuthorized: number | null;
  readonly captureBefore: number | null;
  /** The card saved for later, when the payment asked for it. */
  readonly generatedCard: string | null;
  readonly reader: string | null;
  readonly location: string | null;
}

/** What a charge at a reader shows of card and receipt. */
export const cardPresentDetails = (given: PresentedCard): Stripe.Charge.PaymentMethodDetails.CardPresent => {
  const { card, amountAuthorized } = given;
  const approved = amountAuthorized !== null;
  return {
    amount_authorized: amountAuthorized,
    brand: card.brand,
    brand_product: null,
    ...(given.captureBefore === null ? {} : { capture_before: given.captureBefore }),
    cardholder_name: null,
    country: card.country,
    emv_auth_data: approved ? '8A023030' : null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint,
    funding: card.funding,
    generated_card: given.generatedCard,
    incremental_authorization_supported: false,
    last4: card.last4,
    ...(given.location ? { location: given.location } : {}),
    network: card.brand,
    network_transaction_id: approved ? '2345678901' : null,
    offline: null,
    overcapture_supported: false,
    preferred_locales: card.preferred_locales,
    read_method: card.read_method,
    ...(given.reader ? { reader: given.reader } : {}),
    receipt: {
      account_type: card.funding === 'debit' ? 'checking' : 'credit',
      application_cryptogram: 'D3F1B2A4C5E69788',
      application_preferred_name: String(card.brand).toUpperCase(),
      authorization_code: approved ? '123456' : null,
      authorization_response_code: approved ? '3030' : '3531',
      cardholder_verification_method: given.pin ?? 'approval',
      dedicated_file_name: 'A000000003101001',
      terminal_verification_results: '0000000000',
      transaction_status_information: '0000',
    },
  };
};
