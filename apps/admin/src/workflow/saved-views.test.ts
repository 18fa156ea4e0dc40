import { expect, test } from 'vitest';
import { parseViews, viewOf, withView } from './saved-views.ts';

const late = { name: 'Late', search: { overdue: true, state: 'OPEN' } } as const;

test('what was kept is read again, and what nobody understands is left out', () => {
  expect(
    parseViews(JSON.stringify([late, 7, { name: 'x' }, { name: 'y', search: { state: 'LOST' } }])),
  ).toEqual([late, { name: 'y', search: {} }]);
  expect(parseViews(null)).toEqual([]);
  expect(parseViews('{')).toEqual([]);
  expect(parseViews('{}')).toEqual([]);
});

test('a view of the same name is replaced, and the oldest make room', () => {
  expect(withView([late], { name: ' Late ', search: { mine: true } })).toEqual([
    { name: 'Late', search: { mine: true } },
  ]);
  const many = Array.from({ length: 25 }, (_, at) => ({ name: `${at}`, search: {} }));
  expect(many.reduce(withView, [late]).map(({ name }) => name)).toEqual(
    many.slice(5).map(({ name }) => name),
  );
});

test('the view of a list is known whichever way round its address is written', () => {
  expect(viewOf([late], { state: 'OPEN', overdue: true })).toBe(late);
  expect(viewOf([late], { overdue: true })).toBeUndefined();
});
