import { describe, expect, it } from 'vitest';
import { aCompany, aPerson } from '../customer.fixture.ts';
import { checkCustomerData } from './customer-checks.ts';
import { checkDuplicates, possibleDuplicates } from './duplicates.ts';
import { checkEmail, normalizeEmail } from './email.ts';
import { checkIban } from './iban.ts';
import { CHECK_KEYS, type MachineCheck } from './machine-check.ts';
import { checkPhone } from './phone.ts';
import { checkPostalCode } from './postal-code.ts';
import { checkRequiredFields } from './required-fields.ts';
import { checkVatId } from './vat-id.ts';

const outcome = ({ state, code, evidence }: MachineCheck) => [state, code, evidence.detail];

describe('checkCustomerData', () => {
  it('runs every check once and passes a sound record', () => {
    const checks = checkCustomerData(aCompany(), { required: ['name', 'email'], candidates: [] });
    expect(checks.map(({ key }) => key)).toEqual(CHECK_KEYS);
    expect(checks.map(({ state }) => state)).toEqual(Array(CHECK_KEYS.length).fill('PASSED'));
  });

  it('does not call an empty field a failure', () => {
    const empty = aPerson({ email: null, phone: null, postalCode: null, iban: null });
    const states = checkCustomerData(empty, { required: [], candidates: [] }).map(({ state }) => state);
    expect(states).toEqual([
      'PASSED',
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
      'PASSED',
    ]);
  });
});

describe('checkRequiredFields', () => {
  it('lists what is missing', () => {
    const check = checkRequiredFields(aCompany({ street: null, city: null }), ['name', 'street', 'city']);
    expect(outcome(check)).toEqual(['FAILED', 'REQUIRED_FIELDS_MISSING', 'street, city']);
  });
});

describe('checkEmail', () => {
  it.each([
    ['anna@example.com', 'PASSED', null],
    ['anna+bill@sub.example.co.uk', 'PASSED', null],
    ["o'brien@example.com", 'PASSED', null],
    ['anna@xn--mller-kva.example', 'PASSED', null],
    ['anna', 'FAILED', 'EMAIL_MALFORMED'],
    ['anna@', 'FAILED', 'EMAIL_MALFORMED'],
    ['@example.com', 'FAILED', 'EMAIL_MALFORMED'],
    ['anna@localhost', 'FAILED', 'EMAIL_MALFORMED'],
    ['anna@example.c', 'FAILED', 'EMAIL_MALFORMED'],
    ['anna@127.0.0.1', 'FAILED', 'EMAIL_MALFORMED'],
    ['anna..m@example.com', 'FAILED', 'EMAIL_MALFORMED'],
    ['.anna@example.com', 'FAILED', 'EMAIL_MALFORMED'],
    ['anna@-example.com', 'FAILED', 'EMAIL_MALFORMED'],
    ['änna@example.com', 'FAILED', 'EMAIL_MALFORMED'],
    [`${'a'.repeat(65)}@example.com`, 'FAILED', 'EMAIL_MALFORMED'],
    [
      `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`,
      'FAILED',
      'EMAIL_MALFORMED',
    ],
    ['a@b.example\r\nBcc: x@y.example', 'FAILED', 'EMAIL_UNSAFE'],
    ['a@b.example,c@d.example', 'FAILED', 'EMAIL_UNSAFE'],
    ['Anna <a@b.example>', 'FAILED', 'EMAIL_UNSAFE'],
    ['"a b"@example.com', 'FAILED', 'EMAIL_UNSAFE'],
  ])('judges %j as %s', (email, state, code) => {
    expect(outcome(checkEmail(aCompany({ email }))).slice(0, 2)).toEqual([state, code]);
  });

  it('writes umlaut domains as mail servers know them', () => {
    expect(normalizeEmail('Anna@Müller.example')).toBe('Anna@xn--mller-kva.example');
    expect(normalizeEmail('anna@a/b.example')).toBe('anna@a/b.example');
  });
});

describe('checkPhone', () => {
  it.each([
    ['+492211234567', 'DE', false, ['PASSED', null, 'DE FIXED_LINE']],
    ['0221 1234567', 'DE', false, ['PASSED', null, 'DE FIXED_LINE']],
    ['+4915123456789', 'DE', true, ['PASSED', null, 'DE MOBILE']],
    ['+436641234567', 'DE', true, ['PASSED', null, 'AT MOBILE']],
    ['+492211234567', 'DE', true, ['FAILED', 'PHONE_NOT_MOBILE', 'DE FIXED_LINE']],
    [null, 'DE', true, ['FAILED', 'PHONE_MISSING_FOR_SMS', null]],
    ['0221 1234567', null, false, ['FAILED', 'PHONE_INVALID', null]],
    ['110', 'DE', false, ['FAILED', 'PHONE_INVALID', null]],
    ['12', 'DE', false, ['FAILED', 'PHONE_INVALID', null]],
    ['call 0221 1234567 now', 'DE', false, ['FAILED', 'PHONE_INVALID', null]],
  ] as const)('judges %j of %s', (phone, country, wantsSms, expected) => {
    expect(outcome(checkPhone(aCompany({ phone, country, wantsSms })))).toEqual(expected);
  });
});

describe('checkPostalCode', () => {
  it.each([
    ['50674', 'DE', 'PASSED', null],
    ['00123', 'DE', 'FAILED', 'POSTAL_CODE_INVALID'],
    ['5067', 'DE', 'FAILED', 'POSTAL_CODE_INVALID'],
    ['５０６７４', 'DE', 'FAILED', 'POSTAL_CODE_INVALID'],
    ['1010', 'AT', 'PASSED', null],
    ['8001', 'CH', 'PASSED', null],
    ['1012 ab', 'NL', 'PASSED', null],
    ['SW1A 1AA', 'GB', 'PASSED', null],
    ['10115', 'GB', 'FAILED', 'POSTAL_CODE_INVALID'],
    ['1000', 'HK', 'NOT_CHECKABLE', 'COUNTRY_NOT_IN_TABLE'],
    ['50674', null, 'NOT_CHECKABLE', 'COUNTRY_MISSING'],
  ] as const)('judges %j in %s as %s', (postalCode, country, state, code) => {
    expect(outcome(checkPostalCode(aCompany({ postalCode, country }))).slice(0, 2)).toEqual([state, code]);
  });
});

describe('checkIban', () => {
  it.each([
    ['DE89370400440532013000', ['PASSED', null, 'DE 37040044']],
    ['AT611904300234573201', ['PASSED', null, 'AT 19043']],
    ['DE89370400440532013001', ['FAILED', 'IBAN_INVALID', 'WrongIBANChecksum']],
    ['XX89370400440532013000', ['FAILED', 'IBAN_INVALID', 'NoIBANCountry']],
  ] as const)('judges %s', (iban, expected) => {
    expect(outcome(checkIban(aCompany({ iban })))).toEqual(expected);
  });
});

describe('checkVatId', () => {
  it.each([
    ['DE136695976', ['PASSED', null, 'DE FORMAT_OK']],
    ['ATU13585627', ['PASSED', null, 'AT FORMAT_OK']],
    ['EL123456783', ['PASSED', null, 'EL FORMAT_OK']],
    ['DE123456789', ['FAILED', 'VAT_ID_INVALID', 'DE']],
    ['US123456789', ['NOT_CHECKABLE', 'VAT_ID_COUNTRY_UNKNOWN', 'US']],
  ] as const)('judges %s', (vatId, expected) => {
    expect(outcome(checkVatId(aCompany({ vatId })))).toEqual(expected);
  });
});

describe('checkDuplicates', () => {
  const other = (overrides: Parameters<typeof aPerson>[0]) => ({
    customerId: 'c1',
    number: 'K-000007',
    data: aPerson({ email: null, phone: null, iban: null, familyName: 'Andere', ...overrides }),
  });

  it.each([
    ['the same address', { email: 'JM@sonnenschein.example' }, ['EMAIL']],
    ['the same account', { iban: 'DE89370400440532013000' }, ['IBAN']],
    ['the same phone', { phone: '+492211234567' }, ['PHONE']],
    [
      'name and place in another spelling',
      { givenName: 'ANNA', familyName: 'Mueller' },
      ['NAME_AND_POSTAL_CODE'],
    ],
    [
      'several facts',
      { email: 'jm@sonnenschein.example', familyName: 'Müller' },
      ['EMAIL', 'NAME_AND_POSTAL_CODE'],
    ],
  ])('finds %s', (_what, overrides, facts) => {
    expect(possibleDuplicates(aPerson(), [other(overrides)])).toEqual([
      { customerId: 'c1', number: 'K-000007', facts },
    ]);
  });

  it.each([
    ['somebody else', {}],
    ['the same name elsewhere', { familyName: 'Müller', postalCode: '10115' }],
    ['the same name and code in another country', { familyName: 'Müller', country: 'FR' as const }],
  ])('leaves %s alone', (_what, overrides) => {
    expect(possibleDuplicates(aPerson(), [other(overrides)])).toEqual([]);
  });

  it('does not take two empty fields for the same', () => {
    const blank = aPerson({
      email: null,
      phone: null,
      iban: null,
      givenName: null,
      familyName: null,
      postalCode: null,
    });
    expect(possibleDuplicates(blank, [{ customerId: 'c1', number: null, data: blank }])).toEqual([]);
  });

  it('names whom and why in the evidence', () => {
    const check = checkDuplicates(aPerson(), [other({ iban: 'DE89370400440532013000' })]);
    expect(outcome(check)).toEqual(['FAILED', 'POSSIBLE_DUPLICATE', 'K-000007: IBAN']);
    expect(outcome(checkDuplicates(aPerson(), []))).toEqual(['PASSED', null, '0']);
  });
});
