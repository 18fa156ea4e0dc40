import type Stripe from 'stripe';
import type { Scope } from '../world.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { integer, required, text } from './parameters.ts';
import { invalidRequest } from './stripe-error.ts';

interface Clause {
  readonly field: string;
  /** Key inside `metadata`, when the field is `metadata['key']`. */
  readonly key: string | null;
  readonly operator: ':' | '~' | '>' | '<' | '>=' | '<=';
  readonly value: string;
  readonly negated: boolean;
}

const CLAUSE =
  /^(-?)([a-z_0-9.]+)(?:\[(?:'([^']*)'|"([^"]*)")\])?\s*(:|~|>=|<=|>|<)\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+|null))/;

/** Reads Stripe's query language: clauses joined by AND or by OR, never by both. */
export const parseQuery = (
  query: string,
  searchable: readonly string[],
): { clauses: Clause[]; any: boolean } => {
  const refuse = () =>
    invalidRequest(`We were unable to parse your search query: ${query}`, { param: 'query' });
  const clauses: Clause[] = [];
  const joints = new Set<string>();
  let rest = query.trim();
  while (rest !== '') {
    const match = CLAUSE.exec(rest);
    if (!match) throw refuse();
    const [all, minus, field = '', single, double, operator = ':', quoted, doubleQuoted, bare] = match;
    const key = single ?? double ?? null;
    if (key === null ? !searchable.includes(field) : field !== 'metadata') {
      throw invalidRequest(`Field \`${field}\` is an unsupported search field for this resource.`, {
        param: 'query',
      });
    }
    const value = (quoted ?? doubleQuoted ?? bare ?? '').replace(/\\(.)/g, '$1');
    clauses.push({ field, key, operator: operator as Clause['operator'], value, negated: minus === '-' });
    rest = rest.slice(all.length).trim();
    if (rest === '') break;
    const joint = /^(AND|OR)\s+/i.exec(rest);
    joints.add((joint?.[1] ?? 'AND').toUpperCase());
    rest = rest.slice(joint?.[0].length ?? 0);
    if (joint && rest === '') throw refuse();
  }
  if (clauses.length === 0 || joints.size > 1) throw refuse();
  return { clauses, any: joints.has('OR') };
};

const COMPARE = {
  ':': (a: string, b: string) => a.toLowerCase() === b.toLowerCase(),
  '~': (a: string, b: string) => a.toLowerCase().includes(b.toLowerCase()),
  '>': (a: string, b: string) => Number(a) > Number(b),
  '<': (a: string, b: string) => Number(a) < Number(b),
  '>=': (a: string, b: string) => Number(a) >= Number(b),
  '<=': (a: string, b: string) => Number(a) <= Number(b),
} satisfies Record<Clause['operator'], (a: string, b: string) => boolean>;

const holds = (object: object, clause: Clause): boolean => {
  const { field, key, operator, value, negated } = clause;
  const owner: unknown = key === null ? object : Reflect.get(object, 'metadata');
  const found: unknown =
    typeof owner === 'object' && owner !== null ? Reflect.get(owner, key ?? field) : undefined;
  const isNull = found === undefined || found === null;
  const result = value === 'null' ? isNull : !isNull && COMPARE[operator](String(found), value);
  return result !== negated;
};

/** `GET /v1/<resource>/search` over metadata and the named fields. Unlike Stripe's it lags by nothing. */
export const search = (
  resource: string,
  fields: readonly string[],
  items: (scope: Scope) => readonly object[],
): Endpoint =>
  endpoint(
    'GET',
    `/v1/${resource}/search`,
    { query: required(text), limit: integer({ min: 1, max: 100 }), page: text },
    ({ scope, params: { query, limit = 10, page } }) => {
      const { clauses, any } = parseQuery(query, fields);
      const found = items(scope).filter((item) =>
        any ? clauses.some((clause) => holds(item, clause)) : clauses.every((clause) => holds(item, clause)),
      );
      const start = page === undefined ? 0 : Number.parseInt(page, 36) || 0;
      const end = start + limit;
      const answer: Stripe.ApiSearchResult<object> = {
        object: 'search_result',
        data: found.slice(start, end),
        has_more: found.length > end,
        next_page: found.length > end ? end.toString(36) : null,
        url: `/v1/${resource}/search`,
      };
      return answer;
    },
  );
