import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { EventToAppend } from '@zahlwerk/db/events';
import type { BankStatement } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { type ChainedStatement, findGaps, type StatementGap } from '@zahlwerk/domain/bank/statement-gaps';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { raiseException } from '../tasks/raise-exception.ts';
import type { Storing } from './store-statements.ts';

export interface AccountGap extends StatementGap {
  readonly iban: string;
  readonly currency: string | null;
}

/** A statement that hangs in the chain: only a day's statement has both balances. */
const toChained = ({ id, sequence, closingOn, openingMinor, closingMinor }: BankStatement) =>
  closingOn && openingMinor !== null && closingMinor !== null
    ? [{ id, sequence, closingOn: dateToDay(closingOn), openingMinor, closingMinor }]
    : [];

/** Where statements are missing now, for each account and currency. Derived, so that the missing one closes its gap. */
export const loadGaps = async (
  tx: TenantTransaction,
  organizationId: string,
): Promise<readonly AccountGap[]> => {
  const rows = await tx.bankStatement.findMany({
    where: { organizationId, kind: 'STATEMENT' },
    orderBy: { id: 'asc' },
  });
  const chains = new Map<string, { iban: string; currency: string | null; chain: ChainedStatement[] }>();
  for (const row of rows) {
    const { iban, currency } = row;
    const key = `${iban} ${currency}`;
    const known = chains.get(key) ?? { iban, currency, chain: [] };
    known.chain.push(...toChained(row));
    chains.set(key, known);
  }
  return [...chains.values()].flatMap(({ iban, currency, chain }) =>
    findGaps(chain).map((gap) => ({ iban, currency, ...gap })),
  );
};

/** The task of whoever fetches the missing statement from the bank; it ends with the gap. */
const STATEMENT_GAP = 'STATEMENT_GAP';

/** Raises a task for each new gap, and ends those of gaps that are closed. */
export const raiseGaps = async (storing: Storing): Promise<readonly EventToAppend[]> => {
  const { tx, organizationId, newId, now } = storing;
  const gaps = await loadGaps(tx, organizationId);
  const told = await tx.task.findMany({
    where: { organizationId, reason: STATEMENT_GAP },
    select: { id: true, subjectId: true, state: true },
  });
  const closed = told.filter(
    ({ subjectId, state }) => state !== 'DONE' && !gaps.some(({ after }) => after.id === subjectId),
  );
  await tx.task.updateMany({
    where: { organizationId, id: { in: closed.map(({ id }) => id) } },
    data: { state: 'DONE', doneAt: now, doneByKind: 'SYSTEM', version: { increment: 1 } },
  });
  const raised: EventToAppend[] = closed.map(({ id }) => ({
    ...{ stream: 'task', streamId: id, type: 'task.done', at: now, actor: SYSTEM, data: { taskId: id } },
  }));
  for (const { before, after } of gaps) {
    // Whoever has ended the task has said what came of it.
    if (told.some(({ subjectId }) => subjectId === after.id)) continue;
    const about = { subject: 'BANK_STATEMENT', subjectId: after.id, reason: STATEMENT_GAP } as const;
    const detail = `${before.closingOn} – ${after.closingOn}`;
    raised.push(await raiseException(tx, newId(), { organizationId, ...about, detail }, storing));
  }
  return raised;
};
