import type { BankStatement } from '@zahlwerk/bank-statements/bank-statement';
import { identify } from '@zahlwerk/bank-statements/transaction-identity';
import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { BankTransaction, Prisma } from '@zahlwerk/db/generated/client';
import type { BusinessTime } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { type Money, toDecimal } from '@zahlwerk/domain/money/money';

export interface Storing extends Pick<BusinessTime, 'now' | 'today'> {
  readonly tx: TenantTransaction;
  readonly organizationId: string;
  readonly newId: () => string;
  readonly importId: string;
  readonly iban: string;
}

type Row = Prisma.BankTransactionCreateManyInput;

const text = (amount: Money | null): string | null => amount && `${toDecimal(amount)} ${amount.currency}`;

const rowsOf = (storing: Storing, statementId: string, statement: BankStatement): readonly Row[] =>
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
const isMoney = ({ amountMinor }: Row): boolean => BigInt(amountMinor) > 0n;

/** Writes what the bank has said: statements, and those of their booked movements that no earlier file has told. */
export const storeStatements = async (
  storing: Storing,
  statements: readonly BankStatement[],
): Promise<{ readonly transactions: number; readonly added: readonly BankTransaction[] }> => {
  const { tx, organizationId, importId, iban, newId } = storing;
  const rows: Row[] = [];
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
    rows.push(...rowsOf(storing, id, statement).filter(isMoney));
  }
  const added: BankTransaction[] = [];
  await inChunks(rows, async (data) => {
    added.push(...(await tx.bankTransaction.createManyAndReturn({ data, skipDuplicates: true })));
  });
  return { transactions: rows.length, added };
};
