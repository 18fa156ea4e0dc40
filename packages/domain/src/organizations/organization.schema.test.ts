import { describe, expect, it } from 'vitest';
import { ORGANIZATION_DEFAULTS, organizationSchema } from './organization.schema.ts';

const given = {
  ...ORGANIZATION_DEFAULTS,
  name: 'Sommer Möbel',
  street: 'Lindenweg 3',
  postalCode: '48143',
  city: 'Münster',
};

const codesOf = (input: Record<string, unknown>): string[] =>
  organizationSchema
    .safeParse(input)
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('what a business says about itself', () => {
  it('needs only a name and an address', () => {
    expect(organizationSchema.parse(given)).toMatchObject({
      legalName: 'Sommer Möbel',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      smallBusiness: false,
    });
  });

  it('is brought to its normal form', () => {
    expect(
      organizationSchema.parse({
        ...given,
        iban: 'de89 3704 0044 0532 0130 00',
        bic: 'cobadeff xxx',
        email: ' Post@Sommer-Moebel.example ',
      }),
    ).toMatchObject({
      iban: 'DE89370400440532013000',
      bic: 'COBADEFFXXX',
      email: 'Post@sommer-moebel.example',
    });
  });

  it.each([
    [{ name: ' ' }, 'name REQUIRED'],
    [{ city: null }, 'city REQUIRED'],
    [{ country: 'XX' }, 'country UNKNOWN_COUNTRY'],
    [{ iban: 'DE89370400440532013001' }, 'iban IBAN_INVALID'],
    [{ bic: 'NOPE' }, 'bic BIC_INVALID'],
    [{ vatId: 'DE123' }, 'vatId VAT_ID_INVALID'],
    [{ website: 'javascript:alert(1)' }, 'website WEBSITE_INVALID'],
    [{ currency: 'eur' }, 'currency UNKNOWN_CURRENCY'],
    [{ timeZone: 'Berlin' }, 'timeZone UNKNOWN_TIME_ZONE'],
    [{ accountsEmail: 'nobody' }, 'accountsEmail EMAIL_MALFORMED'],
  ])('refuses %o with a code at the field', (change, expected) => {
    expect(codesOf({ ...given, ...change })).toContain(expected);
  });
});
