import type { Change, Env } from '../decision.ts';
import { deriveStatus } from '../money-track.ts';
import type { PaymentCase } from '../payment-case.ts';

import { EVOLVE_MONEY } from './evolve-money.ts';
import { EVOLVE_WORK } from './evolve-work.ts';
import type { Evolve } from './impossible.ts';

const EVOLVE: Evolve = { ...EVOLVE_WORK, ...EVOLVE_MONEY };

/**
 * The case after a decision, as it would be read again once the changes are written: one version up, its status
 * published. What only the database knows is not in it: drawn numbers, and whose else new customer data are. Throws on
 * a change that the database would refuse.
 */
export const evolve = (state: PaymentCase, changes: readonly Change[], env: Env): PaymentCase => {
  let after = state;
  for (const change of changes) after = { ...after, ...evolveOne(after, change, env) };
  return { ...after, version: state.version + 1, publishedStatus: deriveStatus(after) };
};

const evolveOne = <Type extends Change['type']>(
  state: PaymentCase,
  change: Extract<Change, { type: Type }>,
  env: Env,
): Partial<PaymentCase> => (EVOLVE[change.type as Type] as Evolve[Type])(state, change, env);
