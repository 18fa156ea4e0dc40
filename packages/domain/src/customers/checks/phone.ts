import {
  isSupportedCountry,
  type CountryCode as PhoneRegion,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { CustomerData } from '../customer-data.ts';
import { type MachineCheck, outcomesOf } from './machine-check.ts';

const { passed, failed, notApplicable } = outcomesOf('phone', 'LIBPHONENUMBER');

interface PhoneNumber {
  readonly e164: string;
  readonly region: string | null;
  /** As libphonenumber names it: MOBILE, FIXED_LINE, FIXED_LINE_OR_MOBILE, VOIP … */
  readonly type: string | null;
}

/**
 * Reads a number as people write it, nationally (`0221 1234567`) in the given country or internationally. Null for
 * what is no assignable number there, short numbers such as 110 included.
 */
export const readPhone = (phone: string, country: string | null): PhoneNumber | null => {
  const region = country !== null && isSupportedCountry(country) ? (country as PhoneRegion) : undefined;
  const parsed = parsePhoneNumberFromString(phone, {
    extract: false,
    ...(region && { defaultCountry: region }),
  });
  if (!parsed?.isValid()) return null;
  return { e164: parsed.number, region: parsed.country ?? null, type: parsed.getType() ?? null };
};

/** The number in E.164 where it can be read, else as typed. */
export const normalizePhone = (phone: string, country: string | null): string =>
  readPhone(phone, country)?.e164 ?? phone;

/** Whether the number can exist, and can take an SMS where the customer wants one. */
export const checkPhone = ({ phone, country, wantsSms }: CustomerData): MachineCheck => {
  if (phone === null) return wantsSms ? failed('PHONE_MISSING_FOR_SMS') : notApplicable();
  const number = readPhone(phone, country);
  if (!number) return failed('PHONE_INVALID');
  const detail = [number.region, number.type].filter(Boolean).join(' ') || null;
  return wantsSms && number.type === 'FIXED_LINE' ? failed('PHONE_NOT_MOBILE', detail) : passed(detail);
};
