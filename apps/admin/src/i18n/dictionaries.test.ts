import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';

const texts = (words: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : texts(value as object, `${path}${key}.`),
  );

const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort();

const german = new Map(texts(de));
const english = new Map(texts(en));

test('both languages have exactly the same words', () => {
  expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
});

test('no word is empty', () => {
  for (const [key, text] of [...german, ...english]) expect(text.trim(), key).not.toBe('');
});

test('both languages fill in the same values', () => {
  for (const [key, text] of german) expect(places(english.get(key) ?? ''), key).toEqual(places(text));
});
