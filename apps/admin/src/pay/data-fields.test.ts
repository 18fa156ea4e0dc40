import { expect, test } from 'vitest';
import { fieldsFor, isRequired } from './data-fields.ts';

const data = {
  kind: 'PERSON',
  givenName: 'Ada',
  familyName: null,
  company: null,
  contact: null,
  street: null,
  postalCode: null,
  city: null,
  country: 'DE',
  email: null,
  phone: null,
  vatId: null,
  taxNumber: null,
  iban: null,
  language: 'de',
  wantsSms: false,
} as const;

test('a person is not asked for what only companies have', () => {
  expect(fieldsFor({ data, required: ['name'] })).toEqual([
    'givenName',
    'familyName',
    'street',
    'postalCode',
    'city',
    'country',
    'email',
    'phone',
  ]);
});

test('numbers are asked for only where they are needed', () => {
  expect(fieldsFor({ data, required: ['iban'] })).toContain('iban');
});

test('the required name is the family name, or the company', () => {
  expect(isRequired('familyName', { data, required: ['name'] })).toBe(true);
  expect(isRequired('company', { data: { ...data, kind: 'COMPANY' }, required: ['name'] })).toBe(true);
  expect(isRequired('givenName', { data, required: ['name'] })).toBe(false);
});
