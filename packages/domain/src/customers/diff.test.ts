import { describe, expect, it } from 'vitest';
import { aCompany, aPerson } from './customer.fixture.ts';
import { diffCustomerData, isSameData } from './diff.ts';

describe('diffCustomerData', () => {
  it('finds no difference in equal records', () => {
    expect(diffCustomerData(aCompany(), aCompany())).toEqual([]);
    expect(isSameData(aCompany(), aCompany())).toBe(true);
  });

  it('lists what has changed, in reading order, with both values', () => {
    const after = aCompany({ iban: null, street: 'Ahornweg 3', wantsSms: true });
    expect(diffCustomerData(aCompany(), after)).toEqual([
      { field: 'street', before: 'Lindenstraße 12', after: 'Ahornweg 3' },
      { field: 'iban', before: 'DE89370400440532013000', after: null },
      { field: 'wantsSms', before: false, after: true },
    ]);
    expect(isSameData(aCompany(), after)).toBe(false);
  });

  it('shows every filled field of a first version as new', () => {
    const fields = diffCustomerData(null, aPerson()).map(({ field }) => field);
    expect(fields).toEqual([
      'kind',
      'givenName',
      'familyName',
      'street',
      'postalCode',
      'city',
      'country',
      'email',
      'phone',
      'iban',
      'language',
      'wantsSms',
    ]);
  });
});
