import type { TestDatabase } from '@zahlwerk/db/test-database';
import { queryAll } from './rows.ts';

/** What stands on an account of the ledger of all businesses of this database, in minor units; positive is debit. */
export const balanceOf = async (
  database: Pick<TestDatabase, 'superuser'>,
  account: string,
): Promise<number> => {
  const [row] = await queryAll<{ minor: string | null }>(
    database,
    `SELECT sum(line.amount_minor) AS minor
     FROM journal_line line
     JOIN ledger_account account
       ON account.organization_id = line.organization_id AND account.id = line.account_id
     WHERE account.key = $1`,
    [account],
  );
  return Number(row?.minor ?? 0);
};
