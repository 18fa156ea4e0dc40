import { describe, expect, it } from 'vitest';
import { parseQuery } from './search.ts';

const FIELDS = ['status', 'amount'];

describe('a search query', () => {
  it('is read clause by clause', () => {
    expect(parseQuery(`status:"succeeded" AND -metadata['a b']:'it\\'s' AND amount>=100`, FIELDS)).toEqual({
      any: false,
      clauses: [
        { field: 'status', key: null, operator: ':', value: 'succeeded', negated: false },
        { field: 'metadata', key: 'a b', operator: ':', value: "it's", negated: true },
        { field: 'amount', key: null, operator: '>=', value: '100', negated: false },
      ],
    });
  });

  it('joins by AND when nothing stands between two clauses', () => {
    expect(parseQuery("status:'a' amount<5", FIELDS)).toMatchObject({ any: false, clauses: { length: 2 } });
  });

  it.each([
    '',
    'status',
    "status:'a' AND",
    "status:'a' OR amount>1 AND amount<2",
    "color:'red'",
    "status['x']:'a'",
  ])('is refused: %s', (query) => {
    expect(() => parseQuery(query, FIELDS)).toThrow();
  });
});
