import { expect, test } from 'vitest';
import { fill, WORDS } from './words.ts';

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

const texts = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  );

test('both languages fill in the same values', () => {
  const english = new Map(texts(WORDS.en));
  for (const [key, german] of texts(WORDS.de))
    expect(places(english.get(key) ?? ''), key).toEqual(places(german));
});

test('values stand where the sentence wants them', () => {
  expect(fill('Pay {amount} to {payee}', { amount: '5 €', payee: 'Lind' })).toBe('Pay 5 € to Lind');
});
