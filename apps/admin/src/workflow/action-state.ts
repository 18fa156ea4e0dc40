import type { CaseAction } from '#gql/graphql';
import { type ActionState, ALLOWED } from '../ui/action-button.tsx';

export interface CaseActions {
  readonly allowedActions: readonly { readonly action: CaseAction }[];
  readonly blockedActions: readonly {
    readonly action: CaseAction;
    readonly code: string;
    readonly reason: string;
    readonly unblockedBy: string | null;
  }[];
}

/** What the server says about one action. The panel only repeats it; an action the server does not name is not offered. */
export const actionState = (actions: CaseActions, action: CaseAction): ActionState | null => {
  if (actions.allowedActions.some((allowed) => allowed.action === action)) return ALLOWED;
  const blocked = actions.blockedActions.find((one) => one.action === action);
  return blocked ? { allowed: false, reason: blocked.reason, unblockedBy: blocked.unblockedBy } : null;
};
