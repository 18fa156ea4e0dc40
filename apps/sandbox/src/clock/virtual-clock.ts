import type { Store } from '../state/store.ts';

/** The sandbox's time: real time plus an offset that can be moved; everything Stripe dates by, except signatures. */
export interface VirtualClock {
  /** Unix seconds. */
  now(): number;
  advance(seconds: number): void;
  /** Moves to an absolute time in unix seconds, forward or backward. */
  set(unixSeconds: number): void;
  stop(): void;
  start(): void;
  isStopped(): boolean;
  /** Lets `run` see the time at which it was due, so that late work carries the right dates. */
  during<T>(unixSeconds: number, run: () => T): T;
  onMove(listener: () => void): void;
}

const GLOBAL = '';

export const createVirtualClock = (store: Store, realNowMs: () => number = Date.now): VirtualClock => {
  const table = store.tablesOf(GLOBAL).clock;
  const listeners: Array<() => void> = [];
  let pinned: number | null = null;

  const setting = () => table.get('clock') ?? { id: 'clock' as const, offsetMs: 0, stoppedAtMs: null };
  const change = (next: { offsetMs?: number; stoppedAtMs?: number | null }) => {
    store.work(() => table.put({ ...setting(), ...next }));
    for (const listener of listeners) listener();
  };
  const nowMs = () => {
    const { offsetMs, stoppedAtMs } = setting();
    return (stoppedAtMs ?? realNowMs()) + offsetMs;
  };

  return {
    now: () => pinned ?? Math.floor(nowMs() / 1000),
    advance: (seconds) => change({ offsetMs: setting().offsetMs + seconds * 1000 }),
    set: (unixSeconds) => change({ offsetMs: setting().offsetMs + unixSeconds * 1000 - nowMs() }),
    stop: () => {
      if (setting().stoppedAtMs === null) change({ stoppedAtMs: realNowMs() });
    },
    start: () => {
      const { offsetMs, stoppedAtMs } = setting();
      if (stoppedAtMs !== null) change({ stoppedAtMs: null, offsetMs: offsetMs + stoppedAtMs - realNowMs() });
    },
    isStopped: () => setting().stoppedAtMs !== null,
    during: (unixSeconds, run) => {
      const before = pinned;
      pinned = unixSeconds;
      try {
        return run();
      } finally {
        pinned = before;
      }
    },
    onMove: (listener) => listeners.push(listener),
  };
};
