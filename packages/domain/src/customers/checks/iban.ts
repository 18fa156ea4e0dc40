import { electronicFormatIBAN, extractIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import type { CustomerData } from '../customer-data.ts';
import { type MachineCheck, outcomesOf } from './machine-check.ts';

const { passed, failed, notApplicable } = outcomesOf('iban', 'IBAN_RULES');

/** Upper case, without spaces and dashes. */
export const normalizeIban = (iban: string): string => electronicFormatIBAN(iban) ?? iban;

/** Whether country, length, structure and check digits are right (ISO 13616). The account need not exist. */
export const isIban = (iban: string): boolean => validateIBAN(iban).valid;

/** Checks the IBAN; the evidence names country and bank code, or the rule that is broken, never the whole number. */
export const checkIban = ({ iban }: CustomerData): MachineCheck => {
  if (iban === null) return notApplicable();
  const { valid, errorCodes } = validateIBAN(iban);
  if (!valid) return failed('IBAN_INVALID', errorCodes.map((code) => ValidationErrorsIBAN[code]).join(', '));
  const { countryCode, bankIdentifier } = extractIBAN(iban);
  return passed([countryCode, bankIdentifier].filter(Boolean).join(' '));
};
