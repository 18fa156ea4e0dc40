import { expect, test } from 'vitest';
import type { LiveEventFragment } from '#gql/graphql';
import { type Follow, followEvents } from './follow-events.ts';
import type { LiveState } from './live-store.ts';

const event = (position: number): LiveEventFragment => ({
  id: `e${position}`,
  position: String(position),
  cursor: `c${position}`,
  type: 'STEP_DONE',
  at: '2026-11-23T10:00:00Z',
  reason: null,
  actor: { kind: 'SYSTEM', name: null },
  case: null,
});

/** Plays one script per connection; the last one stops the follower. */
const play = async (after: string | null, heads: (number | null)[], connections: (number | 'break')[][]) => {
  const stop = new AbortController();
  const seen: string[] = [];
  const opened: (string | null)[] = [];
  const states: LiveState['kind'][] = [];
  const pauses: number[] = [];
  const follow: Follow = {
    open: async function* (cursor, _signal, onOpen) {
      opened.push(cursor);
      const script = connections[opened.length - 1];
      if (!script) return stop.abort();
      if (script[0] === 'break') throw new Error('broken');
      onOpen();
      for (const step of script) {
        if (step === 'break') throw new Error('broken');
        yield event(step);
      }
    },
    head: async () => {
      const head = heads[Math.min(opened.length, heads.length - 1)];
      return head ? { cursor: `c${head}`, position: String(head) } : null;
    },
    onEvent: ({ cursor }) => seen.push(cursor),
    onState: ({ kind }) => states.push(kind),
    wait: async (milliseconds) => void pauses.push(milliseconds),
    now: () => '2026-11-23T10:00:00Z',
  };
  await followEvents(after, stop.signal, follow);
  return { seen, opened, states, pauses };
};

test('a first connection starts at the newest event and is live at once', async () => {
  const { opened, states } = await play(null, [7], [[8]]);
  expect(opened).toEqual(['c7', 'c8']);
  expect(states[0]).toBe('live');
});

test('after a break it goes on behind the last event seen and says that it is catching up', async () => {
  const { seen, opened, states } = await play(
    'c7',
    [7, 10, 11],
    [
      [8, 'break'],
      [9, 10, 11],
    ],
  );
  expect(seen).toEqual(['c8', 'c9', 'c10', 'c11']);
  expect(opened).toEqual(['c7', 'c8', 'c11']);
  expect(states).toEqual(['live', 'offline', 'catching-up', 'live', 'offline']);
});

test('the pauses grow while nobody answers and start small again after a success', async () => {
  const { pauses } = await play('c7', [7, 7, 7, 8], [['break'], ['break'], [8, 'break']]);
  expect(pauses).toEqual([1000, 2000, 1000]);
});

test('an empty log is followed from now on', async () => {
  const { opened, states } = await play(null, [null], [[1]]);
  expect(opened[0]).toBeNull();
  expect(states[0]).toBe('live');
});
