import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { importBankDay } from './bank-day.ts';
import { type DemoCase, demoCases, type Expiries, ONLINE_SINCE } from './cases.ts';
import { chance, isWeekend } from './moments.ts';
import { connectProvider, receivePayout, type StageAct, sendPayout } from './provider-account.ts';
import { registerCounter } from './reader-acts.ts';
import type { Act } from './stage.ts';
import { afterConfirmation, type Beat } from './stories.ts';

interface Timed {
  /** Unique in the plan, and the same in every seed: the key of what is done. */
  readonly name: string;
  readonly day: string;
  readonly second: number;
}

/** One thing that happens in the demo's past: a case starts, something happens to a case or to the whole business. */
export type PlannedBeat = Timed &
  (
    | {
        readonly kind: 'START';
        readonly caseName: string;
        readonly demoCase: DemoCase;
        readonly dueOn: string;
      }
    | { readonly kind: 'CASE'; readonly caseName: string; readonly act: Act }
    | { readonly kind: 'STAGE'; readonly act: StageAct }
  );

export interface PlanSettings {
  /** The calendar day on which the story ends. */
  readonly today: string;
  /** Only the cases that show every state once, for tests. */
  readonly short: boolean;
  readonly withProvider: boolean;
}

const PAYOUTS = 6;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** After the desk's last round: by then it is known who has paid otherwise. */
const BANK_HOUR = 15.5;
const LAST_SECOND = 24 * HOUR - 1;

/** When people do what they do: the desk in three rounds a day, customers at home, the provider at night. */
const HOURS = {
  DESK: [9, 11.5, 15.25],
  CUSTOMER: [7.5, 12.5, 17, 18.5, 19.25, 20.5],
  PROVIDER: [5],
} as const satisfies Record<Beat['by'], readonly number[]>;
/** How long such a round takes at most. */
const ROUND = 9 * MINUTE;

const secondFor = (name: string, by: Beat['by']): number => {
  const hours = HOURS[by];
  const hour = hours[Math.floor(chance(`${name}:hour`) * hours.length)] ?? hours[0];
  return Math.round(hour * HOUR + chance(name) * ROUND);
};

const nextMonday = (day: string): string => {
  let later = day;
  while (isWeekend(later)) later = addDays(later, 1);
  return later;
};

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);

/** Nobody is at the desk on weekends, unless waiting for Monday would lead into the future. */
const workday = (day: string, today: string): string => {
  const monday = nextMonday(day);
  return monday <= today ? monday : earlier(day, today);
};

const expiryOf = (day: string): string => `${day.slice(5, 7)}/${day.slice(2, 4)}`;

/** The expiries of the cards that are stored in a story that ends on this day. */
export const expiriesOn = (today: string): Expiries => {
  const lastDay = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0)).getUTCDate();
  return {
    ofToday: expiryOf(today),
    ofAMonthAgo: expiryOf(addDays(today, -27)),
    farAway: `08/${String(Number(today.slice(2, 4)) + 4).padStart(2, '0')}`,
    daysToNextMonth: lastDay - Number(today.slice(8)) + 1,
  };
};

/** The beats of one case, each later than the one before it. */
const beatsOf = (demoCase: DemoCase, caseName: string, isFirst: boolean, today: string): PlannedBeat[] => {
  const { start, term, stops, story } = demoCase;
  const dueOn = addDays(today, start + term);
  const startDay = workday(addDays(today, start), today);
  let { day, second } = { day: startDay, second: secondFor(caseName, 'DESK') };
  const started: PlannedBeat = { kind: 'START', name: caseName, caseName, demoCase, dueOn, day, second };
  const beats = isFirst && !stops ? afterConfirmation(story) : story;
  return [
    started,
    ...beats.map((beat, index): PlannedBeat => {
      const name = `${caseName}:${index + 1}`;
      const wanted = addDays(startDay, beat.day);
      const next = later(day, beat.by === 'DESK' ? workday(wanted, today) : earlier(wanted, today));
      const own = secondFor(name, beat.by);
      const pause = Math.round((1 + 3 * chance(`${name}:pause`)) * MINUTE);
      second = next === day ? Math.max(own, second + pause) : own;
      if (second > LAST_SECOND) second = LAST_SECOND;
      day = next;
      return { kind: 'CASE', name, caseName, act: beat.act, day, second };
    }),
  ];
};

const at = (name: string, day: string, hour: number, act: StageAct): PlannedBeat => ({
  kind: 'STAGE',
  name,
  day,
  second: hour * HOUR,
  act,
});

const providerBeats = (today: string): PlannedBeat[] => {
  let lastPayday = today;
  while (isWeekend(lastPayday)) lastPayday = addDays(lastPayday, -1);
  const paydays = Array.from({ length: PAYOUTS }, (_, week) => addDays(lastPayday, -7 * week)).reverse();
  return [
    at('provider', addDays(today, ONLINE_SINCE), 9, connectProvider),
    at('reader', addDays(today, ONLINE_SINCE + 1), 9, registerCounter),
    ...paydays.flatMap((payday) => [
      at(`payout:${payday}`, payday, 4, sendPayout),
      at(`payout:${payday}:arrived`, nextMonday(addDays(payday, 1)), 8, receivePayout),
    ]),
  ].filter(({ day }) => day <= today);
};

/** Everything that happens until today, in order. The same day gives the same plan. */
export const planOf = ({ today, short, withProvider }: PlanSettings): readonly PlannedBeat[] => {
  const counts = new Map<string, number>();
  const cases = demoCases(expiriesOn(today)).filter(({ inShort }) => inShort || !short);
  const ofCases = cases.flatMap((demoCase) => {
    const nth = (counts.get(demoCase.customer) ?? 0) + 1;
    counts.set(demoCase.customer, nth);
    return beatsOf(demoCase, `${demoCase.customer}:${nth}`, nth === 1, today);
  });
  const ofBusiness = [
    ...(withProvider ? providerBeats(today) : []),
    at('bank', today, BANK_HOUR, importBankDay),
  ];
  return [...ofCases, ...ofBusiness].sort((a, b) =>
    a.day === b.day ? a.second - b.second : a.day < b.day ? -1 : 1,
  );
};
