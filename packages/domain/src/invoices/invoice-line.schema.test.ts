import { describe, expect, it } from 'vitest';
import { aLine } from './invoice.fixture.ts';
import { invoiceLineSchema, invoiceLinesSchema } from './invoice-line.schema.ts';

const problems = (input: unknown) =>
  invoiceLineSchema.safeParse(input).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ??
  [];

describe('invoiceLineSchema', () => {
  it('tidies what people type', () => {
    const typed = {
      ...aLine(),
      name: '  Beratung\u00a0 vor Ort ',
      description: 'a\r\nb',
      exemptionReason: undefined,
    };
    expect(invoiceLineSchema.parse(typed)).toEqual(aLine({ name: 'Beratung vor Ort', description: 'a\nb' }));
  });

  it.each([
    ['name', ' ', 'REQUIRED'],
    ['name', '5555 5555 5555 4444', 'CARD_NUMBER'],
    ['name', 'a\nb', 'CONTROL_CHARACTER'],
    ['description', 'x'.repeat(2001), 'TOO_LONG'],
    ['quantity', '1e3', 'MALFORMED'],
    ['quantity', 2, 'MALFORMED'],
    ['quantity', '0.00', 'ZERO'],
    ['unitPrice', '1,50', 'MALFORMED'],
    ['unitPrice', '1.123456789', 'MALFORMED'],
    ['unit', 'piece', 'UNKNOWN_UNIT'],
    ['taxCase', 'DE_16', 'UNKNOWN_TAX_CASE'],
  ])('refuses %s %j with %s', (field, value, code) => {
    expect(problems({ ...aLine(), [field]: value })).toEqual([[field, code]]);
  });

  it('refuses a line whose net no account could hold', () => {
    const line = { ...aLine(), quantity: '999999999999', unitPrice: '2' };
    expect(problems(line)).toEqual([['unitPrice', 'OUT_OF_RANGE']]);
    expect(problems({ ...line, unitPrice: '-2' })).toEqual([['unitPrice', 'OUT_OF_RANGE']]);
    expect(problems({ ...line, quantity: '1e3' })).toEqual([['quantity', 'MALFORMED']]);
  });

  it('takes between one and 500 lines', () => {
    expect(invoiceLinesSchema.safeParse([]).success).toBe(false);
    expect(invoiceLinesSchema.safeParse(Array(500).fill(aLine())).success).toBe(true);
    expect(invoiceLinesSchema.safeParse(Array(501).fill(aLine())).success).toBe(false);
  });
});
