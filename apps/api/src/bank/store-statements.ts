import type { BankStatement } from '@zahlwerk/bank-statements/bank-statement';
import { identify } from '@zahlwerk/bank-statements/transaction-identity';
import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { BankTransaction } from '@zahlwerk/db/generated/client';
import type { BusinessTime } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { type Money, toDecimal } from '@zahlwerk/domain/money/money';

import { leaveOutKnown, type NewRow } from './leave-out-known.ts';

export interface Storing extends Pick<BusinessTime, 'now' | 'today'> {
  readonly tx: TenantTransaction;
  readonly organizationId: string;
  readonly newId: () => string;
  readonly importId: string;
  readonly iban: string;
}

const text = (amount: Money | null): string | null => amount && `${toDecimal(amount)} ${amount.currency}`;

const rowsOf = (storing: Storing, statementId: string, statement: BankStatement): readonly NewRow[] =>
  identify(storing.iban, statement.entries).map(({ entry, transaction, identity }) => {
    const { counterparty, bankCode, mandateId, charges, originalAmount } = transaction;
    return {
      organizationId: storing.organizationId,
      id: storing.newId(),
      statementId,
      identity,
      direction: transaction.direction,
      currency: transaction.amount.currency,
      amountMinor: transaction.amount.minor,
      bookedOn: dayToDate(entry.bookedOn),
      valueOn: dayToDate(entry.valueOn),
      counterpartyName: counterparty.name,
      counterpartyIban: counterparty.iban,
      counterpartyBic: counterparty.bic,
      remittance: transaction.remittance,
      structuredReference: transaction.structuredReference,
      endToEndId: transaction.endToEndId,
      bankReference: transaction.bankReference,
      isReversal: transaction.isReversal,
      returnReason: transaction.returnReason,
      addsUp: entry.split !== 'PARTS_DIFFER',
      details: {
        mandateId,
        ...bankCode,
        charges: text(charges),
        originalAmount: text(originalAmount),
      },
      createdAt: storing.now,
    };
  });

/** Postgres takes 65,535 parameters in a statement; a row has about twenty. */
const ROWS_AT_ONCE = 2_000;

export const inChunks = async <T>(
  rows: readonly T[],
  write: (chunk: T[]) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await write(rows.slice(at, at + ROWS_AT_ONCE));
};

/** A movement of nothing tells something, but moves no money. */
const isMoney = ({ amountMinor }: NewRow): boolean => BigInt(amountMinor) > 0n;

interface Stored {
  /** Booked movements in the file, and how many of them a file of another format has told before. */
  readonly transactions: number;
  readonly known: number;
  readonly added: readonly BankTransaction[];
}

/**
 * Writes what the bank has said: statements, and those of their booked movements that no earlier file has told, of whatever
 * format.
 */
export const storeStatements = async (
  storing: Storing,
  statements: readonly BankStatement[],
): Promise<Stored> => {
  const { tx, organizationId, importId, iban, newId } = storing;
  const added: BankTransaction[] = [];
  let [transactions, known] = [0, 0];
  for (const statement of statements) {
    const id = newId();
    await tx.bankStatement.create({
      data: {
        ...{ organizationId, id, importId, iban, kind: statement.kind },
        ...{ reference: statement.id, sequence: statement.sequence, currency: statement.account.currency },
        openingMinor: statement.opening?.amount.minor ?? null,
        closingMinor: statement.closing?.amount.minor ?? null,
        closingOn: statement.closing ? dayToDate(statement.closing.on) : null,
      },
    });
    const rows = rowsOf(storing, id, statement).filter(isMoney);
    const fresh = await leaveOutKnown(storing, statement.kind, rows);
    transactions += rows.length;
    known += rows.length - fresh.length;
    await inChunks(fresh, async (data) => {
      added.push(...(await tx.bankTransaction.createManyAndReturn({ data, skipDuplicates: true })));
    });
  }
  return { transactions, known, added };
};
