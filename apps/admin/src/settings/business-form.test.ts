import { expect, test } from 'vitest';
import { businessToForm, businessToInput, EMPTY_BUSINESS } from './business-form.ts';

test('what is empty travels as null, and numbers without their spaces', () => {
  const input = businessToInput({
    ...EMPTY_BUSINESS,
    name: 'Lind Werkstatt',
    iban: 'DE89 3704 0044',
    vatId: 'DE 123456789',
  });
  expect(input).toMatchObject({
    name: 'Lind Werkstatt',
    legalName: 'Lind Werkstatt',
    iban: 'DE8937040044',
    vatId: 'DE123456789',
    bic: null,
  });
});

test('a stored business fills the form, with nothing for what is unknown', () => {
  expect(businessToForm({ name: 'Lind', smallBusiness: true, bic: null })).toMatchObject({
    name: 'Lind',
    bic: '',
    smallBusiness: true,
  });
});
