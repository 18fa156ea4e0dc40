import type { LiveEventFragment } from '#gql/graphql';
import type { LiveState } from './live-store.ts';

export interface Follow {
  /** Opens the stream after a cursor (null: from now) and yields each event once, in order. */
  readonly open: (
    after: string | null,
    signal: AbortSignal,
    onOpen: () => void,
  ) => AsyncIterable<LiveEventFragment>;
  /** The newest event there is, to tell catching up from being live; null in an empty log. */
  readonly head: () => Promise<{ readonly cursor: string; readonly position: string } | null>;
  readonly onEvent: (event: LiveEventFragment) => void;
  readonly onState: (state: LiveState) => void;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => string;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Follows the event log until `signal` aborts. A broken line is reopened behind the last event seen, so nothing is
 * lost or repeated; the pauses between the attempts double up to half a minute.
 */
export const followEvents = async (
  after: string | null,
  signal: AbortSignal,
  follow: Follow,
): Promise<void> => {
  let cursor = after;
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const head = await follow.head();
      cursor ??= head?.cursor ?? null;
      let behind = head !== null && cursor !== head.cursor;
      const opened = (): void => {
        pause = FIRST_PAUSE;
        follow.onState({ kind: behind ? 'catching-up' : 'live' });
      };
      for await (const event of follow.open(cursor, signal, opened)) {
        cursor = event.cursor;
        follow.onEvent(event);
        if (behind && head && BigInt(event.position) >= BigInt(head.position)) {
          behind = false;
          follow.onState({ kind: 'live' });
        }
      }
    } catch {
      // Broken, refused or unreachable: all the same to the reader, who is told since when.
    }
    if (signal.aborted) return;
    follow.onState({ kind: 'offline', since: follow.now() });
    await follow.wait(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
};
