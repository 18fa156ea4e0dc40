import type { FetchAPI, Plugin } from 'graphql-yoga';
import { EVENT_ID, type StreamedResult } from '../graphql/execution.ts';

const PING_MS = 12_000;
/** A reader that takes nothing for so long is cut off; it comes back with its last id. */
const STALLED_MS = 30_000;
const ENCODER = new TextEncoder();

export interface StreamLimits {
  readonly pingMs: number;
  readonly stalledMs: number;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // A proxy must not hold events back.
  'x-accel-buffering': 'no',
};

/** `http` tells Yoga which status to answer with; it is no business of the reader's. */
const withoutInternals = (key: string, value: unknown): unknown => (key === 'http' ? undefined : value);

const chunk = ({ [EVENT_ID]: id, data, errors, extensions }: StreamedResult): Uint8Array => {
  const told = errors?.map((error) => JSON.parse(JSON.stringify(error, withoutInternals)));
  const body = JSON.stringify({ data, errors: told, extensions });
  return ENCODER.encode(`${id ? `id: ${id}\n` : ''}event: next\ndata: ${body}\n\n`);
};

/**
 * Server-sent events, "distinct connections mode" of the GraphQL-SSE protocol, with an `id:` per event to resume from.
 * Only what the reader takes is produced: nothing piles up for a slow one, and a stalled one is cut off.
 */
export const eventStream = (
  results: AsyncIterable<StreamedResult>,
  cut: () => void,
  { pingMs, stalledMs }: StreamLimits,
): ReadableStream<Uint8Array> => {
  const iterator = results[Symbol.asyncIterator]();
  let pinging: NodeJS.Timeout;
  let stalled: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(pinging);
    clearTimeout(stalled);
  };
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      // The first bytes at once, or some clients wait with opening the stream.
      controller.enqueue(ENCODER.encode(':\n\n'));
      pinging = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(ENCODER.encode(':\n\n'));
      }, pingMs);
    },
    pull: async (controller) => {
      clearTimeout(stalled);
      const { done, value } = await iterator.next();
      if (done) {
        stop();
        controller.enqueue(ENCODER.encode('event: complete\ndata:\n\n'));
        controller.close();
        return;
      }
      controller.enqueue(chunk(value));
      stalled = setTimeout(() => {
        stop();
        iterator.return?.().catch(() => {});
        cut();
      }, stalledMs);
    },
    cancel: async () => {
      stop();
      await iterator.return?.();
    },
  });
};

const isStream = (result: unknown): result is AsyncIterable<StreamedResult> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;

/** Answers subscriptions with our own event stream instead of Yoga's, which knows no ids. */
export const useEventStream = (
  limits: StreamLimits = { pingMs: PING_MS, stalledMs: STALLED_MS },
): Plugin => ({
  onResultProcess: ({ result, acceptableMediaTypes, setResultProcessor, serverContext }) => {
    if (!isStream(result) || !acceptableMediaTypes.includes('text/event-stream')) return;
    const { cut = () => {} } = serverContext as { cut?: () => void };
    setResultProcessor(
      (_result: unknown, { Response }: FetchAPI) =>
        new Response(eventStream(result, cut, limits), { headers: HEADERS }),
      'text/event-stream',
    );
  },
});
