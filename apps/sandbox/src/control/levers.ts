import { API_LEVERS, type Fault, WEBHOOK_LEVERS } from '../stripe/faults.ts';

type Given = Record<string, unknown>;

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((candidate) => candidate === value);

const words = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map(String)
    : typeof value === 'string' && value !== ''
      ? value.split(/[\s,]+/)
      : [];

const count = (value: unknown, fallback: number): number => {
  const number = Number(value ?? fallback);
  return Number.isInteger(number) && number >= 0 ? number : fallback;
};

/** Reads a lever from a request body; undefined when it names none. */
export const toFault = (given: Given): Fault | undefined => {
  const api = oneOf(API_LEVERS, given.lever);
  if (api) {
    return {
      lever: api,
      method: typeof given.method === 'string' ? given.method.toUpperCase() : '',
      path: typeof given.path === 'string' ? given.path : '',
      holdMs: count(given.holdMs, 0),
      ...(given.perSecond === undefined ? {} : { perSecond: count(given.perSecond, 25) }),
    };
  }
  const webhook = oneOf(WEBHOOK_LEVERS, given.lever);
  const types = words(given.types);
  switch (webhook) {
    case 'webhook_delay':
      return { lever: webhook, types, seconds: count(given.seconds, 60) };
    case 'webhook_reorder':
      return { lever: webhook, types, batch: Math.max(2, count(given.batch, 2)) };
    case 'webhook_drop':
    case 'webhook_duplicate':
      return { lever: webhook, types };
    default:
      return undefined;
  }
};

/** How often a lever works: a number, or null for "until released". */
export const toTimes = (given: Given): number | null => {
  const times = given.times;
  return times === undefined || times === null || times === '' ? null : count(times, 1) || null;
};
