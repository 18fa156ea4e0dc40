import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eur } from '../../test/a-payment-case.ts';
import { type AccountMovement, accountStatement } from './account-statement.ts';

const NOVEMBER = { from: '2026-11-01', until: '2026-11-30', currency: 'EUR' } as const;

const aMovement = (on: string, minor: bigint, reason: AccountMovement['reason'] = 'INVOICE') => ({
  ...{ on, minor, reason },
  reference: 'RE-2026-0001',
});

it('goes on from what was before, row by row, and leaves out what comes after', () => {
  const statement = accountStatement(
    [
      aMovement('2026-10-31', 5_000n),
      aMovement('2026-11-01', 11_900n),
      aMovement('2026-11-30', -20_000n, 'PAYMENT'),
      aMovement('2026-12-01', 100n),
    ],
    NOVEMBER,
  );
  expect(statement).toMatchObject({
    opening: eur(5_000),
    debits: eur(11_900),
    credits: eur(20_000),
    closing: eur(-3_100),
  });
  expect(statement.rows.map(({ debit, credit, balance }) => [debit, credit, balance.minor])).toEqual([
    [eur(11_900), null, 16_900n],
    [null, eur(20_000), -3_100n],
  ]);
});

it('leaves out what only moves from credit to a claim', () => {
  expect(accountStatement([aMovement('2026-11-05', 0n, 'PAYMENT')], NOVEMBER).rows).toEqual([]);
});

it('orders by day and keeps the order of posting within one', () => {
  const { rows } = accountStatement(
    [aMovement('2026-11-09', 3n), aMovement('2026-11-02', 1n), aMovement('2026-11-09', 4n)],
    NOVEMBER,
  );
  expect(rows.map(({ debit }) => debit?.minor)).toEqual([1n, 3n, 4n]);
});

it('adds up whatever was posted, and a second period begins where the first has ended', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`);
  const movements = fc.array(
    fc.tuple(day, fc.bigInt(-100_000n, 100_000n)).map(([on, minor]) => aMovement(on, minor)),
  );
  fc.assert(
    fc.property(movements, day, (posted, split) => {
      const whole = accountStatement(posted, NOVEMBER);
      expect(whole.opening.minor + whole.debits.minor - whole.credits.minor).toBe(whole.closing.minor);
      expect(whole.rows.at(-1)?.balance ?? whole.opening).toEqual(whole.closing);
      const before = accountStatement(posted, { ...NOVEMBER, until: split });
      const after = accountStatement(posted, {
        ...NOVEMBER,
        from: split.replace(/\d\d$/, (date) => String(Number(date) + 1).padStart(2, '0')),
      });
      expect(before.closing).toEqual(after.opening);
      expect(after.closing).toEqual(whole.closing);
    }),
  );
});
