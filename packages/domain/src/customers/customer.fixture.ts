import type { CustomerData } from './customer-data.ts';

/** A complete company record for tests; override what the test is about. */
export const aCompany = (overrides: Partial<CustomerData> = {}): CustomerData => ({
  kind: 'COMPANY',
  givenName: null,
  familyName: null,
  company: 'Bäckerei Sonnenschein GmbH',
  contact: 'Jörg Müßig',
  street: 'Lindenstraße 12',
  postalCode: '50674',
  city: 'Köln',
  country: 'DE',
  email: 'jm@sonnenschein.example',
  phone: '+492211234567',
  vatId: 'DE136695976',
  taxNumber: '215/5815/1234',
  iban: 'DE89370400440532013000',
  language: 'de',
  wantsSms: false,
  ...overrides,
});

/** A complete record of a private person. */
export const aPerson = (overrides: Partial<CustomerData> = {}): CustomerData => ({
  ...aCompany(),
  kind: 'PERSON',
  givenName: 'Anna',
  familyName: 'Müller',
  company: null,
  contact: null,
  vatId: null,
  taxNumber: null,
  ...overrides,
});
