import { checkVAT, countries } from 'jsvat-next';
import type { CustomerData } from '../customer-data.ts';
import { type MachineCheck, outcomesOf } from './machine-check.ts';

const { passed, failed, notApplicable, notCheckable } = outcomesOf('vat-id', 'VAT_ID_RULES');

/** Upper case without spaces, dots and dashes; Greek ids get their official prefix EL. */
export const normalizeVatId = (vatId: string): string =>
  vatId
    .toUpperCase()
    .replace(/[\s.\-/]/g, '')
    .replace(/^GR(?=[0-9])/, 'EL');

/** Whether format and check digits are right; null for a country whose ids cannot be judged. */
export const isVatId = (vatId: string): boolean | null => {
  const result = checkVAT(vatId, countries);
  return result.isSupportedCountry ? result.isValid : null;
};

/**
 * Checks format and check digits of the VAT id. Passed means well formed (FORMAT_OK); only the tax office's register
 * can confirm that it is in use.
 */
export const checkVatId = ({ vatId }: CustomerData): MachineCheck => {
  if (vatId === null) return notApplicable();
  const sound = isVatId(vatId);
  if (sound === null) return notCheckable('VAT_ID_COUNTRY_UNKNOWN', vatId.slice(0, 2));
  return sound ? passed(`${vatId.slice(0, 2)} FORMAT_OK`) : failed('VAT_ID_INVALID', vatId.slice(0, 2));
};
