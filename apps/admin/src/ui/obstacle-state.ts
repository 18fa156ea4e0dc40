import { type ActionState, ALLOWED } from './action-button.tsx';

/** What the API says about something that is not an action of a case: null means that the caller may. */
export const obstacleState = (
  obstacle: { readonly reason: string; readonly unblockedBy: string | null } | null,
): ActionState =>
  obstacle ? { allowed: false, reason: obstacle.reason, unblockedBy: obstacle.unblockedBy } : ALLOWED;
