import { describe, expect, it } from 'vitest';
import type { Discount } from './discount.ts';
import { aLine, anInvoice, charged } from './invoice.fixture.ts';
import { invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';
import { priceProblems } from './price-problems.ts';

const share = (percent: string): Discount => ({ percent, amount: null, reason: null });
const amount = (text: string): Discount => ({ percent: null, amount: text, reason: null });

const onLine = (discount: Discount, line = {}) =>
  priceProblems(charged([aLine({ discount, ...line })]), 'EUR');

describe('a discount', () => {
  it('may take everything, and not a cent more', () => {
    expect(onLine(share('100'))).toEqual([]);
    expect(onLine(amount('100.00'))).toEqual([]);
    expect(onLine(amount('100.01'))).toEqual([{ field: 'lines.0.discount', code: 'DISCOUNT_TOO_LARGE' }]);
    const whole = { ...charged([aLine(), aLine({ taxCase: 'DE_7' })]), discount: amount('200.01') };
    expect(priceProblems(whole, 'EUR')).toEqual([{ field: 'discount', code: 'DISCOUNT_TOO_LARGE' }]);
  });

  it('needs a price: what is taken off already cannot be lowered', () => {
    const nothing = [{ field: 'lines.0.discount', code: 'DISCOUNT_WITHOUT_PRICE' }];
    expect(onLine(share('10'), { unitPrice: '-5' })).toEqual(nothing);
    expect(onLine(share('10'), { unitPrice: '0' })).toEqual(nothing);
    expect(priceProblems({ ...charged([]), discount: share('10') }, 'EUR')).toEqual([
      { field: 'discount', code: 'DISCOUNT_WITHOUT_PRICE' },
    ]);
  });

  it('has no more decimals than the currency', () => {
    expect(onLine(amount('0.001'))).toEqual([
      { field: 'lines.0.discount.amount', code: 'TOO_MANY_DECIMALS' },
    ]);
    const yen = { ...charged([aLine()]), discount: amount('1.5') };
    expect(priceProblems(yen, 'JPY')).toEqual([{ field: 'discount.amount', code: 'TOO_MANY_DECIMALS' }]);
  });

  it('on the whole is limited by what there is to pay for, not by lines below zero', () => {
    const lines = [aLine(), aLine({ taxCase: 'DE_7', quantity: '1', unitPrice: '-80' })];
    expect(priceProblems({ ...charged(lines), discount: amount('100') }, 'EUR')).toEqual([]);
    expect(priceProblems({ ...charged(lines), discount: amount('101') }, 'EUR')).toHaveLength(1);
  });
});

describe('a quantity', () => {
  const of = (quantity: string, taxBehavior: 'EXCLUSIVE' | 'INCLUSIVE') =>
    priceProblems({ ...charged([aLine({ quantity })]), taxBehavior }, 'EUR');

  it('is limited where the net price of one is computed from it', () => {
    expect(of('100000', 'INCLUSIVE')).toEqual([]);
    expect(of('100001', 'INCLUSIVE')).toEqual([{ field: 'lines.0.quantity', code: 'OUT_OF_RANGE' }]);
    expect(of('-100001', 'INCLUSIVE')).toHaveLength(1);
    expect(of('100001', 'EXCLUSIVE')).toEqual([]);
  });

  it('may be the smallest part of one, at the largest price', () => {
    const priced = (unitPrice: string) => ({
      ...charged([aLine({ quantity: '0.00000001', unitPrice, taxCase: 'DE_0_PV' })]),
      taxBehavior: 'INCLUSIVE' as const,
    });
    const largest = priced('1000000000');
    expect(priceProblems(largest, 'EUR')).toEqual([]);
    expect(invoiceSnapshotSchema.safeParse(anInvoice(largest)).success).toBe(true);
    expect(priceProblems(priced('1000000001'), 'EUR')).toEqual([
      { field: 'lines.0.unitPrice', code: 'OUT_OF_RANGE' },
    ]);
  });
});
