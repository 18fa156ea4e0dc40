import type { Scope } from '../world.ts';
import type { RawMap } from './form.ts';
import { type Fields, list, type Parsed, parseFields, text } from './parameters.ts';

/** A JSON object as it goes over the wire. */
export type Wire = object;

export interface Call<F extends Fields> {
  readonly scope: Scope;
  /** The `:id` of the path, or an empty string where the path has none. */
  readonly id: string;
  /** The `:part` of the path, where an object belongs to another. */
  readonly part: string;
  readonly params: Parsed<F>;
}

/** What a path names. */
interface Named {
  readonly id: string;
  readonly part: string;
}

type Handler = (scope: Scope, named: Named, raw: RawMap) => { answer: Wire; expand: string[] };

/** One method and path of the API, with the parameters it takes. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly fields: Fields;
  readonly handle: Handler;
  /** What it answers to a publishable key; missing where it takes none. */
  readonly publicly?: Handler;
}

const EXPAND = { expand: list(text) };

export const endpoint = <const F extends Fields>(
  method: Endpoint['method'],
  path: string,
  fields: F,
  run: (call: Call<F>) => Wire,
): Endpoint => ({
  method,
  path,
  fields,
  handle: (scope, named, raw) => {
    const { expand: rawExpand, ...rest } = raw;
    const { expand = [] } = parseFields(EXPAND, rawExpand === undefined ? {} : { expand: rawExpand });
    return {
      answer: run({ scope, id: named.id, part: named.part, params: parseFields(fields, rest) }),
      expand,
    };
  },
});

/** Opens an endpoint to publishable keys as it is. */
export const forEverybody = (open: Endpoint): Endpoint => ({ ...open, publicly: open.handle });
