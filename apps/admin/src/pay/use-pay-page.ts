import { useEffect, useState } from 'preact/hooks';
import type { PayViewFragment } from '#pay-gql/graphql';
import { subscribe } from '../api/event-source.ts';
import { execute } from '../api/graphql-client.ts';
import { PayPageChanged, PayPageQuery } from './pay.graphql.ts';

export type PayPageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'offline'; readonly page: PayViewFragment | null }
  | { readonly kind: 'live'; readonly page: PayViewFragment };

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

/** Reads the page and follows it live; after a broken line it is read again, so nothing stays behind. */
export const usePayPage = (token: string): PayPageState => {
  const [state, setState] = useState<PayPageState>({ kind: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const wake = (): void => void window.dispatchEvent(new Event('pay-wake'));
    const pauseFor = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          window.removeEventListener('pay-wake', done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        window.addEventListener('pay-wake', done);
      });
    let heard = 0;
    /** Reads the page, unless the stream tells something newer meanwhile. False when the link opens nothing. */
    const read = async (): Promise<boolean> => {
      const before = heard;
      const { payPage } = await execute(PayPageQuery, { token }, signal);
      if (heard === before) setState(payPage ? { kind: 'live', page: payPage } : { kind: 'gone' });
      return payPage !== null && payPage !== undefined;
    };
    // What happens between the first reading and the opening of the stream is told by nobody: read once more.
    const onOpen = (): void => void read().catch(() => undefined);
    const follow = async (): Promise<void> => {
      let pause = FIRST_PAUSE;
      while (!signal.aborted) {
        try {
          if (!(await read())) return;
          for await (const { payPageChanged } of subscribe(PayPageChanged, { token }, { signal, onOpen })) {
            pause = FIRST_PAUSE;
            heard += 1;
            // A link dies with its case.
            setState(payPageChanged ? { kind: 'live', page: payPageChanged } : { kind: 'gone' });
          }
        } catch {
          if (signal.aborted) return;
          setState((before) => ({ kind: 'offline', page: 'page' in before ? before.page : null }));
        }
        await pauseFor(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    };
    void follow();
    // A phone that wakes up, or a page brought back by "back", must not show what was.
    window.addEventListener('online', wake);
    window.addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      stop.abort();
      window.removeEventListener('online', wake);
      window.removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
      wake();
    };
  }, [token]);
  return state;
};
