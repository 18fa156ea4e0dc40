import { describe, expect, it } from 'vitest';
import { TAX_CASE_NAMES, TAX_CASES } from '../invoices/tax-case.ts';
import { ACCOUNTS, isAccountKey, TAX_ACCOUNTS } from './accounts.ts';

const accounts = Object.values(ACCOUNTS);

describe('the chart of accounts', () => {
  it('gives every account a number and a name of its own', () => {
    for (const field of ['number', 'de', 'en'] as const)
      expect(new Set(accounts.map((account) => account[field])).size, field).toBe(accounts.length);
  });

  it('numbers them with four digits, as SKR03 does', () => {
    expect(accounts.filter(({ number }) => !/^[0-9]{4}$/.test(number))).toEqual([]);
  });

  it('knows its keys', () => {
    expect(isAccountKey('RECEIVABLE')).toBe(true);
    expect(isAccountKey('toString')).toBe(false);
  });
});

describe('the accounts of a tax case', () => {
  it.each(TAX_CASE_NAMES)('%s: revenue, and VAT just where the rate is not zero', (taxCase) => {
    const { revenue, vat } = TAX_ACCOUNTS[taxCase];
    expect(ACCOUNTS[revenue].type).toBe('INCOME');
    expect(vat !== null).toBe(TAX_CASES[taxCase].rate !== '0');
    if (vat)
      expect(ACCOUNTS[vat]).toMatchObject({
        type: 'LIABILITY',
        de: `Umsatzsteuer ${TAX_CASES[taxCase].rate} %`,
      });
  });

  it('are told apart by their revenue', () => {
    const revenues = Object.values(TAX_ACCOUNTS).map(({ revenue }) => revenue);
    expect(new Set(revenues).size).toBe(revenues.length);
  });
});
