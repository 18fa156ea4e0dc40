import { type Currency, exponentOf, isCurrency } from '@zahlwerk/domain/money/currency';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { parseDecimal } from '@zahlwerk/domain/money/parse-decimal';
import type { Direction } from '../bank-statement.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** What the standard allows: up to five decimals, leading zeros, no sign. */
const AMOUNT = /^0*(\d{1,18})(?:\.(\d{1,5}))?$/;

/** Decimals beyond those of the currency must be zeros; nothing is ever rounded. */
const toMoney = (text: string, currency: Currency): Money | null => {
  const [, whole = '', fraction = ''] = AMOUNT.exec(text) ?? [];
  const exponent = exponentOf(currency);
  if (whole === '' || /[1-9]/.test(fraction.slice(exponent))) return null;
  const decimals = fraction.slice(0, exponent);
  const parsed = parseDecimal(decimals ? `${whole}.${decimals}` : whole, currency);
  return parsed.ok ? parsed.value : null;
};

/** An amount element with its currency: never negative, because the direction stands beside it. */
export const readAmount = (element: XmlElement): Money => {
  const code = element.attributes.Ccy ?? '';
  if (!isCurrency(code)) return element.refuse('CURRENCY_UNKNOWN', code);
  const text = element.text.trim();
  return toMoney(text, code) ?? element.refuse('AMOUNT_MALFORMED', `${text} ${code}`);
};

export const readOptionalAmount = (element: XmlElement | null): Money | null =>
  element ? readAmount(element) : null;

const DIRECTIONS: Readonly<Record<string, Direction>> = { CRDT: 'CREDIT', DBIT: 'DEBIT' };

/** Whether the amount beside it came or went; `otherwise` where a part may leave it to the whole. */
export const readDirection = (element: XmlElement, otherwise?: Direction): Direction => {
  const code = element.value('CdtDbtInd');
  if (code === null) return otherwise ?? element.refuse('ELEMENT_MISSING', 'CdtDbtInd');
  const direction = Object.hasOwn(DIRECTIONS, code) ? DIRECTIONS[code] : undefined;
  return direction ?? element.refuse('CODE_UNKNOWN', code);
};

/** The amount as it changes the account: negative for what went. */
export const signed = (amount: Money, direction: Direction): Money =>
  direction === 'CREDIT' ? amount : money(-amount.minor, amount.currency);
