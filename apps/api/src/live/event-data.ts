import { isUuid } from '../graphql/ids.ts';

/** The part of an entry of the log in which its own fields lie. */
export interface Told {
  readonly data: unknown;
}

const valueAt = ({ data }: Told, key: string): unknown =>
  typeof data === 'object' && data !== null && key in data ? data[key as keyof typeof data] : null;

/** The text under a key; null where the event does not tell it. */
export const textOf = (event: Told, key: string): string | null => {
  const value = valueAt(event, key);
  return typeof value === 'string' ? value : null;
};

/** The whole number under a key, such as the run of a step. */
export const numberOf = (event: Told, key: string): number | null => {
  const value = valueAt(event, key);
  return typeof value === 'number' ? value : null;
};

/** Whether the event tells that this is so. */
export const isSo = (event: Told, key: string): boolean => valueAt(event, key) === true;

/** One of the values that the key may have. */
export const oneOf = <Value extends string>(
  event: Told,
  key: string,
  values: readonly Value[],
): Value | null => values.find((value) => value === textOf(event, key)) ?? null;

/** Where the object lies whose id stands under a key. */
export const placeOf = (event: Told & { readonly organizationId: string }, key: string) => {
  const id = textOf(event, key);
  return id && isUuid(id) ? { organizationId_id: { organizationId: event.organizationId, id } } : null;
};

/** What every event of its kind tells; one that does not was not written by this house. */
export const told = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('The log has an event that does not tell what its kind always tells.');
  return value;
};
