/** What the database says when it is busy, restarting or out of reach: Postgres, the network, Prisma. */
const PASSING = new Set([
  ...['40001', '40P01', '53300', '55P03', '57014', '57P01', '57P02', '57P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'],
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Prisma wraps what its adapter says, the adapter what Postgres says. */
const beneath = (layer: Record<string, unknown>): unknown => {
  const { driverAdapterError } = isRecord(layer.meta) ? layer.meta : {};
  return driverAdapterError ?? layer.cause;
};

/** Whether the same request may succeed a moment later. */
export const isPassing = (error: unknown): boolean => {
  for (let layer = error, depth = 0; isRecord(layer) && depth < 6; depth++) {
    if ([layer.code, layer.originalCode].some((code) => PASSING.has(String(code)))) return true;
    if (/timeout exceeded when trying to connect|connection timeout/.test(String(layer.message))) return true;
    layer = beneath(layer);
  }
  return false;
};
