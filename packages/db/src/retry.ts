const RETRIES = 3;
/** Serialization failure and deadlock, as Postgres says it and as Prisma does. */
const CONFLICTS = new Set(['40001', '40P01', 'P2034']);

/** Runs `work` again, at most three times, while the database says that a conflict with others was the only reason. */
export const retryOnConflict = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let retries = 0; ; retries++) {
    try {
      return await work();
    } catch (error) {
      if (retries === RETRIES || !isConflict(error)) throw error;
    }
  }
};

/** Looks through the layers: Prisma wraps what the adapter says, the adapter what Postgres says. */
const isConflict = (error: unknown): boolean => {
  for (let layer = error, depth = 0; isRecord(layer) && depth < 5; depth++) {
    if ([layer.code, layer.originalCode].some((code) => CONFLICTS.has(String(code)))) return true;
    if (layer.kind === 'TransactionWriteConflict') return true;
    const { driverAdapterError } = isRecord(layer.meta) ? layer.meta : {};
    layer = driverAdapterError ?? layer.cause;
  }
  return false;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
