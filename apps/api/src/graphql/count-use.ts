import { createHash } from 'node:crypto';
import { countUse } from '@zahlwerk/db/rate-limit';
import { withSystem } from '@zahlwerk/db/system';
import type { ApiContext } from './context.ts';
import { TooManyRequests } from './errors.ts';

/** How often something may be done from one place within a window of real time. */
export interface Allowance {
  readonly use: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counts a use by whoever `from` stands for, which is kept only as a hash. Throws `TooManyRequests` beyond the limit. */
export const spend = async (
  { ports }: Pick<ApiContext, 'ports'>,
  { use, limit, windowSeconds }: Allowance,
  from: string,
): Promise<void> => {
  const key = `${use}:${createHash('sha256').update(from).digest('base64url')}`;
  const wait = await withSystem(ports.systemDb, (tx) =>
    countUse(tx, { key, limit, windowSeconds }, Date.now()),
  );
  if (wait !== null) throw new TooManyRequests(wait);
};
