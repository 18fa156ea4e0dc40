import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { keysOf } from '../api/query-keys.ts';
import { type LiveState, liveStore } from './live-store.ts';
import { shareEventStream } from './share-stream.ts';

/** One transaction writes several events; they are answered with one round of fetching. */
const COALESCE = 60;

/** Follows the organization's events and refreshes what they have changed. */
export const useLiveUpdates = (organizationId: string): void => {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    const pending = new Map<string, readonly string[]>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFetching = false;
    // One round at a time: a busy case writes events faster than it can be read, and a round that every event starts
    // anew would never end. What comes meanwhile is fetched by the next round.
    const flush = async (): Promise<void> => {
      timer = undefined;
      if (isFetching) return;
      isFetching = true;
      while (pending.size > 0 && !stop.signal.aborted) {
        const keys = [...pending.values()];
        pending.clear();
        await Promise.allSettled(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      }
      isFetching = false;
    };
    const forget = liveStore.onEvent((event) => {
      for (const key of keysOf(event)) pending.set(key.join('/'), key);
      timer ??= setTimeout(() => void flush(), COALESCE);
    });
    shareEventStream(organizationId, stop.signal);
    return () => {
      clearTimeout(timer);
      forget();
      stop.abort();
    };
  }, [organizationId, queryClient]);
};

export const useLiveState = (): LiveState => useSyncExternalStore(liveStore.subscribe, liveStore.getState);
