import type { ShelfName } from '../../state/store.ts';
import type { Scope } from '../../stripe/world.ts';

/** What a lever was given, as JSON or as a form. */
export type Given = Readonly<Record<string, unknown>>;

/** Something a person (or a test) lets happen to an object instead of waiting for it. */
export interface Step {
  /** Below `/_sandbox`; `:id` names the object. */
  readonly path: string;
  /** Where such objects are kept. */
  readonly shelves: readonly ShelfName[];
  /** Takes the step in the object's account; false when there is nothing to do now. */
  readonly take: (scope: Scope, id: string, given: Given) => boolean;
}
