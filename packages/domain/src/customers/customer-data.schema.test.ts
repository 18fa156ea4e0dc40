import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCompany, aPerson } from './customer.fixture.ts';
import {
  CUSTOMER_ERROR_CODES,
  customerDataSchema,
  customerDraftSchema,
  customerSchemaRequiring,
} from './customer-data.schema.ts';

const MINIMAL = { kind: 'PERSON', language: 'de' } as const;

const problems = (schema: typeof customerDataSchema | typeof customerDraftSchema, input: unknown) =>
  schema.safeParse(input).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [];

describe('customerDataSchema', () => {
  it('leaves a complete record as it is', () => {
    expect(customerDataSchema.parse(aCompany())).toEqual(aCompany());
    expect(customerDataSchema.parse(aPerson())).toEqual(aPerson());
  });

  it('brings what people type into normal form', () => {
    const typed = {
      ...aCompany(),
      company: '  Bäckerei   Sonnenschein\u00a0GmbH ',
      contact: '   ',
      email: 'Jm@SONNENSCHEIN.example',
      phone: '0221 / 123 45 67',
      vatId: 'de 136 695 976',
      iban: 'de89 3704 0044 0532 0130 00',
      country: ' de ',
    };
    expect(customerDataSchema.parse(typed)).toEqual(
      aCompany({ contact: null, email: 'Jm@sonnenschein.example' }),
    );
  });

  it('takes a missing field for an empty one', () => {
    expect(customerDataSchema.parse(MINIMAL)).toMatchObject({ email: null, country: null, wantsSms: false });
  });

  it.each([
    ['kind', 'ROBOT', 'UNKNOWN_KIND'],
    ['language', 'fr', 'UNKNOWN_LANGUAGE'],
    ['country', 'Deutschland', 'UNKNOWN_COUNTRY'],
    ['country', 'EU', 'UNKNOWN_COUNTRY'],
    ['wantsSms', 'yes', 'NOT_BOOLEAN'],
    ['company', 42, 'NOT_TEXT'],
    ['company', 'x'.repeat(121), 'TOO_LONG'],
    ['company', 'a\u202eb', 'BIDI_CONTROL'],
    ['company', '\ud800', 'LONE_SURROGATE'],
    ['contact', 'Anna\r\nBcc: all@example.com', 'CONTROL_CHARACTER'],
    ['street', '4111 1111 1111 1111', 'CARD_NUMBER'],
    ['email', 'jm@sonnenschein', 'EMAIL_MALFORMED'],
    ['email', 'a@b.example, c@d.example', 'EMAIL_UNSAFE'],
    ['phone', '110', 'PHONE_INVALID'],
    ['postalCode', '5067', 'POSTAL_CODE_INVALID'],
    ['iban', 'DE89370400440532013001', 'IBAN_INVALID'],
    ['vatId', 'DE123456789', 'VAT_ID_INVALID'],
    ['taxNumber', '12', 'TAX_NUMBER_INVALID'],
    ['taxNumber', '4111 1111 1111 1111', 'TAX_NUMBER_INVALID'],
  ])('refuses %s %j with %3$s at the field', (field, value, code) => {
    expect(problems(customerDataSchema, { ...aCompany(), [field]: value })).toEqual([[field, code]]);
    expect(CUSTOMER_ERROR_CODES).toContain(code);
  });

  it('names every faulty field at once', () => {
    const typed = { ...aCompany(), email: 'x', iban: 'x', phone: '1', postalCode: '1' };
    expect(
      problems(customerDataSchema, typed)
        .map(([field]) => field)
        .sort(),
    ).toEqual(['email', 'iban', 'phone', 'postalCode']);
  });

  it('refuses fields that do not belong to a record', () => {
    expect(customerDataSchema.safeParse({ ...aCompany(), organizationId: 'x' }).success).toBe(false);
    const withPrototype = JSON.parse('{"kind":"PERSON","language":"de","__proto__":{"admin":true}}');
    const parsed = customerDataSchema.safeParse(withPrototype);
    expect(parsed.success && 'admin' in parsed.data).toBe(false);
  });

  it('asks for the fields that a workflow version requires', () => {
    const schema = customerSchemaRequiring(['name', 'email', 'vatId']);
    expect(problems(schema, MINIMAL)).toEqual([
      ['familyName', 'REQUIRED'],
      ['email', 'REQUIRED'],
    ]);
    expect(problems(schema, { ...MINIMAL, kind: 'COMPANY' })).toEqual([
      ['company', 'REQUIRED'],
      ['email', 'REQUIRED'],
      ['vatId', 'REQUIRED'],
    ]);
    expect(problems(schema, aCompany())).toEqual([]);
  });
});

describe('customerDraftSchema', () => {
  it('keeps what cannot be right yet, for the checks to judge', () => {
    const draft = {
      ...aCompany(),
      phone: '12',
      iban: 'DE00',
      vatId: 'DE123456789',
      postalCode: '1',
      email: 'x',
    };
    expect(customerDraftSchema.parse(draft)).toMatchObject({
      phone: '12',
      iban: 'DE00',
      postalCode: '1',
      email: 'x',
    });
  });

  it.each(['phone', 'taxNumber', 'iban', 'street', 'company'])('never takes a card number in %s', (field) => {
    const draft = { ...aCompany(), [field]: '4111 1111 1111 1111' };
    expect(problems(customerDraftSchema, draft)).toEqual([[field, 'CARD_NUMBER']]);
  });

  it('parses its own output to the same record, and never throws on hostile text', () => {
    const text = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.emailAddress()), {
      nil: null,
    });
    const record = fc.record({
      kind: fc.constantFrom('PERSON', 'COMPANY'),
      givenName: text,
      street: text,
      postalCode: text,
      email: text,
      phone: text,
      iban: text,
      vatId: text,
      country: fc.constantFrom('DE', 'US', 'HK', null),
      language: fc.constantFrom('de', 'en'),
    });
    fc.assert(
      fc.property(record, (input) => {
        const first = customerDraftSchema.safeParse(input);
        if (!first.success) return;
        expect(customerDraftSchema.parse(first.data)).toEqual(first.data);
      }),
    );
  });
});
