/** What the bank disputes a card payment for, with the code Visa knows it by (docs.stripe.com/disputes/categories). */
const VISA_CODES = {
  credit_not_processed: '13.6',
  duplicate: '12.6.1',
  fraudulent: '10.4',
  general: '13.5',
  noncompliant: null,
  product_not_received: '13.1',
  product_unacceptable: '13.3',
  subscription_canceled: '13.2',
  unrecognized: '10.4',
} as const satisfies Record<string, string | null>;

/** Why a bank debit comes back after it was paid. */
const DEBIT_REASONS = [
  'customer_initiated',
  'debit_not_authorized',
  'insufficient_funds',
  'incorrect_account_details',
  'bank_cannot_process',
] as const;

export type CardReason = keyof typeof VISA_CODES;
export type DebitReason = (typeof DEBIT_REASONS)[number];

/** How a dispute begins; test cards and the lever say it. */
export interface DisputePlan {
  readonly reason: CardReason | DebitReason;
  /** The bank only asks; no money leaves yet. */
  readonly inquiry?: boolean;
  /** Minor units; everything that is left of the charge when missing. */
  readonly amount?: number;
  /** The evidence rules of the card networks that apply beside the ordinary ones. */
  readonly eligibility?: 'visa_compelling_evidence_3' | 'visa_compliance' | 'mastercard_compliance';
}

export const CARD_REASONS = Object.keys(VISA_CODES) as CardReason[];
export const isCardReason = (value: unknown): value is CardReason =>
  CARD_REASONS.some((reason) => reason === value);
export const isDebitReason = (value: unknown): value is DebitReason =>
  DEBIT_REASONS.some((reason) => reason === value);

export const networkCodeOf = (reason: string): string | null =>
  isCardReason(reason) ? VISA_CODES[reason] : null;
