import type { Counterparty, Direction } from '../bank-statement.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { readIban } from './read-account.ts';

const NOBODY: Counterparty = { name: null, iban: null, bic: null };

/** .001.08 puts the name one level deeper and renames the BIC. */
const readParty = (details: XmlElement, role: 'Dbtr' | 'Cdtr'): Counterparty => {
  const parties = details.first('RltdPties');
  const agent = details.first('RltdAgts', `${role}Agt`, 'FinInstnId');
  return {
    name: parties?.value(role, 'Pty', 'Nm') ?? parties?.value(role, 'Nm') ?? null,
    iban: readIban(parties?.first(`${role}Acct`) ?? null),
    bic: agent?.value('BICFI') ?? agent?.value('BIC') ?? null,
  };
};

const isKnown = ({ name, iban }: Counterparty): boolean => name !== null || iban !== null;

/**
 * Who stands on the other side: the debtor of a credit, the creditor of a debit. In money that goes back both keep the
 * part they had at first, so there the order is the other way round; and nobody is his own counterparty.
 */
export const readCounterparty = (
  details: XmlElement,
  direction: Direction,
  isGoingBack: boolean,
  ownIban: string | null,
): Counterparty => {
  const debtorFirst = (direction === 'CREDIT') !== isGoingBack;
  const parties = [readParty(details, 'Dbtr'), readParty(details, 'Cdtr')];
  const [first = NOBODY, second = NOBODY] = debtorFirst ? parties : parties.toReversed();
  const isOther = (party: Counterparty) => isKnown(party) && (party.iban === null || party.iban !== ownIban);
  if (isOther(first)) return first;
  // The bank may have left one side out; what it says of the other is taken only where it cannot be the business itself.
  return second.iban !== null && isOther(second) ? second : NOBODY;
};
