import { moneySchema } from '@zahlwerk/domain/money/money.schema';
import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NotFound, ValidationFailed } from './errors.ts';
import { keyed, requestHash } from './idempotency.ts';
import { decodeId, encodeId, splitId } from './ids.ts';
import { cleanJson, jsonOfLiteral } from './json-value.ts';
import { parseInput } from './parse-input.ts';

const UUID = '0192b6a0-1234-7abc-8def-0123456789ab';

describe('an id', () => {
  it('names a type and comes back as the uuid', () => {
    expect(decodeId('Customer', encodeId('Customer', UUID))).toBe(UUID);
  });

  it.each([
    encodeId('Member', UUID),
    encodeId('Customer', UUID.toUpperCase()),
    encodeId('Customer', `{${UUID}}`),
    encodeId('Customer', `${UUID}\u0000`),
    UUID,
    '',
    'x'.repeat(10_000),
    '../../etc/passwd',
  ])('that is another one, or none, is not found: %s', (id) => {
    expect(() => decodeId('Customer', id)).toThrow(NotFound);
  });

  it('of any kind can be split without an exception', () => {
    expect(splitId('%%%')).toEqual({ typename: '', id: '' });
  });
});

describe('input', () => {
  const problemsOf = (parse: () => unknown): unknown => {
    try {
      parse();
    } catch (error) {
      return error instanceof ValidationFailed ? error.fields : error;
    }
    return null;
  };

  it.each([
    [{ amount: '1.005', currency: 'EUR' }, 'TOO_MANY_DECIMALS'],
    [{ amount: '1e3', currency: 'EUR' }, 'MALFORMED'],
    [{ amount: '１００', currency: 'EUR' }, 'MALFORMED'],
    [{ amount: 'NaN', currency: 'EUR' }, 'MALFORMED'],
  ])('with the amount %o is refused at its path', (amount, code) => {
    expect(problemsOf(() => parseInput(moneySchema, amount, ['input', 'amount']))).toEqual([
      { path: ['input', 'amount', 'amount'], code },
    ]);
  });

  it('brings what the parser says in its own words to codes', () => {
    const schema = z.object({
      name: z.string().min(2).max(4),
      count: z.int().min(1),
      mail: z.email(),
      when: z.date(),
    });
    expect(problemsOf(() => parseInput(schema, { name: 'x', count: 0, mail: '?' }))).toEqual([
      { path: ['input', 'name'], code: 'TOO_SHORT' },
      { path: ['input', 'count'], code: 'TOO_SMALL' },
      { path: ['input', 'mail'], code: 'MALFORMED' },
      { path: ['input', 'when'], code: 'REQUIRED' },
    ]);
  });
});

describe('JSON of a caller', () => {
  it('loses the keys that could reach a prototype', () => {
    const given = JSON.parse('{"a":{"__proto__":{"admin":true},"b":[{"constructor":1,"c":2}]}}');
    expect(cleanJson(given)).toEqual({ a: { b: [{ c: 2 }] } });
  });

  it('is refused when it is nested too deep, without going down all the way', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(() => cleanJson(JSON.parse(deep))).toThrow('20 levels');
  });

  it('may be written out in a document', () => {
    const literal = parseValue('{ a: [1, 2.5, "x", null, true, ENUM], b: $later }');
    expect(jsonOfLiteral(literal, { later: 7 })).toEqual({ a: [1, 2.5, 'x', null, true, 'ENUM'], b: 7 });
  });
});

describe('an idempotency key', () => {
  const input = { idempotencyKey: 'a-key-of-mine', name: 'A', note: null };

  it('goes with the input, whatever the order of its fields, and not with the version', () => {
    expect(requestHash(input)).toEqual(
      requestHash({ name: 'A', idempotencyKey: 'another', expectedVersion: 3 }),
    );
    expect(requestHash(input)).not.toEqual(requestHash({ ...input, name: 'B' }));
    expect(requestHash({ a: [1, 2] })).not.toEqual(requestHash({ a: [2, 1] }));
  });

  it.each(['', 'short', 'x'.repeat(256), 'with space', 'with\nnewline'])(
    'that is unfit is refused: %j',
    (key) => {
      expect(() => keyed({ ...input, idempotencyKey: key })).toThrow(ValidationFailed);
    },
  );
});
