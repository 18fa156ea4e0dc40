import type { LiveEventFragment } from '#gql/graphql';
import { subscribe } from '../api/event-source.ts';
import { execute } from '../api/graphql-client.ts';
import { type Follow, followEvents } from './follow-events.ts';
import { EventAppended, EventHead } from './live.graphql.ts';
import { type LiveState, liveStore } from './live-store.ts';

type Note =
  | { readonly kind: 'event'; readonly event: LiveEventFragment }
  | { readonly kind: 'state'; readonly state: LiveState }
  | { readonly kind: 'ask' };

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    // Half random, so that a thousand panels do not all come back in the same second.
    const timer = setTimeout(done, milliseconds * (0.5 + Math.random() / 2));
    addEventListener('online', done, { once: true });
    signal.addEventListener('abort', done, { once: true });
  });

async function* open(after: string | null, signal: AbortSignal, onOpen: () => void) {
  for await (const { eventAppended } of subscribe(EventAppended, { after }, { signal, onOpen }))
    yield eventAppended;
}

const head: Follow['head'] = async () => (await execute(EventHead, {})).latestEvents.edges[0]?.node ?? null;

/**
 * One event stream per browser: the tab that holds the lock reads it and tells the others, because a browser
 * keeps only six HTTP/1.1 connections per host. When it goes, another tab takes over behind the last event it has
 * seen. Without Web Locks (plain HTTP in the local network) every tab reads for itself.
 */
export const shareEventStream = (organizationId: string, signal: AbortSignal): void => {
  const name = `zahlwerk-live-${organizationId}`;
  const channel = new BroadcastChannel(name);
  let cursor: string | null = null;
  let leads = false;

  const take = (note: Note): void => {
    if (note.kind === 'state') liveStore.setState(note.state);
    if (note.kind === 'event') {
      cursor = note.event.cursor;
      liveStore.publish(note.event);
    }
  };
  const tell = (note: Note): void => {
    channel.postMessage(note);
    take(note);
  };
  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    if (data.kind !== 'ask') take(data);
    else if (leads) channel.postMessage({ kind: 'state', state: liveStore.getState() } satisfies Note);
  };
  const lead = (): Promise<void> => {
    leads = true;
    return followEvents(cursor, signal, {
      open,
      head,
      wait,
      onEvent: (event) => tell({ kind: 'event', event }),
      onState: (state) => tell({ kind: 'state', state }),
      now: () => new Date().toISOString(),
    });
  };

  signal.addEventListener('abort', () => channel.close(), { once: true });
  channel.postMessage({ kind: 'ask' } satisfies Note);
  // The request is abandoned when the signal aborts while it waits for its turn.
  if ('locks' in navigator) navigator.locks.request(name, { signal }, lead).catch(() => undefined);
  else void lead();
};
