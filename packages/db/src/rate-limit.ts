import type { SystemTransaction } from './system.ts';

export interface RateLimit {
  /** What is counted, such as a use and a hash of the caller's address; never the address itself. */
  readonly key: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counters that nobody has used for so long are forgotten. */
const FORGET_AFTER = 86_400_000;

/**
 * Counts one use in real time and returns null, or the seconds until the next one is free when the window is full.
 * The counter lies in the database, so all nodes count together.
 */
export const countUse = async (
  tx: SystemTransaction,
  { key, limit, windowSeconds }: RateLimit,
  now: number,
): Promise<number | null> => {
  const start = BigInt(now - windowSeconds * 1_000);
  const [counter] = await tx.$queryRaw<{ count: number; since: bigint }[]>`
    INSERT INTO rate_limit AS counter (id, key, count, last_request) VALUES (${`use:${key}`}, ${`use:${key}`}, 1, ${BigInt(now)})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN counter.last_request <= ${start} THEN 1 ELSE counter.count + 1 END,
      last_request = CASE WHEN counter.last_request <= ${start} THEN ${BigInt(now)} ELSE counter.last_request END
    RETURNING count, last_request AS since`;
  if (!counter) throw new Error(`${key} was not counted.`);
  if (counter.count === 1) await forgetOld(tx, now);
  if (counter.count <= limit) return null;
  return Math.max(1, Math.ceil((Number(counter.since) + windowSeconds * 1_000 - now) / 1_000));
};

/** Only counters of this kind: the sign-in's are its own. */
const forgetOld = (tx: SystemTransaction, now: number): Promise<unknown> =>
  tx.rateLimit.deleteMany({
    where: { id: { startsWith: 'use:' }, lastRequest: { lt: BigInt(now - FORGET_AFTER) } },
  });
