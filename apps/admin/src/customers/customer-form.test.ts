import { expect, test } from 'vitest';
import { customerToForm, customerToInput, EMPTY_CUSTOMER } from './customer-form.ts';

test('what is empty in the form travels as null', () => {
  expect(customerToInput({ ...EMPTY_CUSTOMER, givenName: ' Ada ', familyName: 'Lind' })).toMatchObject({
    givenName: 'Ada',
    familyName: 'Lind',
    email: null,
    company: null,
  });
});

test('a person keeps nothing of a company that was typed before', () => {
  const values = { ...EMPTY_CUSTOMER, company: 'Lind GmbH', vatId: 'DE 123', familyName: 'Lind' };
  expect(customerToInput({ ...values, kind: 'PERSON' })).toMatchObject({
    company: null,
    vatId: null,
    familyName: 'Lind',
  });
  expect(customerToInput({ ...values, kind: 'COMPANY' })).toMatchObject({
    company: 'Lind GmbH',
    familyName: null,
  });
});

test('a stored record goes into the form and back unchanged', () => {
  const stored = {
    kind: 'COMPANY',
    language: 'en',
    wantsSms: true,
    company: 'Lind GmbH',
    city: 'Köln',
    email: null,
  } as const;
  expect(customerToInput(customerToForm(stored))).toMatchObject({
    kind: 'COMPANY',
    language: 'en',
    wantsSms: true,
    company: 'Lind GmbH',
    city: 'Köln',
    email: null,
  });
});
