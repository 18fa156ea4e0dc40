import type { Currency } from '../money/currency.ts';
import { type Money, money } from '../money/money.ts';

/** Why the account of a customer moves, by the purpose of the entry in the journal or the kind of the adjustment. */
export const STATEMENT_REASONS = [
  'INVOICE',
  'CLAIM',
  'STORNO',
  'PAYMENT',
  'SKONTO',
  'CREDIT_NOTE',
  'ADJUSTMENT',
  'REFUND',
  'DISPUTE',
] as const;
export type StatementReason = (typeof STATEMENT_REASONS)[number];

/** One entry of the journal, as far as it moves what the customer owes: receivables and credit together. */
export interface AccountMovement {
  readonly on: string;
  readonly reason: StatementReason;
  /** The number of the invoice or of the case that it is about. */
  readonly reference: string | null;
  /** Positive is owed by the customer, negative is owed to the customer. */
  readonly minor: bigint;
}

export interface StatementRow {
  readonly on: string;
  readonly reason: StatementReason;
  readonly reference: string | null;
  /** What the customer owes more; null where the row is a credit. */
  readonly debit: Money | null;
  /** What the customer owes less; null where the row is a debit. */
  readonly credit: Money | null;
  /** What is owed after it; below zero it is the customer's. */
  readonly balance: Money;
}

/** A claim of which something is left to pay, at the end of the period as well as today. */
export interface OpenItem {
  readonly caseNumber: string;
  readonly invoiceNumber: string | null;
  readonly dueOn: string;
  readonly open: Money;
}

/** A customer's account over some days, as bookkeeping has it. */
export interface AccountStatement {
  readonly from: string;
  readonly until: string;
  readonly opening: Money;
  readonly rows: readonly StatementRow[];
  readonly debits: Money;
  readonly credits: Money;
  readonly closing: Money;
}

/**
 * The account from the first to the last day, both included. What was before comes in as the opening balance; entries that
 * only move money between credit and claims change nothing that is owed, and stay out. Movements come in the order in
 * which they were posted.
 */
export const accountStatement = (
  movements: readonly AccountMovement[],
  { from, until, currency }: { readonly from: string; readonly until: string; readonly currency: Currency },
): AccountStatement => {
  const total = (amounts: readonly AccountMovement[]): bigint =>
    amounts.reduce((sum, { minor }) => sum + minor, 0n);
  const opening = total(movements.filter(({ on }) => on < from));
  const inside = movements
    .filter(({ on, minor }) => on >= from && on <= until && minor !== 0n)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let balance = opening;
  const rows = inside.map(({ on, reason, reference, minor }): StatementRow => {
    balance += minor;
    return {
      ...{ on, reason, reference },
      debit: minor > 0n ? money(minor, currency) : null,
      credit: minor < 0n ? money(-minor, currency) : null,
      balance: money(balance, currency),
    };
  });
  return {
    ...{ from, until, rows },
    opening: money(opening, currency),
    debits: money(total(inside.filter(({ minor }) => minor > 0n)), currency),
    credits: money(-total(inside.filter(({ minor }) => minor < 0n)), currency),
    closing: money(balance, currency),
  };
};
