import { isCountryCode } from '@zahlwerk/domain/customers/country';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';

type CustomerColumns = Omit<CustomerData, 'country'> & { readonly country: string | null };

/** What to select for `customerDataOf`. */
export const CUSTOMER_DATA_COLUMNS = {
  ...{ kind: true, givenName: true, familyName: true, company: true, contact: true },
  ...{ street: true, postalCode: true, city: true, country: true, email: true, phone: true },
  ...{ vatId: true, taxNumber: true, iban: true, language: true, wantsSms: true },
} as const satisfies Record<keyof CustomerData, true>;

/** The customer's columns, which are CustomerData field by field. */
export const customerDataOf = (row: CustomerColumns): CustomerData => ({
  kind: row.kind,
  givenName: row.givenName,
  familyName: row.familyName,
  company: row.company,
  contact: row.contact,
  street: row.street,
  postalCode: row.postalCode,
  city: row.city,
  country: row.country && isCountryCode(row.country) ? row.country : null,
  email: row.email,
  phone: row.phone,
  vatId: row.vatId,
  taxNumber: row.taxNumber,
  iban: row.iban,
  language: row.language,
  wantsSms: row.wantsSms,
});
