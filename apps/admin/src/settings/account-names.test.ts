import { expect, test } from 'vitest';
import { keepTyped } from './account-names.ts';

const bank = { id: 'a', number: '1200', nameDe: 'Bank', nameEn: 'Bank' };
const fees = { id: 'b', number: '4970', nameDe: 'Gebühren', nameEn: 'Fees' };

test('what was typed stays, and what somebody else has saved is shown in every other field', () => {
  const typed = [{ ...bank, nameDe: 'Sparkasse' }, fees];
  const newest = [
    { ...bank, number: '1210', nameDe: 'Volksbank' },
    { ...fees, nameEn: 'Charges' },
  ];
  expect(keepTyped([bank, fees], typed, newest)).toEqual([
    { ...bank, number: '1210', nameDe: 'Sparkasse' },
    { ...fees, nameEn: 'Charges' },
  ]);
});

test('an account that was not there before is shown as it is', () => {
  expect(keepTyped([bank], [bank], [bank, fees])).toEqual([bank, fees]);
});
