import type { BankAccount, Seller } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';

/** The business that writes. A `Seller` fits, so the letterhead of invoices and mails is one and the same. */
export type Business = Pick<
  Seller,
  | 'name'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'email'
  | 'phone'
  | 'website'
  | 'register'
  | 'management'
  | 'taxNumber'
  | 'vatId'
>;

/** What every message to a customer needs. */
export interface ToCustomer {
  readonly business: Business;
  /** As it is to be greeted; null greets without a name. */
  readonly customerName: string | null;
  /** Marks the message as a test in subject and text: no money moves. */
  readonly isTest: boolean;
}

export type Tone = 'neutral' | 'ok' | 'warn' | 'bad';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A SEPA transfer to the business, in words and, when the amount is in euros, as GiroCode. */
export interface TransferBlock {
  readonly type: 'transfer';
  readonly title: string;
  readonly account: BankAccount;
  readonly amount: Money;
  readonly reference: string;
}

export interface LinkTo {
  readonly label: string;
  readonly url: string;
}

/** What a message consists of. HTML and plain text are two settings of the same blocks, so they cannot disagree. */
export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  /** The one figure that matters. */
  | { readonly type: 'amount'; readonly label: string; readonly value: string; readonly note: string | null }
  | { readonly type: 'facts'; readonly rows: readonly Fact[] }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'note'; readonly tone: Tone; readonly text: string }
  | ({ readonly type: 'button'; readonly rank: 'primary' | 'secondary' } & LinkTo)
  | { readonly type: 'choices'; readonly question: string; readonly options: readonly LinkTo[] }
  | TransferBlock;

/** A composed message, before it is set as HTML and plain text. */
export interface Mail {
  readonly business: Business;
  readonly audience: 'CUSTOMER' | 'TEAM';
  readonly isTest: boolean;
  readonly subject: string;
  /** The line that inboxes show behind the subject. */
  readonly preview: string;
  readonly status: { readonly tone: Tone; readonly word: string } | null;
  readonly title: string;
  readonly greeting: string;
  readonly blocks: readonly Block[];
}

/** Composes a message from its facts. Pure: the same props give the same mail, so a retry sends the same bytes. */
export type Template<TProps> = (props: TProps, locale: Locale) => Mail;
