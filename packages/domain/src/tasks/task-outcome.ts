import type { Change, EventDraft } from '../workflow/decision.ts';
import type { Refusal } from '../workflow/refusal.ts';

/** The changes of a task, which need no case to be written. */
export type TaskChange = Extract<Change, { type: 'assign-task' | 'finish-task' }>;

export type TaskOutcome =
  | { readonly ok: true; readonly changes: readonly TaskChange[]; readonly events: readonly EventDraft[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const decidedTask = (changes: readonly TaskChange[], events: readonly EventDraft[]): TaskOutcome => ({
  ok: true,
  changes,
  events,
});
