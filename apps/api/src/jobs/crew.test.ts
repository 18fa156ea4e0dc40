import { expect, it } from 'vitest';
import { startCrew } from './crew.ts';

const crewOf = (...workers: readonly string[]) => {
  const crew = startCrew<string>();
  for (const worker of workers) crew.join(worker);
  return crew;
};

it('wakes as many as there are jobs, and no more than there are', () => {
  expect(crewOf('a', 'b', 'c').wake(2)).toEqual(['a', 'b']);
  expect(crewOf('a', 'b').wake(9)).toEqual(['a', 'b']);
  expect(crewOf().wake(1)).toEqual([]);
});

it('wakes another one for the next job, before the first has begun with it', () => {
  const crew = crewOf('a', 'b');
  expect([crew.wake(1), crew.wake(1), crew.wake(1)]).toEqual([['a'], ['b'], ['a']]);
});

it('leaves alone whoever works until that is done', () => {
  const crew = crewOf('a', 'b');
  crew.begin('a');
  expect([crew.wake(2), crew.wake(1)]).toEqual([['b'], ['b']]);
  crew.end('a');
  expect(new Set(crew.wake(2))).toEqual(new Set(['a', 'b']));
});
