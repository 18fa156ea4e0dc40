import { describe, expect, it } from 'vitest';
import { canonical, decodeForm } from './form.ts';

describe('decoding a form', () => {
  it('nests maps and lists as the SDK and curl write them', () => {
    const body =
      'a=1&b[c]=2&b[d][e]=3&list[0][x]=4&list[1][x]=5&short[]=6&short[]=7&sp%C3%A4t=gr%C3%BCn+blau';
    expect(JSON.parse(JSON.stringify(decodeForm(body)))).toEqual({
      a: '1',
      b: { c: '2', d: { e: '3' } },
      list: [{ x: '4' }, { x: '5' }],
      short: ['6', '7'],
      spät: 'grün blau',
    });
  });

  it('keeps the last of two equal names', () => {
    expect(decodeForm('a=1&a=2').a).toBe('2');
  });

  it('cannot be used to reach object prototypes', () => {
    decodeForm('__proto__[polluted]=1&constructor[prototype][polluted]=1');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each(['[a]=1', 'a=1&a[b]=2', 'a[1]=x', `a${'[b]'.repeat(20)}=1`])('refuses %s', (body) => {
    expect(() => decodeForm(body)).toThrow();
  });
});

describe('the canonical form', () => {
  it('does not depend on the order of names, but on that of list items', () => {
    expect(canonical(decodeForm('b=1&a[y]=2&a[x]=3'))).toBe(canonical(decodeForm('a[x]=3&a[y]=2&b=1')));
    expect(canonical(decodeForm('a[]=1&a[]=2'))).not.toBe(canonical(decodeForm('a[]=2&a[]=1')));
  });
});
