import { type Money, money } from '@zahlwerk/domain/money/money';
import type { Split, StatementTransaction } from '../bank-statement.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { readDirection } from './read-amount.ts';
import { type OfEntry, readCharges, readTransaction, statedAmount } from './read-transaction.ts';

type Whole = OfEntry & Pick<StatementTransaction, 'charges' | 'originalAmount'>;

interface Parts {
  readonly split: Split;
  readonly transactions: readonly StatementTransaction[];
}

const NOBODY = { name: null, iban: null, bic: null };

/** A booking of which no part can be told apart, with what can be read of its parts put behind each other. */
const inOnePiece = (amount: Money, entry: Whole, texts: readonly string[]): StatementTransaction => {
  const { ownIban: _, ...ofEntry } = entry;
  return {
    ...ofEntry,
    index: 0,
    amount,
    counterparty: NOBODY,
    remittance: texts.filter((text) => text !== '').join(' '),
    structuredReference: null,
    endToEndId: null,
    mandateId: null,
    returnReason: null,
  };
};

/** The parts of a batch as amounts of the booking; null as soon as one does not say its own, or says another direction or currency. */
const amountsOf = (details: readonly XmlElement[], total: Money, entry: Whole): readonly bigint[] | null => {
  const amounts: bigint[] = [];
  for (const part of details) {
    const stated = statedAmount(part);
    const isSame =
      stated?.currency === total.currency && readDirection(part, entry.direction) === entry.direction;
    if (!stated || !isSame) return null;
    amounts.push(stated.minor);
  }
  return amounts;
};

/** The same after the bank's charges, which it may have taken out of a credit or put on a debit. */
const afterCharges = (amounts: readonly bigint[], details: readonly XmlElement[], entry: Whole): bigint[] =>
  amounts.map((minor, at) => {
    const part = details[at];
    const charge = (part && readCharges(part)?.minor) ?? 0n;
    return entry.direction === 'CREDIT' ? minor - charge : minor + charge;
  });

const addsUp = (amounts: readonly bigint[], total: Money): boolean =>
  amounts.every((minor) => minor > 0n) && amounts.reduce((sum, minor) => sum + minor, 0n) === total.minor;

/**
 * Splits a booking into its parts. The booking is what has moved: a single part has its whole amount, a batch is split
 * only if its parts give that amount to the cent, with or without charges. Otherwise it stays in one piece and says so.
 */
export const splitEntry = (element: XmlElement, total: Money, entry: Whole): Parts => {
  const details = element.all('NtryDtls', 'TxDtls');
  const [only] = details;
  if (!only) return { split: 'SINGLE', transactions: [inOnePiece(total, entry, [])] };
  const read = (part: XmlElement, index: number, amount: Money) => {
    const transaction = readTransaction(part, index, amount, entry);
    if (details.length > 1) return transaction;
    const { charges, originalAmount } = transaction;
    return {
      ...transaction,
      charges: charges ?? entry.charges,
      originalAmount: originalAmount ?? entry.originalAmount,
    };
  };
  if (details.length === 1) return { split: 'SINGLE', transactions: [read(only, 0, total)] };
  const stated = amountsOf(details, total, entry) ?? [];
  const amounts = [stated, afterCharges(stated, details, entry)].find((list) => addsUp(list, total));
  if (!amounts) {
    const texts = details.map((part, index) => read(part, index, total).remittance);
    return { split: 'PARTS_DIFFER', transactions: [inOnePiece(total, entry, texts)] };
  }
  const transactions = details.map((part, index) =>
    read(part, index, money(amounts[index] ?? 0n, total.currency)),
  );
  return { split: 'BATCH', transactions };
};
