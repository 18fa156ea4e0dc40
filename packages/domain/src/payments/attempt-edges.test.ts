import { describe, expect, it } from 'vitest';
import { ATTEMPT_STATES } from '../workflow/payment-case.ts';
import { ATTEMPT_EDGES, mayMove } from './attempt-edges.ts';

describe('the edges of an attempt', () => {
  it('start from every state there is', () => {
    expect(Object.keys(ATTEMPT_EDGES).sort()).toEqual([...ATTEMPT_STATES].sort());
  });

  it('stick at the end, but for money that comes on a canceled attempt', () => {
    expect(ATTEMPT_STATES.filter((to) => mayMove('SUCCEEDED', to))).toEqual([]);
    expect(ATTEMPT_STATES.filter((to) => mayMove('CANCELED', to))).toEqual(['SUCCEEDED']);
  });

  it('lead to success and to cancellation from everywhere else', () => {
    const underway = ATTEMPT_STATES.filter((state) => state !== 'SUCCEEDED' && state !== 'CANCELED');
    for (const from of underway) {
      expect(mayMove(from, 'SUCCEEDED'), from).toBe(true);
      expect(mayMove(from, 'CANCELED'), from).toBe(true);
    }
  });

  it('lead back after a decline, and never to the state itself', () => {
    expect(mayMove('DECLINED', 'REQUIRES_ACTION')).toBe(true);
    expect(ATTEMPT_STATES.filter((state) => mayMove(state, state))).toEqual([]);
  });

  it('lead back to the start only from the unknown', () => {
    expect(ATTEMPT_STATES.filter((from) => mayMove(from, 'CREATED'))).toEqual(['UNKNOWN']);
  });
});
