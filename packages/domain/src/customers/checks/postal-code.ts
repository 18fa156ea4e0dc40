import type { CountryCode } from '../country.ts';
import type { CustomerData } from '../customer-data.ts';
import { type MachineCheck, outcomesOf } from './machine-check.ts';

const { passed, failed, notApplicable, notCheckable } = outcomesOf('postal-code', 'POSTAL_CODE_TABLE');

const digits = (count: number): RegExp => new RegExp(`^[0-9]{${count}}$`);
const FOUR = digits(4);
const FIVE = digits(5);
const SIX = digits(6);
const FOUR_NO_ZERO = /^[1-9][0-9]{3}$/;

/** How postal codes look, as the Universal Postal Union describes them, for Europe and the larger trade partners. */
const PATTERNS: Partial<Record<CountryCode, RegExp>> = {
  AD: /^AD[1-7]00$/,
  AT: FOUR_NO_ZERO,
  AU: FOUR,
  BE: FOUR_NO_ZERO,
  BG: FOUR_NO_ZERO,
  BR: /^[0-9]{5}-?[0-9]{3}$/,
  CA: /^[ABCEGHJ-NPRSTVXY][0-9][A-Z] ?[0-9][A-Z][0-9]$/,
  CH: FOUR_NO_ZERO,
  CN: SIX,
  CY: FOUR,
  CZ: /^[1-7][0-9]{2} ?[0-9]{2}$/,
  DE: /^(?!00)[0-9]{5}$/,
  DK: FOUR,
  EE: FIVE,
  ES: /^(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}$/,
  FI: FIVE,
  FR: /^(?!00)[0-9]{5}$/,
  GB: /^(?:GIR ?0AA|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2})$/,
  GR: /^[1-8][0-9]{2} ?[0-9]{2}$/,
  HR: /^[1-5][0-9]{4}$/,
  HU: FOUR_NO_ZERO,
  IE: /^(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}$/,
  IL: /^[0-9]{5}(?:[0-9]{2})?$/,
  IN: /^[1-9][0-9]{2} ?[0-9]{3}$/,
  IS: /^[0-9]{3}$/,
  IT: FIVE,
  JP: /^[0-9]{3}-?[0-9]{4}$/,
  KR: FIVE,
  LI: /^94(?:8[5-9]|9[0-8])$/,
  LT: /^(?:LT-)?[0-9]{5}$/,
  LU: /^(?:L-)?[1-9][0-9]{3}$/,
  LV: /^(?:LV-)?[0-9]{4}$/,
  MC: /^980[0-9]{2}$/,
  MT: /^[A-Z]{3} ?[0-9]{4}$/,
  NL: /^[1-9][0-9]{3} ?[A-Z]{2}$/,
  NO: FOUR,
  PL: /^[0-9]{2}-[0-9]{3}$/,
  PT: /^[1-9][0-9]{3}-[0-9]{3}$/,
  RO: SIX,
  RS: FIVE,
  SE: /^[1-9][0-9]{2} ?[0-9]{2}$/,
  SI: /^(?:SI-)?[1-9][0-9]{3}$/,
  SK: /^[089][0-9]{2} ?[0-9]{2}$/,
  SM: /^4789[0-9]$/,
  TR: FIVE,
  UA: FIVE,
  US: /^[0-9]{5}(?:-[0-9]{4})?$/,
};

/** Whether a code has the shape of its country's postal codes; null for countries the table does not know. */
export const isPostalCodeOf = (postalCode: string, country: CountryCode): boolean | null =>
  PATTERNS[country]?.test(postalCode.toUpperCase()) ?? null;

/** Whether the postal code fits the country. That the place exists is not claimed. */
export const checkPostalCode = ({ postalCode, country }: CustomerData): MachineCheck => {
  if (postalCode === null) return notApplicable();
  if (country === null) return notCheckable('COUNTRY_MISSING');
  const fits = isPostalCodeOf(postalCode, country);
  if (fits === null) return notCheckable('COUNTRY_NOT_IN_TABLE', country);
  return fits ? passed(country) : failed('POSTAL_CODE_INVALID', country);
};
