import type { BankStatement } from '../bank-statement.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { statementElements } from './camt-message.ts';
import { readAccount } from './read-account.ts';
import { readBalances, refuseUnbalanced } from './read-balances.ts';
import { readEntry } from './read-entry.ts';

/** Reads the statements of one camt file, or refuses the whole file. */
export const readCamt = (bytes: Uint8Array): readonly BankStatement[] => {
  const { kind, elements } = statementElements(parseXml(bytes));
  return elements.map((element) => ({ kind, ...readStatement(element) }));
};

const readStatement = (element: XmlElement): Omit<BankStatement, 'kind'> => {
  const id = element.value('Id') ?? element.refuse('ELEMENT_MISSING', 'Id');
  const account = readAccount(element);
  const entries = element.all('Ntry').map((entry, index) => readEntry(entry, index, account.iban));
  const balances = readBalances(element);
  refuseUnbalanced(element, balances, entries);
  return { id, sequence: element.value('ElctrncSeqNb'), account, ...balances, entries };
};
