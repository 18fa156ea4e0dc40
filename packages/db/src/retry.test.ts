import { describe, expect, it } from 'vitest';
import { retryOnConflict } from './retry.ts';

const failing = (times: number, error: unknown) => {
  let runs = 0;
  const work = async (): Promise<number> => {
    runs += 1;
    if (runs <= times) throw error;
    return runs;
  };
  return { work, runs: () => runs };
};

describe('retryOnConflict', () => {
  it.each([
    ['a deadlock from the driver', { code: '40P01' }],
    ['a serialization failure from the driver', { code: '40001' }],
    ['a write conflict from Prisma', { code: 'P2034' }],
    [
      'a raw query that Prisma wraps',
      { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '40P01' } } } },
    ],
    ['an adapter error by its kind', { cause: { kind: 'TransactionWriteConflict' } }],
  ])('runs again after %s', async (_name, error) => {
    expect(await retryOnConflict(failing(2, error).work)).toBe(3);
  });

  it('gives up after the third repetition', async () => {
    const { work, runs } = failing(9, { code: '40001' });
    await expect(retryOnConflict(work)).rejects.toEqual({ code: '40001' });
    expect(runs()).toBe(4);
  });

  it.each([new Error('refused'), { code: 'P2002' }, 'a string', null])(
    'does not run again after %s',
    async (error) => {
      const { work, runs } = failing(1, error);
      await expect(retryOnConflict(work)).rejects.toBe(error);
      expect(runs()).toBe(1);
    },
  );
});
