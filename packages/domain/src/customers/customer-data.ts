import type { Locale } from '../money/format-money.ts';
import type { CountryCode } from './country.ts';

export type CustomerKind = 'PERSON' | 'COMPANY';

/**
 * What is known about a customer, as one version of the record holds it. Null means not known (yet).
 * `phone` is E.164, `iban` and `vatId` are in electronic form (no spaces, upper case) once they were readable.
 */
export interface CustomerData {
  readonly kind: CustomerKind;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly company: string | null;
  /** The person to turn to at a company. */
  readonly contact: string | null;
  /** Street and house number in one line. */
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: CountryCode | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly vatId: string | null;
  readonly taxNumber: string | null;
  readonly iban: string | null;
  readonly language: Locale;
  readonly wantsSms: boolean;
}

export type CustomerDataField = keyof CustomerData;

/** Every field once, in the order in which people read a record. */
export const CUSTOMER_DATA_FIELDS = [
  'kind',
  'company',
  'givenName',
  'familyName',
  'contact',
  'street',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'vatId',
  'taxNumber',
  'iban',
  'language',
  'wantsSms',
] as const satisfies readonly CustomerDataField[];

/** The customer's name in one line: the company's, or given and family name; empty while neither is known. */
export const customerName = (data: CustomerData): string =>
  data.kind === 'COMPANY'
    ? (data.company ?? '')
    : [data.givenName, data.familyName].filter(Boolean).join(' ');
