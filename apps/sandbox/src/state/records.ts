import type Stripe from 'stripe';
import type { TransferCountry } from '../stripe/transfers/iban.ts';

/** What the test card or test IBAN behind a payment method does; Stripe never shows it. */
export interface Instrument {
  /** Id of the payment method. */
  readonly id: string;
  readonly source:
    | { readonly type: 'card'; readonly number: string }
    | { readonly type: 'sepa_debit'; readonly iban: string }
    | { readonly type: 'customer_balance' };
  /** Set up with authentication, so that charges off session need none. */
  readonly readyForOffSession: boolean;
  /** Used without a customer or detached from one: it can be neither attached nor charged again. */
  readonly spent: boolean;
}

/** One 3-D Secure challenge: the page a customer is sent to, and where he goes afterwards. */
export interface Challenge {
  readonly id: string;
  readonly intent: string;
  readonly returnUrl: string | null;
  readonly checkoutSession: string | null;
  readonly state: 'open' | 'completed' | 'failed' | 'abandoned';
}

/** What a Checkout session will do once its customer pays. */
export interface SessionPlan {
  /** Id of the Checkout session. */
  readonly id: string;
  readonly items: readonly WireLineItem[];
  /** What the PaymentIntent is created with. */
  readonly intent: PlannedIntent;
  /** What the customer has entered last. */
  readonly payer: Payer | null;
}

export interface PlannedIntent {
  readonly capture_method?: 'automatic' | 'automatic_async' | 'manual';
  readonly description?: string;
  readonly metadata?: Record<string, string>;
  readonly receipt_email?: string;
  readonly request_three_d_secure?: 'any' | 'automatic' | 'challenge';
  readonly setup_future_usage?: 'off_session' | 'on_session';
  readonly statement_descriptor?: string;
  readonly statement_descriptor_suffix?: string;
  readonly transfer_group?: string;
  /** Where a customer who pays by transfer is given an account. */
  readonly transfer_country?: TransferCountry;
}

export interface Payer {
  readonly email: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly address: Stripe.Address | null;
}

/** The SDK turns decimal strings into its own class; on the wire they are strings. */
export type WireLineItem = Omit<Stripe.LineItem, 'price'> & {
  price: Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null };
};

/** What a customer has transferred and no payment has used; minor units per currency. */
export interface CashAccount {
  /** Id of the customer. */
  readonly id: string;
  readonly available: Readonly<Record<string, number>>;
  readonly reconciliation: 'automatic' | 'manual' | 'merchant_default';
}

/** Which payout carried a balance transaction to the bank. */
export interface PayoutItem {
  /** Id of the balance transaction. */
  readonly id: string;
  readonly payout: string;
}

export interface DeliveryAttempt {
  /** Unix seconds on the virtual clock. */
  readonly at: number;
  /** HTTP status, or null when nothing answered. */
  readonly status: number | null;
  readonly error: string | null;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly endpoint: string;
  readonly state: 'pending' | 'held' | 'delivered' | 'dropped' | 'given_up';
  readonly attempts: readonly DeliveryAttempt[];
  /** Unix seconds on the virtual clock; null when there is no next try. */
  readonly nextTryAt: number | null;
  /** Deliveries are sent in this order; the reorder lever swaps it. */
  readonly order: number;
}

/** The first answer to an idempotency key. */
export interface IdempotencyRecord {
  /** Account and key. */
  readonly id: string;
  readonly endpoint: string;
  readonly parameters: string;
  readonly status: number;
  readonly body: string;
  readonly requestId: string;
  readonly created: number;
}

/** What can happen by itself; `stripe/due-work.ts` has a handler for each. */
export type DueKind =
  | 'checkout_session.expire'
  | 'payment_intent.expire_authorization'
  | 'payment_intent.settle_debit'
  | 'charge.book'
  | 'balance.release'
  | 'payout.run'
  | 'payout.reconcile'
  | 'payout.submit'
  | 'payout.arrive'
  | 'refund.settle'
  | 'dispute.open'
  | 'dispute.decide'
  | 'dispute.expire';

/** Something that happens by itself once the virtual clock reaches `at`. */
export interface DueWork {
  readonly id: string;
  readonly at: number;
  readonly kind: DueKind;
  readonly subject: string;
}

/** A form of a hosted page that was sent once, and where it led; a second sending leads there too. */
export interface SentForm {
  readonly id: string;
  readonly location: string;
}

export interface ClockSetting {
  readonly id: 'clock';
  /** Milliseconds the virtual clock runs ahead of real time. */
  readonly offsetMs: number;
  /** Real milliseconds at which the clock was stopped, or null while it runs. */
  readonly stoppedAtMs: number | null;
}

export type StoredBalanceSettings = Stripe.BalanceSettings & { readonly id: string };
export type StoredWebhookEndpoint = Stripe.WebhookEndpoint & { readonly secret: string };

export interface MailAttachment {
  readonly filename: string;
  /** Base64, as it was sent. */
  readonly content: string;
  readonly contentType: string;
  readonly contentId: string | null;
}

/** A mail the Resend stand-in has taken. */
export interface StoredMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly attachments: readonly MailAttachment[];
  readonly lastEvent: 'delivered' | 'bounced' | 'complained' | 'suppressed';
  /** Unix seconds on the virtual clock. */
  readonly created: number;
}

/** The mails a Resend idempotency key has brought about. */
export interface MailKey {
  readonly id: string;
  readonly request: string;
  readonly mails: readonly string[];
  /** Real milliseconds; Resend forgets a key after 24 hours. */
  readonly createdMs: number;
}
