import type { LiveEventFragment } from '#gql/graphql';

export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'catching-up' }
  | { readonly kind: 'offline'; readonly since: string };

type EventListener = (event: LiveEventFragment) => void;

let state: LiveState = { kind: 'connecting' };
const stateListeners = new Set<() => void>();
const eventListeners = new Set<EventListener>();

/** What this tab knows about the live connection, for `useSyncExternalStore`. */
export const liveStore = {
  getState: (): LiveState => state,
  setState: (next: LiveState): void => {
    state = next;
    for (const listener of stateListeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    stateListeners.add(listener);
    return () => stateListeners.delete(listener);
  },
  publish: (event: LiveEventFragment): void => {
    for (const listener of eventListeners) listener(event);
  },
  onEvent: (listener: EventListener): (() => void) => {
    eventListeners.add(listener);
    return () => eventListeners.delete(listener);
  },
};
