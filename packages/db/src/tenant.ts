import { Prisma } from '../generated/client.ts';
import type { Database } from './client.ts';
import { retryOnConflict } from './retry.ts';

declare const tenant: unique symbol;

/**
 * A transaction in which one organization's rows exist and no others. Only `withTenant` makes one, so a function that
 * takes it cannot be called without the wall.
 */
export type TenantTransaction = Prisma.TransactionClient & { readonly [tenant]: true };

export interface TransactionLimits {
  /** Milliseconds until the transaction is rolled back; 5 s unless told. */
  readonly timeout?: number;
  /** Milliseconds to wait for a connection; 2 s unless told. */
  readonly maxWait?: number;
  /** Read only, and from one state of the database however many queries follow. */
  readonly snapshot?: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Runs `work` in one transaction that sees only this organization. What it throws rolls everything back. It may run
 * up to four times when the database asks for a retry (deadlock, serialization), so it must not act outside.
 */
export const withTenant = <T>(
  database: Database,
  organizationId: string,
  work: (tx: TenantTransaction) => Promise<T>,
  limits: TransactionLimits = {},
): Promise<T> => {
  if (!UUID.test(organizationId)) throw new TypeError('An organization id is a uuid.');
  return retryOnConflict(() =>
    database.prisma.$transaction(
      async (tx) => {
        // Local to the transaction, and first: nothing can be read before it.
        await tx.$executeRaw`SELECT set_config('app.organization', ${organizationId}, true),
          set_config('transaction_read_only', ${limits.snapshot ? 'on' : 'off'}, true)`;
        return work(tx as TenantTransaction);
      },
      {
        // Read committed is the server's own; saying so would cost every transaction a round trip.
        ...(limits.snapshot ? { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead } : {}),
        timeout: limits.timeout ?? 5_000,
        maxWait: limits.maxWait ?? 2_000,
      },
    ),
  );
};
