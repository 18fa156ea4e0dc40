import type { Change, Env } from './decision.ts';

/** A task for whoever looks first: something needs a person, today. `reason` is the code that the panel translates. */
export const exceptionTask = (
  reason: string,
  env: Env,
  { detail = null, priority = 'HIGH' }: { detail?: string | null; priority?: 'NORMAL' | 'HIGH' } = {},
): Change => ({
  type: 'create-task',
  id: env.newId(),
  kind: 'EXCEPTION',
  reason,
  detail,
  assigneeId: null,
  dueOn: env.today,
  priority,
});
