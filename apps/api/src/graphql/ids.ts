import { type ErrorPath, NotFound } from './errors.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque id of an object: its type and its key. */
export const encodeId = (type: string, key: string | number | bigint): string =>
  Buffer.from(`${type}:${key}`, 'utf8').toString('base64url');

/** Reads an opaque id. What is no id answers with an empty type, which no object has. */
export const splitId = (id: string): { typename: string; id: string } => {
  const text = id.length > 200 ? '' : Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? { typename: '', id: '' } : { typename: text.slice(0, colon), id: text.slice(colon + 1) };
};

export const isUuid = (text: string): boolean => UUID.test(text);

/** The uuid inside an opaque id of the given type; null for anything else, so that a query for it finds nothing. */
export const readId = (type: string, id: string | number): string | null => {
  const { typename, id: key } = splitId(String(id));
  return typename === type && isUuid(key) ? key : null;
};

/**
 * The uuid inside an opaque id of the given type. Throws `NotFound` for anything else, so that a malformed id, an id
 * of another type and an id of another organization all look alike.
 */
export const decodeId = (type: string, id: string | number, path: ErrorPath | null = null): string => {
  const key = readId(type, id);
  if (!key) throw new NotFound(type, path);
  return key;
};
