import type { CaseState } from '#gql/graphql';
import type { Day } from '../format/parse-date.ts';

interface Claim {
  readonly state: CaseState;
  readonly dueOn: Day;
  readonly amountAwaited: { readonly minor: string };
}

/**
 * Whether a claim is late: money is still to come after its day. What has arrived and waits for its confirmation is not
 * late any more. Derived for the eye; it decides nothing.
 */
export const isOverdue = ({ state, dueOn, amountAwaited }: Claim, today: Day): boolean =>
  state === 'OPEN' && dueOn < today && BigInt(amountAwaited.minor) > 0n;
