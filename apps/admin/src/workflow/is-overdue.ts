import type { CaseState } from '#gql/graphql';
import type { Day } from '../format/parse-date.ts';

interface Claim {
  readonly state: CaseState;
  readonly dueOn: Day;
  readonly amountOpen: { readonly minor: string };
}

/** Whether a claim is late: still open, with something owed, after its day. Derived for the eye; it decides nothing. */
export const isOverdue = ({ state, dueOn, amountOpen }: Claim, today: Day): boolean =>
  state === 'OPEN' && dueOn < today && BigInt(amountOpen.minor) > 0n;
