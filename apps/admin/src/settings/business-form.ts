import type { UpdateOrganizationInput } from '#gql/graphql';

/** What stands on invoices and pay pages, while it is typed. */
export interface BusinessValues {
  readonly name: string;
  readonly legalName: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly taxNumber: string;
  readonly vatId: string;
  readonly smallBusiness: boolean;
  readonly iban: string;
  readonly bic: string;
  readonly bankName: string;
  readonly accountHolder: string;
  readonly email: string;
  readonly phone: string;
  readonly accountsEmail: string;
}

export type BusinessField = keyof BusinessValues;

export const EMPTY_BUSINESS: BusinessValues = {
  name: '',
  legalName: '',
  street: '',
  postalCode: '',
  city: '',
  country: 'DE',
  taxNumber: '',
  vatId: '',
  smallBusiness: false,
  iban: '',
  bic: '',
  bankName: '',
  accountHolder: '',
  email: '',
  phone: '',
  accountsEmail: '',
};

type Stored = Readonly<Partial<Record<Exclude<BusinessField, 'smallBusiness'>, string | null>>> & {
  readonly smallBusiness: boolean;
};

export const businessToForm = (stored: Stored): BusinessValues => ({
  ...EMPTY_BUSINESS,
  ...Object.fromEntries(
    Object.keys(EMPTY_BUSINESS)
      .filter((field) => field !== 'smallBusiness')
      .map((field) => [field, stored[field as keyof Omit<Stored, 'smallBusiness'>] ?? '']),
  ),
  smallBusiness: stored.smallBusiness,
});

/** Empty fields travel as null, the account number without its spaces. */
export const businessToInput = (values: BusinessValues): Omit<UpdateOrganizationInput, 'expectedVersion'> => {
  const text = (field: Exclude<BusinessField, 'smallBusiness'>): string | null =>
    values[field].trim() || null;
  return {
    name: values.name.trim(),
    legalName: text('legalName') ?? values.name.trim(),
    street: text('street'),
    postalCode: text('postalCode'),
    city: text('city'),
    country: values.country,
    taxNumber: text('taxNumber'),
    vatId: text('vatId')?.replace(/\s/g, '') ?? null,
    smallBusiness: values.smallBusiness,
    iban: text('iban')?.replace(/\s/g, '') ?? null,
    bic: text('bic'),
    bankName: text('bankName'),
    accountHolder: text('accountHolder'),
    email: text('email'),
    phone: text('phone'),
    accountsEmail: text('accountsEmail'),
  };
};
