import { describe, expect, it } from 'vitest';
import { isPassing } from './passing-error.ts';

describe('an error that will have passed in a moment', () => {
  it.each([
    { code: 'P2028' },
    { code: 'ECONNREFUSED' },
    new Error('wrapped', { cause: { code: '55P03' } }),
    new Error('wrapped twice', { cause: new Error('again', { cause: { code: '40P01' } }) }),
    Object.assign(new Error('layered'), {
      meta: { driverAdapterError: { cause: { originalCode: '55P03' } } },
    }),
    new Error('timeout exceeded when trying to connect'),
  ])('is found however deep it lies: %o', (error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each([
    null,
    'P2028',
    new Error('something else'),
    { code: 'P2002' },
    new Error('x', { cause: { code: '23505' } }),
  ])('is not seen in anything else: %o', (error) => {
    expect(isPassing(error)).toBe(false);
  });
});
