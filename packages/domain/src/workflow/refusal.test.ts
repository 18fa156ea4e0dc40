import { describe, expect, it } from 'vitest';
import { refusalText } from './refusal.ts';

describe('refusalText', () => {
  it('says in words what was refused and who could do it', () => {
    const refusal = {
      code: 'HANDLED_THE_MONEY',
      detail: 'CONFIRM_AMOUNT',
      unblockedBy: 'Olga Eigen',
    } as const;
    expect(refusalText(refusal, 'en')).toBe(
      'You handled the money in this case (confirmed the amount); it may be closed by: Olga Eigen.',
    );
    expect(refusalText(refusal, 'de')).toContain('abschließen darf: Olga Eigen');
  });

  it('shows a dash for what is not known', () => {
    expect(refusalText({ code: 'HANDLED_THE_MONEY', detail: '' }, 'en')).toBe(
      'You handled the money in this case (–); it may be closed by: –.',
    );
  });

  it('takes every text as it is, patterns of a replacement included', () => {
    expect(refusalText({ code: 'REJECTED', detail: "Rabatt $& und $' fehlen" }, 'en')).toBe(
      "The case was sent back: Rabatt $& und $' fehlen.",
    );
  });
});
