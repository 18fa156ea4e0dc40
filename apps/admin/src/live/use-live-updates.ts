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
    const flush = (): void => {
      timer = undefined;
      const keys = [...pending.values()];
      pending.clear();
      for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
    };
    const forget = liveStore.onEvent((event) => {
      for (const key of keysOf(event)) pending.set(key.join('/'), key);
      timer ??= setTimeout(flush, COALESCE);
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
