import type { TestDatabase } from '@zahlwerk/db/test-database';
import { asSuperuser } from './rows.ts';

type Gate = { readonly runners: number } & ({ readonly caseId: string } | { readonly taskId: string });

/**
 * Starts the same call several times while the row of the case, or of a task of none, is locked from outside, waits until every one of them is
 * waiting, and only then lets go: they meet for certain, not by luck.
 */
export const atTheBarrier = async <Outcome>(
  database: TestDatabase,
  { runners, ...locked }: Gate,
  call: () => Promise<Outcome>,
): Promise<readonly PromiseSettledResult<Outcome>[]> => {
  const [table, id] = 'caseId' in locked ? ['payment_case', locked.caseId] : ['task', locked.taskId];
  return asSuperuser(database, async (gate) => {
    await gate.query('BEGIN');
    await gate.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
    const calls = Array.from({ length: runners }, call);
    const settled = Promise.allSettled(calls);
    await untilWaiting(database, runners);
    await gate.query('COMMIT');
    return settled;
  });
};

/** Asks the server, again and again, how many of its sessions wait for a lock. */
export const untilWaiting = (database: TestDatabase, expected: number): Promise<void> =>
  asSuperuser(database, async (observer) => {
    for (let looks = 0; looks < 2_000; looks += 1) {
      const { rows } = await observer.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if ((rows[0]?.waiting ?? 0) >= expected) return;
    }
    throw new Error(`Only some of ${expected} calls came to wait.`);
  });
