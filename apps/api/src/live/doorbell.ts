import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Bell } from './bell.ts';

const CHANNEL = 'zahlwerk_events';
/** Rings of this many milliseconds become one. */
const COALESCE_MS = 25;
/** A notification may carry 8000 bytes; an id has 36. */
const IDS_PER_RING = 150;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** One reader's place at the door: notes that somebody has rung, so that no ring between two looks is lost. */
export interface Listener {
  /** Call before reading; a ring from now on ends the next wait. */
  readonly clear: () => void;
  /** Resolves at a ring, after `milliseconds`, or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly leave: () => void;
}

export interface Doorbell extends Bell {
  readonly listenTo: (organizationId: string) => Listener;
  /** How many readers stand at the door. */
  readonly listeners: () => number;
  readonly stop: () => Promise<void>;
}

export interface DoorbellSettings {
  /** Connects as a role that may LISTEN; one connection for the whole process. */
  readonly connection: pg.ClientConfig;
  readonly notify: (payload: string) => Promise<unknown>;
  readonly log: Logger;
}

interface Reader {
  rung: boolean;
  wake: () => void;
}

const createListener = (readers: Set<Reader>): Listener => {
  const reader: Reader = { rung: false, wake: () => {} };
  readers.add(reader);
  return {
    clear: () => {
      reader.rung = false;
    },
    wait: async (milliseconds, signal) => {
      if (reader.rung || signal.aborted) return;
      const rung = Promise.withResolvers<void>();
      const wake = (): void => rung.resolve();
      const timer = setTimeout(wake, milliseconds);
      reader.wake = wake;
      signal.addEventListener('abort', wake, { once: true });
      await rung.promise;
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
    },
    leave: () => readers.delete(reader),
  };
};

/**
 * Tells the readers of this and every other process that an organization's log has grown. It carries ids only and may
 * lose a ring: the readers look by themselves every few seconds.
 */
export const createDoorbell = ({ connection, notify, log }: DoorbellSettings): Doorbell => {
  const doors = new Map<string, Set<Reader>>();
  // Says whose ring it is: the readers of this process were woken at once, and need not look twice.
  const self = randomUUID();
  const dirty = new Set<string>();
  const stopping = new AbortController();
  let ringing: NodeJS.Timeout | null = null;

  const wake = (readers: Iterable<Reader>): void => {
    for (const reader of readers) {
      reader.rung = true;
      reader.wake();
    }
  };

  const flush = async (): Promise<void> => {
    ringing = null;
    const ids = [...dirty];
    dirty.clear();
    for (let at = 0; at < ids.length; at += IDS_PER_RING)
      await notify([self, ...ids.slice(at, at + IDS_PER_RING)].join(','));
  };

  const listen = async (): Promise<void> => {
    const next = new pg.Client(connection);
    const over = Promise.withResolvers<void>();
    stopping.signal.addEventListener('abort', () => over.resolve(), { once: true });
    next.on('error', () => over.resolve());
    next.on('end', () => over.resolve());
    next.on('notification', ({ payload }) => {
      const [ringer, ...ids] = payload?.split(',') ?? [];
      if (ringer !== self) for (const id of ids) wake(doors.get(id) ?? []);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      // Whatever was rung while nobody listened.
      for (const readers of doors.values()) wake(readers);
      await over.promise;
    } finally {
      await next.end().catch(() => {});
    }
  };

  const keepListening = async (): Promise<void> => {
    let pause = SHORTEST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      try {
        await listen();
        pause = SHORTEST_PAUSE_MS;
      } catch (error) {
        log.warn({ err: error }, 'the doorbell cannot listen');
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const listening = keepListening();

  return {
    ring: (organizationId) => {
      wake(doors.get(organizationId) ?? []);
      dirty.add(organizationId);
      ringing ??= setTimeout(() => {
        flush().catch((error: unknown) => log.warn({ err: error }, 'the doorbell cannot ring'));
      }, COALESCE_MS);
    },
    listenTo: (organizationId) => {
      const readers = doors.get(organizationId) ?? new Set();
      doors.set(organizationId, readers);
      const listener = createListener(readers);
      return {
        ...listener,
        leave: () => {
          listener.leave();
          if (readers.size === 0) doors.delete(organizationId);
        },
      };
    },
    listeners: () => [...doors.values()].reduce((count, readers) => count + readers.size, 0),
    stop: async () => {
      stopping.abort();
      if (ringing) clearTimeout(ringing);
      for (const readers of doors.values()) wake(readers);
      await listening;
    },
  };
};

/** The statement that rings for other processes; outside of any money transaction. */
export const notifyThrough =
  (pool: pg.Pool) =>
  (payload: string): Promise<unknown> =>
    pool.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
