import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsCardNumber, textProblem, tidyLine, tidyParagraphs } from './safe-text.ts';

const problem = (text: string) => textProblem(text, { maxLength: 200 });

describe('textProblem', () => {
  it.each([
    'Bäckerei Sonnenschein GmbH & Co. KG',
    "Seán O'Brien-Łukasiewicz",
    'Καλημέρα 株式会社 مرحبا',
    'Café 👩🏽‍🔧',
    '{{7*7}} <b>bold</b> =cmd|x',
    '',
  ])('lets %j pass', (text) => {
    expect(problem(text)).toBeNull();
  });

  it.each([
    ['a\u0000b', 'CONTROL_CHARACTER'],
    ['a\r\nBcc: x@y.example', 'CONTROL_CHARACTER'],
    ['a\nb', 'CONTROL_CHARACTER'],
    ['\u001b[31mred', 'CONTROL_CHARACTER'],
    ['a\u0085b', 'CONTROL_CHARACTER'],
    ['a\u2028b', 'CONTROL_CHARACTER'],
    ['a\ufffeb', 'CONTROL_CHARACTER'],
    ['a\uffffb', 'CONTROL_CHARACTER'],
    ['\ud800', 'LONE_SURROGATE'],
    ['abc\udc00def', 'LONE_SURROGATE'],
    ['invoice\u202efdp.exe', 'BIDI_CONTROL'],
    ['a\u2066b\u2069', 'BIDI_CONTROL'],
    ['x'.repeat(201), 'TOO_LONG'],
    ['4111 1111 1111 1111', 'CARD_NUMBER'],
  ])('refuses %j', (text, code) => {
    expect(problem(text)).toBe(code);
  });

  it('allows line breaks only in longer texts', () => {
    expect(textProblem('a\nb', { maxLength: 10, multiline: true })).toBeNull();
    expect(textProblem('a\u0000b', { maxLength: 10, multiline: true })).toBe('CONTROL_CHARACTER');
  });
});

describe('containsCardNumber', () => {
  it.each([
    '4111111111111111',
    '5555 5555 5555 4444',
    '3782-822463-10005',
    '6011000990139424',
    '2223003122003222',
    'Karte: 4111 1111 1111 1111, gültig 12/28',
    '4111 1111 1111 1111 12 28',
    'Kunde 17 4111 1111 1111 1111',
    '4222222222222',
    '6304000000000000000',
    'PAN4111111111111111',
  ])('finds the card in %j', (text) => {
    expect(containsCardNumber(text)).toBe(true);
  });

  it.each([
    '4111111111111112',
    'DE89 3704 0044 0532 0130 00',
    'AT61 1904 3002 3457 3201',
    'Rechnung 2026-000042',
    '0049 221 1234567',
    '411111111111',
    '1234567890123452',
    '12.11.2026 bis 30.11.2026',
    '',
  ])('finds none in %j', (text) => {
    expect(containsCardNumber(text)).toBe(false);
  });

  it('finds every number that passes the Luhn check, however it is grouped', () => {
    const body = fc.stringMatching(/^[3-6][0-9]{14}$/);
    const separators = fc.constantFrom('', ' ', '-');
    fc.assert(
      fc.property(body, separators, (digits, separator) => {
        const card = digits + luhnDigit(digits);
        const grouped = card.replace(/.{4}(?=.)/g, `$&${separator}`);
        expect(containsCardNumber(`Nr. ${grouped} danke`)).toBe(true);
      }),
    );
  });
});

describe('tidying', () => {
  it('takes out what cannot be seen and joins what belongs together', () => {
    expect(tidyLine('  Anna\u00a0\t Mu\u0308ller\u200b ')).toBe('Anna Müller');
    expect(tidyParagraphs('a  b\r\n\r\n\r\n\r\nc\rd \n')).toBe('a b\n\nc\nd');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
        expect(tidyParagraphs(tidyParagraphs(text))).toBe(tidyParagraphs(text));
      }),
    );
  });
});

const luhnDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};
