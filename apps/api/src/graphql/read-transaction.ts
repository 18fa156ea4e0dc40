import type { Database } from '@zahlwerk/db/client';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';

/** Milliseconds one operation may read for. */
const READ_TIMEOUT = 15_000;

interface Open {
  readonly transaction: Promise<TenantTransaction>;
  readonly close: () => Promise<void>;
}

/** Keeps a tenant's transaction open from its first statement until `close`. */
const openReads = (db: Database, organizationId: string): Open => {
  const opened = Promise.withResolvers<TenantTransaction>();
  const closing = Promise.withResolvers<void>();
  const finished = withTenant(
    db,
    organizationId,
    async (tx) => {
      opened.resolve(tx);
      await closing.promise;
    },
    { timeout: READ_TIMEOUT, snapshot: true },
  ).catch(opened.reject);
  // A failure is told to whoever reads; nobody may be reading.
  opened.promise.catch(() => {});
  return {
    transaction: opened.promise,
    close: async () => {
      closing.resolve();
      await finished;
    },
  };
};

/** What Pothos asks of a client beside its models. */
export type ReadClient = TenantTransaction & { readonly $connect: () => Promise<void> };

/** Stands in for a transaction that is opened when the first method of a model, or a raw query, is called. */
const lazily = (open: () => Promise<TenantTransaction>): ReadClient => {
  const models = new Map<string, object>();
  const model = (name: string): object =>
    new Proxy(
      {},
      {
        get: (_target, method) => async (args: unknown) => {
          const delegates = (await open()) as unknown as Record<
            string,
            Record<string, (args: unknown) => unknown>
          >;
          return delegates[name]?.[String(method)]?.(args);
        },
      },
    );
  const raw =
    (name: string) =>
    async (...args: unknown[]) => {
      const tx = (await open()) as unknown as Record<string, (...args: unknown[]) => unknown>;
      return tx[name]?.(...args);
    };
  const get = (_target: object, name: string | symbol): unknown => {
    if (typeof name === 'symbol' || name === 'then') return undefined;
    if (name.startsWith('$')) return raw(name);
    const known = models.get(name) ?? model(name);
    models.set(name, known);
    return known;
  };
  // Pothos looks whether a model is there before it asks for it.
  const has = (_target: object, name: string | symbol): boolean =>
    typeof name === 'string' && name !== 'then';
  return new Proxy({}, { get, has }) as ReadClient;
};

/** Reading without an organization is a fault of the program: nothing may be read then. */
export class NoOrganizationError extends Error {
  override readonly name = 'NoOrganizationError';
}

export interface ReadTransaction {
  /** Reads through this go to one consistent snapshot behind the wall of the organization. */
  readonly client: ReadClient;
  /** Chooses the organization when it is found out only during the operation, by a link's token. */
  enter(organizationId: string): Promise<void>;
  /** Ends the snapshot; the next read opens a new one. Called after every commit and at the end of the operation. */
  end(): Promise<void>;
}

export const createReadTransaction = (db: Database, initial: string | null): ReadTransaction => {
  let organizationId = initial;
  let open: Open | null = null;
  const current = (): Promise<TenantTransaction> => {
    if (!organizationId) return Promise.reject(new NoOrganizationError('No organization has been chosen'));
    open ??= openReads(db, organizationId);
    return open.transaction;
  };
  const end = async (): Promise<void> => {
    const last = open;
    open = null;
    await last?.close();
  };
  return {
    client: lazily(current),
    end,
    enter: async (next) => {
      if (next !== organizationId) await end();
      organizationId = next;
    },
  };
};
