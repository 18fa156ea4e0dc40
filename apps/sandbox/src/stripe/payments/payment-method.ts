import type Stripe from 'stripe';
import type { Instrument } from '../../state/records.ts';
import type { TestCard } from '../cards/test-card.ts';
import { cardByNumber, cardByToken } from '../cards/test-cards.ts';
import { ibanByToken } from '../cards/test-ibans.ts';
import { toBillingDetails } from '../http/common-fields.ts';
import { missing } from '../http/stripe-error.ts';
import { fingerprintOf, newId } from '../ids.ts';
import { cardPresentShape } from '../terminal/card-present.ts';
import type { Scope } from '../world.ts';

export interface CardEntry {
  readonly card: TestCard;
  readonly expMonth: number;
  readonly expYear: number;
  /** A security code was entered, so that the bank could check it. */
  readonly hasCvc: boolean;
}

type BillingDetails = Stripe.PaymentMethod.BillingDetails;

const cardShape = (
  { card, expMonth, expYear, hasCvc }: CardEntry,
  billing: BillingDetails,
): Stripe.PaymentMethod.Card => ({
  brand: card.brand,
  checks: {
    address_line1_check: billing.address?.line1 ? (card.checks?.line1 ?? 'pass') : null,
    address_postal_code_check: billing.address?.postal_code ? (card.checks?.postalCode ?? 'pass') : null,
    cvc_check: hasCvc ? (card.checks?.cvc ?? 'pass') : 'unchecked',
  },
  country: card.country,
  display_brand: card.brand,
  exp_month: expMonth,
  exp_year: expYear,
  fingerprint: fingerprintOf(card.number),
  funding: card.funding,
  generated_from: null,
  last4: card.number.slice(-4),
  networks: { available: [card.brand], preferred: null },
  regulated_status: 'unregulated',
  three_d_secure_usage: { supported: card.brand !== 'amex' },
  wallet: null,
});

const sepaShape = (iban: string): Stripe.PaymentMethod.SepaDebit => ({
  bank_code: iban.slice(4, 12),
  branch_code: '',
  country: iban.slice(0, 2),
  fingerprint: fingerprintOf(iban),
  generated_from: { charge: null, setup_attempt: null },
  last4: iban.slice(-4),
});

/** The year test cards expire in. */
export const nextYear = (scope: Scope): number => new Date(scope.now() * 1000).getUTCFullYear() + 1;

const create = (
  scope: Scope,
  source: Instrument['source'],
  details: Pick<Stripe.PaymentMethod, 'card' | 'card_present' | 'customer_balance' | 'sepa_debit' | 'type'>,
  billing: BillingDetails,
  metadata: Stripe.Metadata,
): Stripe.PaymentMethod => {
  const id = newId('pm');
  scope.tables.instruments.put({ id, source, readyForOffSession: false, spent: false });
  return scope.tables.paymentMethods.put({
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billing,
    created: scope.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    ...details,
  });
};

export const createCardMethod = (
  scope: Scope,
  entry: CardEntry,
  billing: BillingDetails = toBillingDetails(),
  metadata: Stripe.Metadata = {},
): Stripe.PaymentMethod =>
  create(
    scope,
    { type: 'card', number: entry.card.number },
    { type: 'card', card: cardShape(entry, billing) },
    billing,
    metadata,
  );

/** A card that was held to a reader; it pays once. */
export const createPresentMethod = (scope: Scope, card: TestCard): Stripe.PaymentMethod =>
  create(
    scope,
    { type: 'card', number: card.number },
    { type: 'card_present', card_present: cardPresentShape(card, nextYear(scope)) },
    toBillingDetails(),
    {},
  );

export const createSepaMethod = (
  scope: Scope,
  iban: string,
  billing: BillingDetails = toBillingDetails(),
  metadata: Stripe.Metadata = {},
): Stripe.PaymentMethod =>
  create(
    scope,
    { type: 'sepa_debit', iban },
    { type: 'sepa_debit', sepa_debit: sepaShape(iban) },
    billing,
    metadata,
  );

/** The customer's own money at Stripe, filled by bank transfer. */
export const createBalanceMethod = (
  scope: Scope,
  billing: BillingDetails = toBillingDetails(),
  metadata: Stripe.Metadata = {},
): Stripe.PaymentMethod =>
  create(
    scope,
    { type: 'customer_balance' },
    { type: 'customer_balance', customer_balance: {} },
    billing,
    metadata,
  );

const fromToken = (scope: Scope, token: string): Stripe.PaymentMethod | undefined => {
  const card = cardByToken(token);
  if (card) {
    return createCardMethod(scope, { card, expMonth: 8, expYear: nextYear(scope), hasCvc: false });
  }
  const iban = ibanByToken(token);
  if (!iban) return undefined;
  const billing = toBillingDetails({ name: 'Test Holder', email: 'holder@example.com' });
  return createSepaMethod(scope, iban, billing);
};

/** The payment method of an id; a test token such as `pm_card_visa` becomes a new one with an id of its own. */
export const requirePaymentMethod = (
  scope: Scope,
  idOrToken: string,
  param = 'payment_method',
): Stripe.PaymentMethod => {
  const method = scope.tables.paymentMethods.get(idOrToken) ?? fromToken(scope, idOrToken);
  if (!method) throw missing('PaymentMethod', idOrToken, param);
  return method;
};

/** What the test card behind a card method does. */
export const testCardOf = (scope: Scope, method: Stripe.PaymentMethod): TestCard | undefined => {
  const source = scope.tables.instruments.get(method.id)?.source;
  return source?.type === 'card' ? cardByNumber(source.number) : undefined;
};
