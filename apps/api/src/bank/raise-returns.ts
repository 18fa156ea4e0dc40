import { dateToDay, dayToDate } from '@zahlwerk/db/calendar-day';
import type { EventToAppend } from '@zahlwerk/db/events';
import type { BankTransaction } from '@zahlwerk/db/generated/client';
import { type EarlierMovement, movementBehind } from '@zahlwerk/domain/matching/returned-money';
import { money, toDecimal } from '@zahlwerk/domain/money/money';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { raiseException } from '../tasks/raise-exception.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import type { Storing } from './store-statements.ts';

/** Money that a bank has taken back or sent back: nothing of it is posted by itself. */
const BANK_RETURN = 'BANK_RETURN';

/** A debit that was never allowed can come back for thirteen months. */
const LONGEST_DAYS = 400;

const isReturn = ({ isReversal, returnReason }: BankTransaction): boolean =>
  isReversal || returnReason !== null;

const toEarlier = (row: BankTransaction): EarlierMovement => ({
  ...{ id: row.id, direction: row.direction, currency: row.currency, minor: row.amountMinor },
  ...{ bookedOn: dateToDay(row.bookedOn), endToEndId: row.endToEndId },
  ...{ counterpartyIban: row.counterpartyIban, remittance: row.remittance },
});

/** What any of the returns may take back, with one statement for all of them. */
const loadEarlier = (
  { tx, organizationId, today }: Storing,
  returns: readonly BankTransaction[],
): Promise<BankTransaction[]> =>
  tx.bankTransaction.findMany({
    where: {
      organizationId,
      amountMinor: { in: [...new Set(returns.map(({ amountMinor }) => amountMinor))] },
      bookedOn: { gte: dayToDate(addDays(today, -LONGEST_DAYS)) },
      ...{ isReversal: false, returnReason: null },
    },
  });

/** The one case that has what came back; null where several have a part of it, or none. */
const caseOf = async ({ tx, organizationId }: Storing, bankTransactionId: string): Promise<string | null> => {
  const payments = await tx.payment.findMany({
    where: { organizationId, bankTransactionId, unassignedAt: null },
    distinct: ['caseId'],
    select: { caseId: true },
  });
  return payments.length === 1 ? (payments[0]?.caseId ?? null) : null;
};

/** A return often names nobody; then whoever stood on the other side of what came back. */
const detailOf = (
  { amountMinor, currency, returnReason, counterpartyName }: BankTransaction,
  behind: BankTransaction | undefined,
): string =>
  [
    `${toDecimal(money(amountMinor, currencyOf(currency)))} ${currency}`,
    returnReason,
    counterpartyName ?? behind?.counterpartyName,
  ]
    .filter(Boolean)
    .join(' · ');

/** A task for each new movement that is a return, at the case that it belongs to where that is plain. */
export const raiseReturns = async (
  storing: Storing,
  added: readonly BankTransaction[],
): Promise<readonly EventToAppend[]> => {
  const { tx, organizationId, newId } = storing;
  const returns = added.filter(isReturn);
  const earlier = returns.length > 0 ? await loadEarlier(storing, returns) : [];
  const raised: EventToAppend[] = [];
  for (const row of returns) {
    const found = movementBehind(toEarlier(row), earlier.map(toEarlier));
    const behind = earlier.find(({ id }) => id === found?.id);
    const caseId = behind ? await caseOf(storing, behind.id) : null;
    const about = { subject: 'BANK_TRANSACTION', subjectId: row.id, reason: BANK_RETURN } as const;
    raised.push(
      await raiseException(
        tx,
        newId(),
        { organizationId, caseId, ...about, detail: detailOf(row, behind) },
        storing,
      ),
    );
  }
  return raised;
};
