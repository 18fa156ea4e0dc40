import type { AttemptState } from '#gql/graphql';

interface AttemptView {
  readonly state: AttemptState;
  readonly reader: { readonly id: string } | null;
}

/** What a clerk on the counter sees: nothing runs, the reader waits, the card is being asked for, it has failed, it is paid. */
export type AtReader = 'IDLE' | 'WAITING' | 'READ' | 'FAILED' | 'PAID';

const SITUATION = {
  CREATED: 'IDLE',
  REQUIRES_ACTION: 'WAITING',
  PROCESSING: 'READ',
  UNKNOWN: 'READ',
  AUTHORIZED: 'READ',
  SUCCEEDED: 'PAID',
  DECLINED: 'FAILED',
  CANCELED: 'IDLE',
} as const satisfies Record<AttemptState, AtReader>;

/** The newest attempt at a reader, attempts coming newest first, and what the clerk sees of it. */
export const atReader = <TAttempt extends AttemptView>(
  attempts: readonly TAttempt[],
): { readonly attempt: TAttempt | null; readonly situation: AtReader } => {
  const attempt = attempts.find(({ reader }) => reader !== null) ?? null;
  return { attempt, situation: attempt ? SITUATION[attempt.state] : 'IDLE' };
};
