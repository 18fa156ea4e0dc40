import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';
import { cleanJson, jsonOfLiteral } from './json-value.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const INTEGER = /^-?\d{1,19}$/;
const MAX_TEXT = 100;

const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

const parsing =
  <T>(expected: string, accepts: (text: string) => boolean, convert: (text: string) => T) =>
  (value: unknown): T => {
    if (typeof value === 'string' && accepts(value)) return convert(value);
    throw new GraphQLError(`Expected ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };

const same = (text: string): string => text;
const isShort = (text: string): boolean => text.length <= MAX_TEXT;

builder.scalarType('BigInt', {
  description: 'A whole number of any size; travels as a string.',
  serialize: (value) => value.toString(),
  parseValue: parsing('a whole number as a string', (text) => INTEGER.test(text), BigInt),
});

builder.scalarType('Date', {
  description: "A day in the organization's calendar, such as 2026-11-23.",
  serialize: (value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)),
  parseValue: parsing('a day such as 2026-11-23', isDay, same),
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, such as 2026-11-23T09:30:00.000Z.',
  serialize: (value) => value.toISOString(),
  parseValue: parsing('a moment such as 2026-11-23T09:30:00Z', isInstant, (text) => new Date(text)),
});

// What stands inside these two is judged by the money parser of the field, so that a wrong amount or currency is
// answered with `ValidationFailed` at its path. A JSON number is refused here: it has passed through a float.
builder.scalarType('Decimal', {
  description: 'An exact decimal number as a string, such as "119.00"; a number without quotes is refused.',
  serialize: same,
  parseValue: parsing('a decimal number as a string, such as "119.00"', isShort, same),
});

builder.scalarType('CurrencyCode', {
  description: 'A currency of ISO 4217 in capital letters, such as EUR.',
  serialize: same,
  parseValue: parsing('a currency such as EUR', isShort, same),
});

builder.scalarType('JSON', {
  description: 'Any JSON value, nested at most 20 levels deep.',
  serialize: (value) => value,
  parseValue: (value) => cleanJson(value),
  parseLiteral: (node, variables) => cleanJson(jsonOfLiteral(node, variables ?? {})),
});
