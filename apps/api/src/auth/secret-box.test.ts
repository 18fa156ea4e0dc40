import { describe, expect, it } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const box = createSecretBox('a-secret-of-forty-two-characters-in-length');

describe('the secret box', () => {
  it('gives back what was sealed', () => {
    expect(box.open(box.seal('sk_test_äöü'))).toBe('sk_test_äöü');
  });

  it('never seals the same text to the same bytes', () => {
    expect(box.seal('sk_test_1')).not.toEqual(box.seal('sk_test_1'));
  });

  it('refuses bytes that were changed, cut off, or sealed under another secret', () => {
    const sealed = box.seal('sk_test_1');
    const changed = sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte));
    expect(() => box.open(changed)).toThrow();
    expect(() => box.open(sealed.slice(0, 20))).toThrow();
    expect(() => box.open(Uint8Array.of(9, ...sealed.slice(1)))).toThrow('unknown version');
    expect(() => createSecretBox('another-secret-of-forty-two-characters-len').open(sealed)).toThrow();
  });
});
