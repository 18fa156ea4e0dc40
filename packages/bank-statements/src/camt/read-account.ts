import { isIban, normalizeIban } from '@zahlwerk/domain/customers/checks/iban';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import type { StatementAccount } from '../bank-statement.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** The IBAN of an account; some banks write it where others have a number of their own. */
export const readIban = (account: XmlElement | null): string | null => {
  const iban = account?.value('Id', 'IBAN') ?? null;
  if (iban !== null) return normalizeIban(iban);
  const other = account?.value('Id', 'Othr', 'Id') ?? null;
  return other !== null && isIban(normalizeIban(other)) ? normalizeIban(other) : null;
};

export const readAccount = (statement: XmlElement): StatementAccount => {
  const account = statement.first('Acct') ?? statement.refuse('ELEMENT_MISSING', 'Acct');
  const currency = account.value('Ccy');
  if (currency !== null && !isCurrency(currency)) return account.refuse('CURRENCY_UNKNOWN', currency);
  return { iban: readIban(account), other: account.value('Id', 'Othr', 'Id'), currency };
};
