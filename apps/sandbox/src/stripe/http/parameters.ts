import type { Raw, RawMap } from './form.ts';
import { invalidRequest, missingParameter } from './stripe-error.ts';

/** Turns a decoded form value into a typed one, or refuses it with the parameter's path. */
export interface Parser<T> {
  readonly parse: (raw: Raw, path: string) => T;
  /** Names of nested parameters, for the table in the README. */
  readonly fields?: Fields;
  readonly required?: boolean;
}
export interface RequiredParser<T> extends Parser<T> {
  readonly required: true;
}
export type Fields = { readonly [name: string]: Parser<unknown> };

/** Parsers for some of the parameters the SDK declares; a name or a type Stripe does not know does not compile. */
export type FieldsOf<P> = { readonly [K in keyof P]?: Parser<Exclude<P[K], undefined>> };

type Output<P> = P extends Parser<infer T> ? T : never;
type RequiredNames<F> = { [K in keyof F]: F[K] extends RequiredParser<unknown> ? K : never }[keyof F];
export type Parsed<F> = { [K in RequiredNames<F>]: Output<F[K]> } & {
  [K in Exclude<keyof F, RequiredNames<F>>]?: Output<F[K]>;
};

const asText = (raw: Raw, path: string): string => {
  if (typeof raw === 'string') return raw;
  throw invalidRequest(`Invalid string: ${JSON.stringify(raw)}`, { param: path });
};

/** A string that says something; Stripe takes an empty one as "unset", which only `emptyable` allows. */
export const text: Parser<string> = {
  parse: (raw, path) => {
    const value = asText(raw, path);
    if (value === '') {
      throw invalidRequest(
        `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
        { code: 'parameter_invalid_empty', param: path },
      );
    }
    return value;
  },
};

export const integer = (limits: { min?: number; max?: number } = {}): Parser<number> => ({
  parse: (raw, path) => {
    const value = asText(raw, path);
    if (!/^-?\d{1,15}$/.test(value)) {
      throw invalidRequest(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param: path });
    }
    const number = Number(value);
    if (limits.min !== undefined && number < limits.min) {
      throw invalidRequest(`This value must be greater than or equal to ${limits.min}.`, {
        code: 'parameter_invalid_integer',
        param: path,
      });
    }
    if (limits.max !== undefined && number > limits.max) {
      throw invalidRequest(`This value must be less than or equal to ${limits.max}.`, {
        code: 'parameter_invalid_integer',
        param: path,
      });
    }
    return number;
  },
});

export const flag: Parser<boolean> = {
  parse: (raw, path) => {
    if (raw === 'true') return true;
    if (raw === 'false') return false;
    throw invalidRequest(`Invalid boolean: ${asText(raw, path)}`, { param: path });
  },
};

export const oneOf = <const T extends string>(...values: readonly T[]): Parser<T> => ({
  parse: (raw, path) => {
    const value = asText(raw, path);
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    const names = values.map((name) => `\`${name}\``);
    const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
    throw invalidRequest(`Invalid ${path}: must be one of ${list}`, { param: path });
  },
});

export const url: Parser<string> = {
  parse: (raw, path) => {
    const value = text.parse(raw, path);
    if (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value)) return value;
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: path });
  },
};

export const email: Parser<string> = {
  parse: (raw, path) => {
    const value = text.parse(raw, path);
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return value;
    throw invalidRequest(`Invalid email address: ${value}`, { code: 'email_invalid', param: path });
  },
};

export const list = <T>(item: Parser<T>): Parser<T[]> => ({
  ...(item.fields ? { fields: item.fields } : {}),
  parse: (raw, path) => {
    if (!Array.isArray(raw)) throw invalidRequest('Invalid array', { param: path });
    return raw.map((value, index) => item.parse(value, `${path}[${index}]`));
  },
});

export const emptyable = <T>(parser: Parser<T>): Parser<T | ''> => ({
  ...(parser.fields ? { fields: parser.fields } : {}),
  parse: (raw, path) => (raw === '' ? '' : parser.parse(raw, path)),
});

export const required = <T>(parser: Parser<T>): RequiredParser<T> => ({ ...parser, required: true });

/** Up to 50 keys of 40 characters with values of 500; an empty value removes the key. */
export const metadata: Parser<Record<string, string>> = {
  parse: (raw, path) => {
    if (typeof raw === 'string' || Array.isArray(raw)) throw invalidRequest('Invalid hash', { param: path });
    const keys = Object.keys(raw);
    if (keys.length > 50) {
      throw invalidRequest(`You can specify at most 50 metadata keys, but you passed ${keys.length}.`, {
        param: path,
      });
    }
    return Object.fromEntries(
      keys.map((key) => {
        const value = asText(raw[key] ?? '', `${path}[${key}]`);
        if (key.length > 40 || value.length > 500) {
          throw invalidRequest('Metadata keys can have up to 40, values up to 500 characters.', {
            param: `${path}[${key}]`,
          });
        }
        return [key, value];
      }),
    );
  },
};

/** Parses the named parameters and refuses any other name, as Stripe does. */
export const parseFields = <F extends Fields>(fields: F, raw: RawMap, prefix = ''): Parsed<F> => {
  const pathOf = (name: string) => (prefix ? `${prefix}[${name}]` : name);
  const unknown = Object.keys(raw).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) {
    const path = pathOf(unknown);
    throw invalidRequest(`Received unknown parameter: ${path}`, { code: 'parameter_unknown', param: path });
  }
  const parsed: Record<string, unknown> = {};
  for (const [name, parser] of Object.entries(fields)) {
    const value = raw[name];
    if (value !== undefined) parsed[name] = parser.parse(value, pathOf(name));
    else if (parser.required) throw missingParameter(pathOf(name));
  }
  return parsed as Parsed<F>;
};

export const shape = <const F extends Fields>(fields: F): Parser<Parsed<F>> => ({
  fields,
  parse: (raw, path) => {
    if (typeof raw === 'string' || Array.isArray(raw))
      throw invalidRequest('Invalid object', { param: path });
    return parseFields(fields, raw, path);
  },
});

/** `created=123` or `created[gte]=…`, as a test on unix seconds. */
export const range: Parser<{ gt?: number; gte?: number; lt?: number; lte?: number } | number> = {
  fields: { gt: integer(), gte: integer(), lt: integer(), lte: integer() },
  parse: (raw, path) =>
    typeof raw === 'string'
      ? integer().parse(raw, path)
      : shape({ gt: integer(), gte: integer(), lt: integer(), lte: integer() }).parse(raw, path),
};

export const inRange = (
  value: number,
  bounds: number | { gt?: number; gte?: number; lt?: number; lte?: number },
) =>
  typeof bounds === 'number'
    ? value === bounds
    : value > (bounds.gt ?? Number.NEGATIVE_INFINITY) &&
      value >= (bounds.gte ?? Number.NEGATIVE_INFINITY) &&
      value < (bounds.lt ?? Number.POSITIVE_INFINITY) &&
      value <= (bounds.lte ?? Number.POSITIVE_INFINITY);
