import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { describe, expect, it } from 'vitest';
import { demoCases, type Expiries } from './cases.ts';
import { instantOf, isWeekend, storyInstant } from './moments.ts';
import { expiriesOn, type PlannedBeat, planOf } from './plan.ts';

/** Every day of more than a year: all weekdays, ends of months, a leap day, both changes of the clocks. */
const DAYS = Array.from({ length: 430 }, (_, index) => addDays('2027-12-20', index));

const planOn = (today: string): readonly PlannedBeat[] => planOf({ today, short: false, withProvider: true });

const lastDayOf = (expiry: string): string =>
  new Date(Date.UTC(2000 + Number(expiry.slice(3)), Number(expiry.slice(0, 2)), 0))
    .toISOString()
    .slice(0, 10);

describe('the plan of the demo', () => {
  it('is the same whenever it is made for the same day', () => {
    const told = (plan: readonly PlannedBeat[]) => plan.map(({ name, day, second }) => [name, day, second]);
    expect(told(planOn('2028-02-29'))).toEqual(told(planOn('2028-02-29')));
  });

  it('never leads into the future, gives every beat its own name and keeps the order of a case', () => {
    for (const today of DAYS) {
      const plan = planOn(today);
      expect(plan.every(({ day, second }) => day <= today && second >= 0 && second < 86_400)).toBe(true);
      expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length);
      const seen = new Map<string, number>();
      for (const beat of plan) {
        if (beat.kind === 'STAGE') continue;
        const index = beat.kind === 'START' ? 0 : Number(beat.name.split(':')[2]);
        expect(index).toBe(seen.get(beat.caseName) ?? 0);
        seen.set(beat.caseName, index + 1);
      }
    }
  });

  it('lets no case start after the day on which it is due, and the desk rest on weekends', () => {
    for (const today of DAYS)
      for (const beat of planOn(today)) {
        if (beat.kind !== 'START') continue;
        expect(beat.dueOn >= beat.day).toBe(true);
        // Only what Monday would put into the future is done on a weekend.
        if (isWeekend(beat.day))
          expect(addDays(beat.day, 2) > today || addDays(beat.day, 1) > today).toBe(true);
      }
  });

  it('has about eighty cases of about forty customers, and few enough for a test in its short form', () => {
    const cases = demoCases(expiriesOn('2028-02-29'));
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(new Set(cases.map(({ customer }) => customer)).size).toBeGreaterThanOrEqual(35);
    expect(cases.filter(({ inShort }) => inShort).length).toBeLessThan(20);
  });

  it('stores cards that are good then and will have expired when the next case is due', () => {
    for (const today of DAYS) {
      const { ofToday, ofAMonthAgo, farAway, daysToNextMonth }: Expiries = expiriesOn(today);
      const plan = planOn(today);
      const dayOf = (name: string) => plan.find((beat) => beat.name === name)?.day ?? '';
      const dueOf = (caseName: string) =>
        plan.flatMap((beat) =>
          beat.kind === 'START' && beat.caseName === caseName ? [beat.dueOn] : [],
        )[0] ?? '';
      expect(lastDayOf(ofToday) >= dayOf('zimmermann:1:3')).toBe(true);
      expect(lastDayOf(ofToday) < dueOf('zimmermann:2')).toBe(true);
      expect(lastDayOf(ofAMonthAgo) >= dayOf('nowak:2:2')).toBe(true);
      expect(lastDayOf(ofAMonthAgo) < dueOf('nowak:3')).toBe(true);
      expect(lastDayOf(farAway) > addDays(today, 365)).toBe(true);
      expect(addDays(today, daysToNextMonth).slice(8)).toBe('01');
    }
  });
});

describe('a moment of the story', () => {
  const zone = 'Europe/Berlin';

  it('is what clocks at the place of the business show, in summer and in winter', () => {
    expect(instantOf('2028-07-01', 9 * 3_600, zone).toISOString()).toBe('2028-07-01T07:00:00.000Z');
    expect(instantOf('2028-12-01', 9 * 3_600, zone).toISOString()).toBe('2028-12-01T08:00:00.000Z');
  });

  it('of today lies in the past, in its order', () => {
    const now = new Date('2028-07-01T08:00:00Z');
    const moments = [0, 9, 15, 23].map((hour) =>
      storyInstant('2028-07-01', hour * 3_600, zone, now).getTime(),
    );
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments.every((moment) => moment < now.getTime())).toBe(true);
  });

  it('of another day is left as it is', () => {
    const now = new Date('2028-07-02T08:00:00Z');
    expect(storyInstant('2028-07-01', 9 * 3_600, zone, now)).toEqual(
      instantOf('2028-07-01', 9 * 3_600, zone),
    );
  });
});
