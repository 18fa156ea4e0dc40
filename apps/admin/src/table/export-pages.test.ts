import { expect, test } from 'vitest';
import { readAllPages } from './export-pages.ts';

const pages = (counts: readonly number[]) => async (after: string | null) => {
  const index = after === null ? 0 : Number(after);
  return {
    totalCount: counts.reduce((sum, count) => sum + count, 0),
    pageInfo: { hasNextPage: index + 1 < counts.length, endCursor: String(index + 1) },
    edges: Array.from({ length: counts[index] ?? 0 }, (_, at) => ({ node: `${index}/${at}` })),
  };
};

test('all pages are read in their order, and whoever waits is told how far it is', async () => {
  const told: string[] = [];
  const nodes = await readAllPages({
    load: pages([2, 2, 1]),
    onProgress: (read, total) => told.push(`${read} of ${total}`),
    signal: new AbortController().signal,
  });
  expect(nodes).toEqual(['0/0', '0/1', '1/0', '1/1', '2/0']);
  expect(told).toEqual(['2 of 5', '4 of 5', '5 of 5']);
});

test('somebody who has enough is not read on for', async () => {
  const leaving = new AbortController();
  const reading = readAllPages({
    load: pages([2, 2, 1]),
    onProgress: () => leaving.abort(),
    signal: leaving.signal,
  });
  await expect(reading).rejects.toThrow();
});
