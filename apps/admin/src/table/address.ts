import type { Day } from '../format/parse-date.ts';

/** Readers of what stands in an address; what they do not understand is left out. */
export const oneOf = <TValue extends string>(known: readonly TValue[], value: unknown): TValue | undefined =>
  known.find((one) => one === value);

export const dayIn = (value: unknown): Day | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;

/** A text of figures alone, such as `q=119`, comes out of the address as a number. */
export const textIn = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
};

/** An amount in minor units; a number, because a text of figures would stand in the address with quotes. */
export type Minor = number;

export const minorIn = (value: unknown): Minor | undefined => {
  const text = textIn(value);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

export const flagIn = (value: unknown): true | undefined => (value === true ? true : undefined);

export type Loose<TSearch> = { readonly [TKey in keyof TSearch]?: TSearch[TKey] | undefined };

/** Without what is not set, so that the address stays short. */
export const compact = <TSearch extends object>(entries: Loose<TSearch>): TSearch =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as TSearch;
