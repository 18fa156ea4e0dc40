import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainedStatement, findGaps } from './statement-gaps.ts';

const statement = (
  closingOn: string,
  sequence: string | null,
  openingMinor: bigint,
  closingMinor: bigint,
): ChainedStatement => ({ id: `${closingOn}/${sequence}`, sequence, closingOn, openingMinor, closingMinor });

const MONDAY = statement('2026-11-23', '230', 0n, 100n);
const TUESDAY = statement('2026-11-24', '231', 100n, 250n);
const WEDNESDAY = statement('2026-11-25', '232', 250n, 250n);
const THURSDAY = statement('2026-11-26', '233', 250n, 400n);

const told = (statements: readonly ChainedStatement[]) =>
  findGaps(statements).map(({ before, after, kind }) => [before.sequence, after.sequence, kind]);

describe('statements of an account', () => {
  it('have no gap while each begins where the last has ended, in whatever order and however often they come', () => {
    expect(told([THURSDAY, MONDAY, WEDNESDAY, TUESDAY])).toEqual([]);
    expect(told([MONDAY, MONDAY, { ...MONDAY, id: 'again' }, TUESDAY])).toEqual([]);
    expect(told([])).toEqual([]);
  });

  it('have a gap where a balance does not go on', () => {
    expect(told([MONDAY, WEDNESDAY, THURSDAY])).toEqual([['230', '232', 'BALANCE']]);
  });

  it('have a gap where a number is missing, also when nothing has moved in between', () => {
    expect(told([TUESDAY, THURSDAY])).toEqual([['231', '233', 'SEQUENCE']]);
  });

  it('may begin their numbers anew with the year, and may have none', () => {
    const december = statement('2026-12-31', '254', 400n, 400n);
    expect(told([december, statement('2027-01-04', '1', 400n, 500n)])).toEqual([]);
    expect(told([december, statement('2027-01-04', '3', 400n, 500n)])).toEqual([['254', '3', 'SEQUENCE']]);
    expect(told([december, statement('2027-01-04', null, 400n, 500n)])).toEqual([]);
  });

  it('of one day follow each other by their balances', () => {
    const noon = statement('2026-11-24', null, 100n, 70n);
    const evening = statement('2026-11-24', null, 70n, 250n);
    expect(told([MONDAY, evening, noon, WEDNESDAY])).toEqual([]);
  });

  it('of a whole chain without one in the middle have exactly one gap', () => {
    const chain = fc
      .array(fc.bigInt({ min: -500n, max: 500n }), { minLength: 3, maxLength: 20 })
      .map((moves) => {
        let balance = 0n;
        return moves.map((move, at) => {
          const opening = balance;
          balance += move;
          const day = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
          return statement(day, String(at + 1), opening, balance);
        });
      });
    fc.assert(
      fc.property(chain, fc.nat(), (whole, pick) => {
        expect(findGaps(whole)).toEqual([]);
        const missing = 1 + (pick % (whole.length - 2));
        expect(findGaps(whole.filter((_, at) => at !== missing))).toHaveLength(1);
      }),
    );
  });
});
