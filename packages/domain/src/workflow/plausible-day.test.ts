import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDayProblem, pastDayProblem, supplyDayProblem } from './plausible-day.ts';

const TODAY = '2026-11-23';

describe('a day that can be meant', () => {
  it.each([
    ['2026-11-22', 'IN_THE_PAST', null, null],
    ['2026-11-23', null, null, null],
    ['2026-11-24', null, 'IN_THE_FUTURE', null],
    ['2036-11-23', null, 'IN_THE_FUTURE', null],
    ['2036-11-24', 'TOO_FAR_AHEAD', 'IN_THE_FUTURE', 'TOO_FAR_AHEAD'],
    ['9999-12-31', 'TOO_FAR_AHEAD', 'IN_THE_FUTURE', 'TOO_FAR_AHEAD'],
    ['2016-11-23', 'IN_THE_PAST', null, null],
    ['2016-11-22', 'IN_THE_PAST', 'TOO_LONG_AGO', 'TOO_LONG_AGO'],
    ['0001-01-01', 'IN_THE_PAST', 'TOO_LONG_AGO', 'TOO_LONG_AGO'],
  ])('%s: due %s, happened %s, supplied %s', (day, due, past, supply) => {
    expect([dueDayProblem(day, TODAY), pastDayProblem(day, TODAY), supplyDayProblem(day, TODAY)]).toEqual([
      due,
      past,
      supply,
    ]);
  });

  it('lies within ten years, on a leap day too', () => {
    expect(dueDayProblem('2038-02-28', '2028-02-29')).toBeNull();
    expect(dueDayProblem('2038-03-01', '2028-02-29')).toBe('TOO_FAR_AHEAD');
    expect(pastDayProblem('2018-02-28', '2028-02-29')).toBe('TOO_LONG_AGO');
    expect(pastDayProblem('2018-03-01', '2028-02-29')).toBeNull();
  });

  it('is either due or has happened, and only today is both', () => {
    const someDay = fc
      .date({ min: new Date('2017-01-01'), max: new Date('2036-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(someDay, (day) => {
        const isDue = dueDayProblem(day, TODAY) === null;
        const isPast = pastDayProblem(day, TODAY) === null;
        expect([isDue, isPast]).toEqual([day >= TODAY, day <= TODAY]);
        expect(supplyDayProblem(day, TODAY)).toBeNull();
      }),
    );
  });
});
