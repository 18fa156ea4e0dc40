import { createHash } from 'node:crypto';
import type { StatementEntry, StatementTransaction } from './bank-statement.ts';

/** What the bank says of a movement in every file in which it stands. A day's report and the statement of that day agree on it. */
const factsOf = (entry: StatementEntry, transaction: StatementTransaction): readonly unknown[] => {
  const { bankReference, bookedOn, valueOn, direction, amount } = entry;
  const booking = [bookedOn, direction, amount.currency, amount.minor.toString(), transaction.index];
  if (bankReference !== null) return ['reference', bankReference, ...booking];
  const { counterparty, remittance, structuredReference, endToEndId } = transaction;
  const { name, iban } = counterparty;
  return ['facts', ...booking, valueOn, name, iban, remittance, structuredReference, endToEndId];
};

export interface IdentifiedTransaction {
  readonly entry: StatementEntry;
  readonly transaction: StatementTransaction;
  /** The same for the same movement of the account in whatever file it comes again. */
  readonly identity: string;
}

/**
 * The booked movements of an account, each with an identity. Movements that a file tells alike are counted: the second of
 * two equal ones is the second in every file, so that none is lost and none comes twice.
 */
export const identify = (
  iban: string,
  entries: readonly StatementEntry[],
): readonly IdentifiedTransaction[] => {
  const seen = new Map<string, number>();
  return entries
    .filter(({ status }) => status === 'BOOKED')
    .flatMap((entry) => entry.transactions.map((transaction) => ({ entry, transaction })))
    .map(({ entry, transaction }) => {
      const facts = JSON.stringify([iban, ...factsOf(entry, transaction)]);
      const nth = (seen.get(facts) ?? 0) + 1;
      seen.set(facts, nth);
      const hash = createHash('sha256').update(`${nth} ${facts}`).digest('hex');
      return { entry, transaction, identity: hash };
    });
};
