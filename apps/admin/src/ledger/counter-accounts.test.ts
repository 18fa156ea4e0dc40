import { expect, test } from 'vitest';
import { counterAccounts } from './counter-accounts.ts';

const line = (id: string, minor: string) => ({
  amount: { minor },
  account: { id, number: id, name: `Account ${id}` },
});

const invoice = [line('1400', '14575'), line('8400', '-10000'), line('1776', '-1900'), line('8400', '-500')];

test('the counter-accounts of a debit are those that are credited, each once, and the other way round', () => {
  expect(counterAccounts(invoice, 'debit').map(({ id }) => id)).toEqual(['8400', '1776']);
  expect(counterAccounts(invoice, 'credit').map(({ id }) => id)).toEqual(['1400']);
});
