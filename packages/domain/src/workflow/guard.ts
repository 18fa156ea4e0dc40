import type { Actor } from './actor.ts';
import type { PaymentCase } from './payment-case.ts';
import { type CaseAction, refuseByRole } from './permissions.ts';
import { isOpen } from './progress.ts';
import type { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

/** The refusals that every command shares: the case is over, the role may not, the step is not the open one. */
export const guard = (state: PaymentCase, actor: Actor, action: CaseAction, step?: Step): Refusal | null => {
  if (state.state !== 'OPEN') return { code: 'CASE_NOT_OPEN' };
  const byRole = refuseByRole(state, actor, action);
  if (byRole) return step ? { ...byRole, step } : byRole;
  return step && !isOpen(state, step) ? { code: 'STEP_NOT_OPEN', step } : null;
};

/** What an automatic step finds when it looks at its case (rule 8). */
export type Assessment =
  | { readonly kind: 'CLEAN' }
  | { readonly kind: 'WAIT'; readonly for: 'MONEY' | 'PROVIDER' | 'CUSTOMER' | 'APPROVAL' }
  | { readonly kind: 'STOP'; readonly code: Refusal['code']; readonly detail: string | null };

export const CLEAN: Assessment = { kind: 'CLEAN' };

export const stop = (code: Refusal['code'], detail: string | null = null): Assessment => ({
  kind: 'STOP',
  code,
  detail,
});
