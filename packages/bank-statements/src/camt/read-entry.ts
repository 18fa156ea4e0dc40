import type { EntryStatus, StatementEntry } from '../bank-statement.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { readAmount, readDirection, readOptionalAmount } from './read-amount.ts';
import { readDay } from './read-day.ts';
import { readBankCode, readCharges } from './read-transaction.ts';
import { splitEntry } from './split-entry.ts';

const STATES: Readonly<Record<string, EntryStatus>> = {
  BOOK: 'BOOKED',
  PDNG: 'PENDING',
  FUTR: 'PENDING',
  INFO: 'INFORMATION',
};

/** .001.08 has the code in an element of its own, .001.02 has it as the text. */
const readStatus = (element: XmlElement): EntryStatus => {
  const code = element.value('Sts', 'Cd') ?? element.value('Sts') ?? element.refuse('ELEMENT_MISSING', 'Sts');
  const status = Object.hasOwn(STATES, code) ? STATES[code] : undefined;
  return status ?? element.refuse('CODE_UNKNOWN', code);
};

const readFlag = (element: XmlElement, name: string): boolean => {
  const text = element.value(name) ?? 'false';
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : element.refuse('CODE_UNKNOWN', text);
};

/** One booking with its days, split into its parts. What is not booked yet may lack a booking day; its value day stands in. */
export const readEntry = (element: XmlElement, index: number, ownIban: string | null): StatementEntry => {
  const amount = readAmount(element.first('Amt') ?? element.refuse('ELEMENT_MISSING', 'Amt'));
  const direction = readDirection(element);
  const bookedOn = readDay(element.first('BookgDt'));
  const valueOn = readDay(element.first('ValDt'));
  const bankReference = element.value('AcctSvcrRef');
  const known = bankReference === 'NONREF' ? null : bankReference;
  const { split, transactions } = splitEntry(element, amount, {
    direction,
    isReversal: readFlag(element, 'RvslInd'),
    bankCode: readBankCode(element) ?? { domain: null, proprietary: null },
    bankReference: known,
    charges: readCharges(element),
    originalAmount: readOptionalAmount(element.first('AmtDtls', 'InstdAmt', 'Amt')),
    ownIban,
  });
  return {
    index,
    bankReference: known,
    amount,
    direction,
    status: readStatus(element),
    bookedOn: bookedOn ?? valueOn ?? element.refuse('ELEMENT_MISSING', 'BookgDt'),
    valueOn: valueOn ?? bookedOn ?? element.refuse('ELEMENT_MISSING', 'ValDt'),
    split,
    transactions,
  };
};
