import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('writes the same text whatever the order of the keys', () => {
    const text = '{"a":{"x":1,"y":[2,{"m":null,"n":true}]},"b":"ü"}';
    expect(canonicalJson({ b: 'ü', a: { y: [2, { n: true, m: null }], x: 1 } })).toBe(text);
    expect(canonicalJson({ a: { x: 1, y: [2, { m: null, n: true }] }, b: 'ü' })).toBe(text);
  });

  it('leaves out keys without a value, and keeps the order of lists', () => {
    expect(canonicalJson({ a: undefined, b: [3, 1, 2] })).toBe('{"b":[3,1,2]}');
  });

  it('knows amounts, times and bytes', () => {
    expect(canonicalJson([10_000n, new Date(0), new Uint8Array([255, 0])])).toBe(
      '["10000","1970-01-01T00:00:00.000Z","ff00"]',
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, Symbol('x')])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('sha256', () => {
  it('is that of the parts in a row', () => {
    expect(Buffer.from(sha256('ab', 'c')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
