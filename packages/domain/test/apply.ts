import type { Change, Env } from '../src/workflow/decision.ts';
import { deriveStatus } from '../src/workflow/money-track.ts';
import type { PaymentCase } from '../src/workflow/payment-case.ts';

import { APPLY_MONEY } from './apply-money.ts';
import { APPLY_WORK } from './apply-work.ts';
import type { Apply } from './impossible.ts';

const APPLY: Apply = { ...APPLY_WORK, ...APPLY_MONEY };

/** The case after a decision, as the save layer would write and read it again: one version up, its status published. */
export const apply = (state: PaymentCase, changes: readonly Change[], env: Env): PaymentCase => {
  let after = state;
  for (const change of changes) after = { ...after, ...applyOne(after, change, env) };
  return { ...after, version: state.version + 1, publishedStatus: deriveStatus(after) };
};

const applyOne = <Type extends Change['type']>(
  state: PaymentCase,
  change: Extract<Change, { type: Type }>,
  env: Env,
): Partial<PaymentCase> => (APPLY[change.type as Type] as Apply[Type])(state, change, env);
