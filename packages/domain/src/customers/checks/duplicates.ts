import { type CustomerData, customerName } from '../customer-data.ts';
import { normalizeName } from '../normalize-name.ts';
import { type MachineCheck, outcomesOf } from './machine-check.ts';

const { passed, failed } = outcomesOf('duplicates', 'OWN_CUSTOMERS');

/** Another customer of the same business. The one being checked must not be among the candidates. */
export interface DuplicateCandidate {
  readonly customerId: string;
  readonly number: string | null;
  readonly data: CustomerData;
}

export const DUPLICATE_FACTS = ['EMAIL', 'VAT_ID', 'IBAN', 'PHONE', 'NAME_AND_POSTAL_CODE'] as const;
export type DuplicateFact = (typeof DUPLICATE_FACTS)[number];

export interface PossibleDuplicate {
  readonly customerId: string;
  readonly number: string | null;
  readonly facts: readonly DuplicateFact[];
}

/** The candidates that share a fact with the data, each with what they share. Facts, no score: a person decides. */
export const possibleDuplicates = (
  data: CustomerData,
  candidates: readonly DuplicateCandidate[],
): readonly PossibleDuplicate[] =>
  candidates
    .map(({ customerId, number, data: other }) => ({ customerId, number, facts: sharedFacts(data, other) }))
    .filter(({ facts }) => facts.length > 0);

const sharedFacts = (a: CustomerData, b: CustomerData): readonly DuplicateFact[] => {
  const facts: DuplicateFact[] = [];
  if (a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase()) facts.push('EMAIL');
  if (a.vatId !== null && a.vatId === b.vatId) facts.push('VAT_ID');
  if (a.iban !== null && a.iban === b.iban) facts.push('IBAN');
  if (a.phone !== null && a.phone === b.phone) facts.push('PHONE');
  const name = normalizeName(customerName(a));
  const samePlace = a.postalCode !== null && a.postalCode === b.postalCode && a.country === b.country;
  if (name !== '' && samePlace && name === normalizeName(customerName(b))) facts.push('NAME_AND_POSTAL_CODE');
  return facts;
};

/** Fails when the business may already know this customer; the evidence names whom and by which facts. */
export const checkDuplicates = (
  data: CustomerData,
  candidates: readonly DuplicateCandidate[],
): MachineCheck => {
  const found = possibleDuplicates(data, candidates);
  if (found.length === 0) return passed(`${candidates.length}`);
  return failed(
    'POSSIBLE_DUPLICATE',
    found.map(({ number, customerId, facts }) => `${number ?? customerId}: ${facts.join(', ')}`).join('; '),
  );
};
