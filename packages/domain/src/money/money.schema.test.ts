import { describe, expect, it } from 'vitest';
import { moneyFromJson, moneySchema, moneyToJson, positiveMoneySchema } from './money.schema.ts';
import { money } from './money.ts';

const codeAt = (result: ReturnType<typeof moneySchema.safeParse>) =>
  result.error?.issues.map((issue) => [issue.path.join('.'), issue.message]);

describe('moneySchema', () => {
  it('reads an amount with its currency', () => {
    expect(moneySchema.parse({ amount: '119.00', currency: 'EUR' })).toEqual(money(11900n, 'EUR'));
  });

  it.each([
    [{ amount: '1.001', currency: 'EUR' }, 'amount', 'TOO_MANY_DECIMALS'],
    [{ amount: '1e3', currency: 'EUR' }, 'amount', 'MALFORMED'],
    [{ amount: 119, currency: 'EUR' }, 'amount', 'MALFORMED'],
    [{ amount: '1.00', currency: 'eur' }, 'currency', 'UNKNOWN_CURRENCY'],
    [{ amount: '1.00', currency: 'XXX' }, 'currency', 'UNKNOWN_CURRENCY'],
  ])('refuses %o with a code at the field', (input, path, code) => {
    expect(codeAt(moneySchema.safeParse(input))).toEqual([[path, code]]);
  });

  it('refuses a zero or negative amount where somebody is to pay', () => {
    for (const amount of ['0.00', '-1.00']) {
      const result = positiveMoneySchema.safeParse({ amount, currency: 'EUR' });
      expect(codeAt(result)).toEqual([['amount', 'NOT_POSITIVE']]);
    }
  });
});

describe('money in JSON', () => {
  it('comes back as it went', () => {
    const amount = money(-5n, 'EUR');
    expect(moneyToJson(amount)).toEqual({ amount: '-0.05', currency: 'EUR' });
    expect(moneyFromJson(moneyToJson(amount))).toEqual(amount);
  });

  it('throws for text that is no amount', () => {
    expect(() => moneyFromJson({ amount: '1,00', currency: 'EUR' })).toThrow(RangeError);
  });
});
