import { describe, expect, it } from 'vitest';
import { DECLINES } from '../cards/decline.ts';
import { reasonInWords } from './decline-texts.ts';
import { formatAmount, languageOf, TEXTS } from './texts.ts';

describe('amounts', () => {
  it.each([
    [11_900, 'eur', 'de', '119,00\u00a0€'],
    [5, 'eur', 'de', '0,05\u00a0€'],
    [-1_990, 'eur', 'de', '-19,90\u00a0€'],
    [123_456_789, 'eur', 'en', '€1,234,567.89'],
    [100, 'chf', 'en', 'CHF\u00a01.00'],
  ] as const)('%i %s read in %s: %s', (minor, currency, language, text) => {
    expect(formatAmount(minor, currency, language)).toBe(text);
  });
});

describe('the language', () => {
  it.each([
    ['de', 'en-US', 'de'],
    ['de-AT', undefined, 'de'],
    ['fr', 'de-DE', 'en'],
    ['auto', 'de-DE,de;q=0.9', 'de'],
    [null, undefined, 'en'],
  ] as const)('of locale %s and browser %s is %s', (locale, accept, language) => {
    expect(languageOf(locale, accept)).toBe(language);
  });

  it('has every text in both', () => {
    expect(Object.keys(TEXTS.en).sort()).toEqual(Object.keys(TEXTS.de).sort());
  });
});

describe('the reason of a decline', () => {
  it('is told in words in both languages, for every decline', () => {
    for (const { code, declineCode: decline_code } of Object.values(DECLINES)) {
      const [german, english] = [
        reasonInWords({ code, decline_code }, 'de'),
        reasonInWords({ code, decline_code }, 'en'),
      ];
      expect(german).not.toBe('');
      expect(german).not.toBe(english);
    }
  });

  it('does not tell a customer that his card was reported lost or stolen', () => {
    const plain = reasonInWords({ code: 'card_declined', decline_code: 'generic_decline' }, 'de');
    expect(reasonInWords({ code: 'card_declined', decline_code: 'lost_card' }, 'de')).toBe(plain);
    expect(reasonInWords({ code: 'card_declined', decline_code: 'stolen_card' }, 'de')).toBe(plain);
  });
});
