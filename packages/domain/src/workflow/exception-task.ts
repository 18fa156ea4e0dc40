import type { Change, Env } from './decision.ts';

interface About {
  readonly detail?: string | null;
  readonly priority?: 'NORMAL' | 'HIGH';
  /** The calendar day that it is due on, and the one after which people are reminded of it, when that is another. */
  readonly deadline?: { readonly dueOn: string; readonly remindAfter: string };
}

/** A task for whoever looks first: something needs a person, today unless said. `reason` is the code that the panel translates. */
export const exceptionTask = (
  reason: string,
  env: Env,
  { detail = null, priority = 'HIGH', deadline }: About = {},
): Change => ({
  type: 'create-task',
  id: env.newId(),
  kind: 'EXCEPTION',
  reason,
  detail,
  assigneeId: null,
  dueOn: env.today,
  ...deadline,
  priority,
});
