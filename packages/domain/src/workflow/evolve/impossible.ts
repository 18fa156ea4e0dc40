import type { Change, Env } from '../decision.ts';
import type { PaymentCase } from '../payment-case.ts';

/**
 * Stands for a number that the database draws when the change is written, so that none is lost. No rule asks for it
 * before the case is read again.
 */
export const UNDRAWN = '';

/** What each change makes of a case. */
export type Evolve = {
  readonly [Type in Change['type']]: (
    state: PaymentCase,
    change: Extract<Change, { type: Type }>,
    env: Env,
  ) => Partial<PaymentCase>;
};

/** What the database would refuse: an impossible change is a bug of the rule that decided it. */
export const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`Impossible change: ${what}`);
};

/** The rows with one of them changed, which must be there. */
export const changeById = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  change: (row: Row) => Row,
): readonly Row[] => {
  demand(
    rows.some((row) => row.id === id),
    `there is no ${id}`,
  );
  return rows.map((row) => (row.id === id ? change(row) : row));
};
