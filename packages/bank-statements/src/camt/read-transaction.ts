import type { Money } from '@zahlwerk/domain/money/money';
import type { BankCode, StatementTransaction } from '../bank-statement.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { readOptionalAmount } from './read-amount.ts';
import { readCounterparty } from './read-counterparty.ts';

/** What the parts of an entry have from the whole. */
export type OfEntry = Pick<
  StatementTransaction,
  'direction' | 'isReversal' | 'bankCode' | 'bankReference'
> & {
  readonly ownIban: string | null;
};

/** Banks write these where the payer has given none. */
const NOTHING = new Set(['NOTPROVIDED', 'NONREF', 'NOT PROVIDED']);

const reference = (text: string | null): string | null =>
  text === null || NOTHING.has(text.toUpperCase()) ? null : text;

/** A bank cuts a text at any place, also inside a word: its pieces belong together as they are. */
const readRemittance = (details: XmlElement): string => {
  const pieces = details.all('RmtInf', 'Ustrd').map(({ text }) => text.replace(/[\r\n]+\s*/g, ' '));
  const more = details.all('RmtInf', 'Strd', 'AddtlRmtInf').map(({ text }) => text.trim());
  return [pieces.join('').trim(), ...more].filter((part) => part !== '').join(' ');
};

export const readBankCode = (element: XmlElement): BankCode | null => {
  const code = element.first('BkTxCd');
  const domain = [
    code?.value('Domn', 'Cd'),
    code?.value('Domn', 'Fmly', 'Cd'),
    code?.value('Domn', 'Fmly', 'SubFmlyCd'),
  ].filter((part) => part !== null && part !== undefined);
  const proprietary = code?.value('Prtry', 'Cd') ?? null;
  if (domain.length === 0 && proprietary === null) return null;
  return { domain: domain.length > 0 ? domain.join('-') : null, proprietary };
};

/** Charges of a part or of an entry: their total where it is told, else the records, which must be of one currency. */
export const readCharges = (element: XmlElement): Money | null => {
  const total = readOptionalAmount(element.first('Chrgs', 'TtlChrgsAndTaxAmt'));
  if (total) return total;
  const records = [...element.all('Chrgs', 'Rcrd', 'Amt'), ...element.all('Chrgs', 'Amt')].map((record) =>
    readOptionalAmount(record),
  );
  const [first] = records;
  if (!first || records.some((charge) => charge?.currency !== first.currency)) return null;
  return {
    minor: records.reduce((minor, charge) => minor + (charge?.minor ?? 0n), 0n),
    currency: first.currency,
  };
};

/** What a part says its amount is: beside it in .001.08, among its details in .001.02. */
export const statedAmount = (details: XmlElement): Money | null =>
  readOptionalAmount(details.first('Amt') ?? details.first('AmtDtls', 'TxAmt', 'Amt'));

/** One part of a booking; how much of the booking it is, its entry decides. */
export const readTransaction = (
  details: XmlElement,
  index: number,
  amount: Money,
  entry: OfEntry,
): StatementTransaction => {
  const reason = details.first('RtrInf', 'Rsn');
  const returnReason = reason?.value('Cd') ?? reason?.value('Prtry') ?? null;
  const isGoingBack = entry.isReversal || details.first('RtrInf') !== null;
  return {
    index,
    amount,
    direction: entry.direction,
    counterparty: readCounterparty(details, entry.direction, isGoingBack, entry.ownIban),
    remittance: readRemittance(details),
    structuredReference: reference(details.value('RmtInf', 'Strd', 'CdtrRefInf', 'Ref')),
    endToEndId: reference(details.value('Refs', 'EndToEndId')),
    mandateId: reference(details.value('Refs', 'MndtId')),
    bankReference: reference(details.value('Refs', 'AcctSvcrRef')) ?? entry.bankReference,
    bankCode: readBankCode(details) ?? entry.bankCode,
    isReversal: entry.isReversal,
    returnReason,
    charges: readCharges(details),
    originalAmount: readOptionalAmount(details.first('AmtDtls', 'InstdAmt', 'Amt')),
  };
};
