import { describe, expect, it } from 'vitest';
import { authenticationStep } from './authentication.ts';
import type { TestCard } from './test-card.ts';
import { cardByNumber, cardByToken, passesLuhn, TEST_CARDS } from './test-cards.ts';

describe('the table of test cards', () => {
  it('has valid numbers, each once, and each token once', () => {
    const numbers = TEST_CARDS.map(({ number }) => number);
    const tokens = TEST_CARDS.flatMap((card) => card.tokens);
    expect(numbers.filter((number) => !passesLuhn(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(numbers.length).toBeGreaterThan(120);
  });

  it('is found by number, by pm_card_ token and by tok_ token', () => {
    expect(cardByNumber('4242424242424242')?.brand).toBe('visa');
    expect(cardByToken('pm_card_mastercard')?.number).toBe('5555555555554444');
    expect(cardByToken('tok_visa')?.number).toBe('4242424242424242');
    expect(cardByToken('tok_visa_chargeDeclinedExpiredCard')?.number).toBe('4000000000000069');
    expect(cardByToken('pm_card_visa_chargeDeclinedExpiredCard')).toBeUndefined();
    expect(cardByToken('pm_card_nothing')).toBeUndefined();
  });
});

describe('when a card asks for 3-D Secure', () => {
  const base = TEST_CARDS[0] as TestCard;
  const step = (
    authentication: TestCard['authentication'],
    offSession: boolean,
    setUp: boolean,
    requested = false,
  ) => authenticationStep({ ...base, authentication }, { offSession, setUp, requested });

  it.each([
    ['not_supported', [false, false, true], 'none'],
    ['not_enrolled', [false, false, false], 'none'],
    ['not_enrolled', [false, false, true], 'attempted'],
    ['frictionless', [false, false, false], 'frictionless'],
    ['optional', [false, false, false], 'none'],
    ['optional', [true, false, true], 'refused'],
    ['optional', [false, false, true], 'challenge'],
    ['unless_set_up', [false, true, false], 'challenge'],
    ['unless_set_up', [true, true, false], 'none'],
    ['unless_set_up', [true, false, false], 'refused'],
    ['already_set_up', [true, false, false], 'none'],
    ['already_set_up', [false, false, false], 'challenge'],
    ['required', [false, true, false], 'challenge'],
    ['required', [true, true, false], 'refused'],
  ] as const)(
    '%s with [off session, set up, asked for] = %j: %s',
    (authentication, [offSession, setUp, requested], expected) => {
      expect(step(authentication, offSession, setUp, requested)).toBe(expected);
    },
  );
});
