import type { DisputePlan } from '../disputes/kinds.ts';
import type { Decline } from './decline.ts';

type Check = 'pass' | 'fail' | 'unavailable';

/** When a card asks for 3-D Secure, and how (docs.stripe.com/testing#three-d-secure). */
export type Authentication =
  /** Never, even when asked for. */
  | 'not_supported'
  /** Its bank takes no part in it: an attempt counts, no customer is asked. */
  | 'not_enrolled'
  /** Only when the merchant asks for it. */
  | 'optional'
  /** Always, but the bank knows its customer without asking. */
  | 'frictionless'
  /** On session always; off session unless it was set up with authentication. */
  | 'unless_set_up'
  /** On session; off session it counts as set up. */
  | 'already_set_up'
  /** Every time. */
  | 'required';

/** A documented test card and what it does. */
export interface TestCard {
  readonly number: string;
  /** The `pm_card_…` tokens that stand for it, each with the `tok_…` of the same name, and `tok_…` that have no such twin. */
  readonly tokens: readonly string[];
  readonly brand: 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay';
  readonly funding: 'credit' | 'debit' | 'prepaid';
  readonly country: string;
  readonly authentication: Authentication;
  /** What the bank answers to a charge. */
  readonly decline?: Decline;
  /** The bank refuses the card already when it is to be kept for a customer. */
  readonly cannotBeSaved?: true;
  /** Declined only when the card hangs on a customer. */
  readonly declineWhenSaved?: Decline;
  /** The challenge itself breaks down. */
  readonly authenticationFails?: true;
  readonly checks?: { readonly line1?: Check; readonly postalCode?: Check; readonly cvc?: Check };
  readonly risk?: 'elevated';
  /** The money is available at once. */
  readonly bypassesPending?: true;
  readonly refund?: 'pending' | 'fails';
  /** What the bank disputes once the charge has succeeded. */
  readonly disputes?: readonly DisputePlan[];
  readonly earlyFraudWarning?: true;
  /** Asked for at a reader. */
  readonly pin?: 'offline_pin' | 'online_pin';
}

type Extra = Partial<Omit<TestCard, 'number' | 'tokens'>>;

/** A Visa credit card from the United States that is paid, but for what `extra` says. */
export const card = (number: string, tokens: string, extra: Extra = {}): TestCard => ({
  number,
  tokens: tokens.split(' ').filter(Boolean),
  brand: 'visa',
  funding: 'credit',
  country: 'US',
  authentication: 'not_enrolled',
  ...extra,
});
