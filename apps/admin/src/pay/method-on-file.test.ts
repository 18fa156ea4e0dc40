import { expect, test } from 'vitest';
import { methodOnFile } from './method-on-file.ts';
import { WORDS } from './words.ts';

test('a stored method is named as the customer knows it', () => {
  expect(methodOnFile('visa •••• 4242', WORDS.de)).toBe('Visa •••• 4242');
  expect(methodOnFile('SEPA_DEBIT •••• 3000', WORDS.de)).toBe('SEPA-Lastschrift •••• 3000');
  expect(methodOnFile('CARD •••• ', WORDS.en)).toBe('Card •••• ');
});
