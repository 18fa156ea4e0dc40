import { describe, expect, it } from 'vitest';
import { holdsUnfitText } from './fit-text.ts';

describe('what cannot be kept as text', () => {
  it.each(['a\u0000', '\ud800', 'x\udc00'])(
    'is found in %j, in a value as in a key, however deep',
    (text) => {
      expect(holdsUnfitText({ input: { metadata: [{ deep: text }] } })).toBe(true);
      expect(holdsUnfitText({ input: { metadata: [{ [text]: 1 }] } })).toBe(true);
    },
  );

  it.each([{ input: { name: 'Ä 😀 \u200b', list: [1, null, true] } }, {}, undefined, null])(
    'is not found in %j',
    (variables) => {
      expect(holdsUnfitText(variables)).toBe(false);
    },
  );

  it('is looked for without exhausting the stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`);
    expect(holdsUnfitText(deep)).toBe(true);
  });
});
