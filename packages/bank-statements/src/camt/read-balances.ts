import { toDecimal } from '@zahlwerk/domain/money/money';
import type { Balance, StatementEntry } from '../bank-statement.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { readAmount, readDirection, signed } from './read-amount.ts';
import { readDay } from './read-day.ts';

export interface Balances {
  readonly opening: Balance | null;
  readonly closing: Balance | null;
}

/** The booked balances; a bank may call the opening one what it closed with the day before. */
const OPENING = ['OPBD', 'PRCD'];
const CLOSING = ['CLBD'];

const readBalance = (element: XmlElement): Balance => {
  const amount = element.first('Amt') ?? element.refuse('ELEMENT_MISSING', 'Amt');
  const on = readDay(element.first('Dt')) ?? element.refuse('ELEMENT_MISSING', 'Dt');
  return { amount: signed(readAmount(amount), readDirection(element)), on };
};

const isOf = (balance: XmlElement, code: string): boolean => balance.value('Tp', 'CdOrPrtry', 'Cd') === code;

const findBalance = (statement: XmlElement, codes: readonly string[]): Balance | null => {
  const balances = statement.all('Bal');
  const found = codes.map((code) => balances.find((balance) => isOf(balance, code))).find(Boolean);
  return found ? readBalance(found) : null;
};

export const readBalances = (statement: XmlElement): Balances => ({
  opening: findBalance(statement, OPENING),
  closing: findBalance(statement, CLOSING),
});

/** A statement must explain its own closing balance: what does not add up was changed, cut or lost on the way. */
export const refuseUnbalanced = (
  statement: XmlElement,
  { opening, closing }: Balances,
  entries: readonly StatementEntry[],
): void => {
  if (!opening || !closing) return;
  const booked = entries.filter(({ status }) => status === 'BOOKED');
  const { currency } = opening.amount;
  const foreign = [closing, ...booked].find(({ amount }) => amount.currency !== currency);
  if (foreign) statement.refuse('BALANCE_DIFFERS', `${currency}, ${foreign.amount.currency}`);
  const moved = booked.reduce((minor, entry) => minor + signed(entry.amount, entry.direction).minor, 0n);
  const expected = { minor: opening.amount.minor + moved, currency };
  if (expected.minor === closing.amount.minor) return;
  statement.refuse('BALANCE_DIFFERS', `${toDecimal(expected)} ≠ ${toDecimal(closing.amount)} ${currency}`);
};
