import { invalidRequest } from './stripe-error.ts';

/** A decoded form value: Stripe nests by brackets, `a[b]=1`, `a[0]=x`, `a[]=x`. */
export type Raw = string | RawList | RawMap;
export type RawList = Raw[];
export interface RawMap {
  [key: string]: Raw;
}

const emptyMap = (): RawMap => Object.create(null) as RawMap;

/** A file of a multipart body, as the map its parser reads. */
export const fileAsRaw = (file: File): RawMap =>
  Object.assign(emptyMap(), { filename: file.name, size: String(file.size), media_type: file.type });

const MAX_DEPTH = 8;

const keyPath = (key: string): string[] => {
  const open = key.indexOf('[');
  if (open < 0) return [key];
  const segments = [...key.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  if (open === 0 || segments.length > MAX_DEPTH) throw invalidRequest(`Invalid parameter name: ${key}`);
  return [key.slice(0, open), ...segments];
};

/** Maps whose keys are 0, 1, 2 … are lists; any other order of numeric keys is refused as Stripe refuses it. */
const listsFromMaps = (value: Raw, path: string): Raw => {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  const children = keys.map((key) => listsFromMaps(value[key] ?? '', path ? `${path}[${key}]` : key));
  if (path && keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    const gap = keys.findIndex((key, index) => Number(key) !== index);
    if (gap >= 0) {
      throw invalidRequest(
        'If passing an array with explicit keys (e.g. foo[0]=a&foo[1]=b) instead of as an array (e.g. foo[]=a&foo[]=b), ' +
          `the keys must be numeric and sequential starting from 0. You passed the key \`${keys[gap]}\`, ` +
          `we expected to have a key with the value \`${gap}\`.`,
        { param: path },
      );
    }
    return children;
  }
  return Object.assign(emptyMap(), Object.fromEntries(keys.map((key, index) => [key, children[index]])));
};

/** Decodes a form-encoded body or query string into nested maps and lists of strings. */
export const decodeForm = (encoded: string): RawMap => {
  const root = emptyMap();
  for (const [key, value] of new URLSearchParams(encoded)) {
    const path = keyPath(key);
    let node = root;
    path.forEach((segment, index) => {
      const name = segment === '' ? String(Object.keys(node).length) : segment;
      if (index === path.length - 1) {
        node[name] = value;
        return;
      }
      const child = node[name];
      if (child === undefined) node[name] = emptyMap();
      else if (typeof child === 'string')
        throw invalidRequest(`Invalid object: ${key}`, { param: path[0] ?? key });
      node = node[name] as RawMap;
    });
  }
  return listsFromMaps(root, '') as RawMap;
};

/** The same parameters in any order give the same text; idempotency keys compare it. */
export const canonical = (value: Raw): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? '')}`).join(',')}}`;
};
