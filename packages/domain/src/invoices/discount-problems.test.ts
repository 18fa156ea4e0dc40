import { describe, expect, it } from 'vitest';
import type { Discount } from './discount.ts';
import { discountProblems } from './discount-problems.ts';
import { aLine } from './invoice.fixture.ts';

const share = (percent: string): Discount => ({ percent, amount: null, reason: null });
const amount = (text: string): Discount => ({ percent: null, amount: text, reason: null });

const onLine = (discount: Discount, line = {}) =>
  discountProblems({ lines: [aLine({ discount, ...line })], discount: null }, 'EUR');

describe('a discount', () => {
  it('may take everything, and not a cent more', () => {
    expect(onLine(share('100'))).toEqual([]);
    expect(onLine(amount('100.00'))).toEqual([]);
    expect(onLine(amount('100.01'))).toEqual([{ field: 'lines.0.discount', code: 'DISCOUNT_TOO_LARGE' }]);
    const whole = { lines: [aLine(), aLine({ taxCase: 'DE_7' })], discount: amount('200.01') };
    expect(discountProblems(whole, 'EUR')).toEqual([{ field: 'discount', code: 'DISCOUNT_TOO_LARGE' }]);
  });

  it('needs a price: what is taken off already cannot be lowered', () => {
    const nothing = [{ field: 'lines.0.discount', code: 'DISCOUNT_WITHOUT_PRICE' }];
    expect(onLine(share('10'), { unitPrice: '-5' })).toEqual(nothing);
    expect(onLine(share('10'), { unitPrice: '0' })).toEqual(nothing);
    expect(discountProblems({ lines: [], discount: share('10') }, 'EUR')).toEqual([
      { field: 'discount', code: 'DISCOUNT_WITHOUT_PRICE' },
    ]);
  });

  it('has no more decimals than the currency', () => {
    expect(onLine(amount('0.001'))).toEqual([
      { field: 'lines.0.discount.amount', code: 'TOO_MANY_DECIMALS' },
    ]);
    const yen = { lines: [aLine()], discount: amount('1.5') };
    expect(discountProblems(yen, 'JPY')).toEqual([{ field: 'discount.amount', code: 'TOO_MANY_DECIMALS' }]);
  });

  it('on the whole is limited by what there is to pay for, not by lines below zero', () => {
    const lines = [aLine(), aLine({ taxCase: 'DE_7', quantity: '1', unitPrice: '-80' })];
    expect(discountProblems({ lines, discount: amount('100') }, 'EUR')).toEqual([]);
    expect(discountProblems({ lines, discount: amount('101') }, 'EUR')).toHaveLength(1);
  });
});
