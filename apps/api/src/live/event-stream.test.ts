import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVENT_ID, type StreamedResult } from '../graphql/execution.ts';
import { eventStream } from './event-stream.ts';

const LIMITS = { pingMs: 12_000, stalledMs: 30_000 };

/** Results as long as somebody asks for them; tells how many were asked for and whether it was ended. */
const source = () => {
  const seen = { asked: 0, ended: false };
  const results: AsyncIterableIterator<StreamedResult> = {
    next: async () => {
      seen.asked += 1;
      return { done: false, value: { data: { at: seen.asked }, [EVENT_ID]: `id-${seen.asked}` } };
    },
    return: async () => {
      seen.ended = true;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return { seen, results };
};

const text = (chunk: ReadableStreamReadResult<Uint8Array>): string => new TextDecoder().decode(chunk.value);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a stream of server-sent events', () => {
  it('opens at once and gives each event its id', async () => {
    const reader = eventStream(source().results, () => {}, LIMITS).getReader();
    expect(text(await reader.read())).toBe(':\n\n');
    expect(text(await reader.read())).toBe('id: id-1\nevent: next\ndata: {"data":{"at":1}}\n\n');
    expect(text(await reader.read())).toContain('id: id-2');
    await reader.cancel();
  });

  it('produces no more than one event ahead of its reader', async () => {
    const { seen, results } = source();
    const reader = eventStream(results, () => {}, LIMITS).getReader();
    await reader.read();
    await reader.read();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(seen.asked).toBe(2);
    await reader.cancel();
    expect(seen.ended).toBe(true);
  });

  it('cuts off a reader that takes nothing for half a minute, and ends what feeds it', async () => {
    const { seen, results } = source();
    const cut = vi.fn();
    const reader = eventStream(results, cut, LIMITS).getReader();
    await reader.read();
    await reader.read();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(cut).toHaveBeenCalledOnce();
    expect(seen.ended).toBe(true);
  });

  it('keeps a quiet connection alive', async () => {
    const silent: AsyncIterableIterator<StreamedResult> = {
      next: () => new Promise(() => {}),
      return: async () => ({ done: true, value: undefined }),
      [Symbol.asyncIterator]: () => silent,
    };
    const cut = vi.fn();
    const reader = eventStream(silent, cut, LIMITS).getReader();
    await reader.read();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(text(await reader.read())).toBe(':\n\n');
    expect(cut).not.toHaveBeenCalled();
    await reader.cancel();
  });

  it('says when it is complete', async () => {
    const empty: AsyncIterableIterator<StreamedResult> = {
      next: async () => ({ done: true, value: undefined }),
      [Symbol.asyncIterator]: () => empty,
    };
    const reader = eventStream(empty, () => {}, LIMITS).getReader();
    await reader.read();
    expect(text(await reader.read())).toBe('event: complete\ndata:\n\n');
    expect((await reader.read()).done).toBe(true);
  });

  it('hides what is meant for the transport', async () => {
    const { results } = source();
    const failing: AsyncIterableIterator<StreamedResult> = {
      ...results,
      next: async () => ({
        done: false,
        value: {
          data: null,
          extensions: {},
          errors: [{ extensions: { code: 'X', http: { status: 500 } } }] as never,
        },
      }),
      [Symbol.asyncIterator]: () => failing,
    };
    const reader = eventStream(failing, () => {}, LIMITS).getReader();
    await reader.read();
    expect(text(await reader.read())).not.toContain('http');
    await reader.cancel();
  });
});
