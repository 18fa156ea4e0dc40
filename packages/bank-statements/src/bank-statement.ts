import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Money } from '@zahlwerk/domain/money/money';

/** What a bank calls the paper: a day's statement (camt.053), a report within the day (.052), a notice (.054), or a CSV list. */
export type StatementKind = 'STATEMENT' | 'REPORT' | 'NOTIFICATION' | 'LIST';

/** Only what is booked is money; the rest is what the bank expects or merely tells. */
export type EntryStatus = 'BOOKED' | 'PENDING' | 'INFORMATION';

export type Direction = 'CREDIT' | 'DEBIT';

/** The account of the business that the statement is about. */
export interface StatementAccount {
  readonly iban: string | null;
  /** What the bank calls the account where it names no IBAN. */
  readonly other: string | null;
  readonly currency: Currency | null;
}

export interface Balance {
  /** Negative for an overdrawn account. */
  readonly amount: Money;
  readonly on: string;
}

/** Whoever stands on the other side of a movement; each part is null where the bank does not say it. */
export interface Counterparty {
  readonly name: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
}

/** How the bank classes a movement: `PMNT-RCDT-ESCT` by ISO 20022, `NTRF+166` by the bank itself. */
export interface BankCode {
  readonly domain: string | null;
  readonly proprietary: string | null;
}

/** One movement of money with one counterparty. A batch booking is several of them. */
export interface StatementTransaction {
  /** Position inside its entry, from 0. */
  readonly index: number;
  /** Always positive; `direction` says whether it came or went. */
  readonly amount: Money;
  readonly direction: Direction;
  readonly counterparty: Counterparty;
  /** What the payer wrote, put together again without a separator. */
  readonly remittance: string;
  /** A creditor's reference that was given apart from the text (ISO 11649 or the bank's own). */
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  /** The bank's own reference of this movement. */
  readonly bankReference: string | null;
  readonly bankCode: BankCode;
  readonly isReversal: boolean;
  /** Why a bank sent the money back (`AC04`, `MD06` …); null for what is no return. */
  readonly returnReason: string | null;
  /** What the bank has kept or added, null where it says nothing of it. */
  readonly charges: Money | null;
  /** What was instructed, where it was told; it may be in another currency. */
  readonly originalAmount: Money | null;
}

/** Whether the parts of a batch add up to what was booked. Where they do not, the entry stays in one piece. */
export type Split = 'SINGLE' | 'BATCH' | 'PARTS_DIFFER';

/** One booking on the account. Its transactions always add up to its amount. */
export interface StatementEntry {
  /** Position on the statement, from 0. */
  readonly index: number;
  readonly bankReference: string | null;
  readonly amount: Money;
  readonly direction: Direction;
  readonly status: EntryStatus;
  readonly bookedOn: string;
  readonly valueOn: string;
  readonly split: Split;
  readonly transactions: readonly StatementTransaction[];
}

/** One statement, whatever file it came in. */
export interface BankStatement {
  readonly kind: StatementKind;
  /** The bank's id of it; null in a list, which has none. */
  readonly id: string | null;
  /** The electronic sequence number, by which a missing statement is noticed. */
  readonly sequence: string | null;
  readonly account: StatementAccount;
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  readonly entries: readonly StatementEntry[];
}
