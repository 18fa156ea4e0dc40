import { CARDS_THAT_ASK } from './cards-that-ask.ts';
import { CARDS_THAT_FAIL } from './cards-that-fail.ts';
import { CARDS_THAT_PAY } from './cards-that-pay.ts';
import type { TestCard } from './test-card.ts';

/** Every documented test card (docs.stripe.com/testing). */
export const TEST_CARDS: readonly TestCard[] = [...CARDS_THAT_PAY, ...CARDS_THAT_FAIL, ...CARDS_THAT_ASK];

export const cardByNumber = (number: string): TestCard | undefined =>
  TEST_CARDS.find((candidate) => candidate.number === number);

/** Finds a card by `pm_card_…`, by the `tok_…` of the same name, or by one that has no such twin. */
export const cardByToken = (token: string): TestCard | undefined => {
  const name = token.startsWith('tok_') ? `pm_card_${token.slice('tok_'.length)}` : token;
  return TEST_CARDS.find(({ tokens }) => tokens.includes(token) || tokens.includes(name));
};

/** The check digit that every real card number ends in. */
export const passesLuhn = (number: string): boolean => {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
};
