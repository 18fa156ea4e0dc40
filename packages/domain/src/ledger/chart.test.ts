import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNTS, type AccountKey } from './accounts.ts';
import { CHARTS, defaultNumber, hasDefaultNumber, numberProblem, renumber } from './chart.ts';

const KEYS = Object.keys(ACCOUNTS) as AccountKey[];
const inChart = (chart: (typeof CHARTS)[number]) =>
  KEYS.map((key) => ({ key, number: defaultNumber(key, chart) }));

describe.each(CHARTS)('the chart %s', (chart) => {
  it('has a number of four digits of its own for each account', () => {
    const numbers = inChart(chart).map(({ number }) => number);
    expect(numbers.filter((number) => !/^[0-9]{4}$/.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('another chart', () => {
  it('renumbers every account that nobody has changed, and back', () => {
    const changed = renumber(inChart('SKR03'), 'SKR03', 'SKR04');
    expect(changed).toEqual(inChart('SKR04'));
    expect(renumber(changed, 'SKR04', 'SKR03')).toEqual(inChart('SKR03'));
  });

  it('leaves a number that somebody has chosen', () => {
    const own = inChart('SKR03').map((one) => (one.key === 'BANK' ? { ...one, number: '1210' } : one));
    const changed = renumber(own, 'SKR03', 'SKR04');
    expect(changed.filter((account) => !hasDefaultNumber(account, 'SKR04'))).toEqual([
      { key: 'BANK', number: '1210' },
    ]);
  });

  it('never gives a number twice, whatever people have chosen before', () => {
    const chosen = fc.array(
      fc.constantFrom(...KEYS.map((key) => defaultNumber(key, 'SKR04')), '1111', '2222'),
    );
    fc.assert(
      fc.property(chosen, fc.infiniteStream(fc.nat(KEYS.length - 1)), (numbers, places) => {
        const accounts = inChart('SKR03');
        for (const number of numbers) {
          const at = places.next().value ?? 0;
          const account = accounts[at];
          if (account && !accounts.some((other) => other.number === number))
            accounts[at] = { ...account, number };
        }
        const changed = renumber(accounts, 'SKR03', 'SKR04');
        expect(new Set(changed.map(({ number }) => number)).size).toBe(changed.length);
        for (const [at, before] of accounts.entries())
          if (!hasDefaultNumber(before, 'SKR03')) expect(changed[at]).toEqual(before);
      }),
    );
  });
});

describe('the number of an account', () => {
  it('is of one length with the others, and nobody else’s', () => {
    expect(numberProblem('1200', ['1400', '8400'], 4)).toBeNull();
    expect(numberProblem('1400', ['1400', '8400'], 4)).toBe('ACCOUNT_NUMBER_TAKEN');
    expect(numberProblem('14000', ['1400'], 4)).toBe('ACCOUNT_NUMBERS_OF_ONE_LENGTH');
  });
});
