import type { CustomerDataInput, CustomerKind, Language } from '#gql/graphql';

/** The customer record while somebody types: every field is text, empty where nothing is known. */
export interface CustomerFormValues {
  readonly kind: CustomerKind;
  readonly company: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly contact: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly vatId: string;
  readonly taxNumber: string;
  readonly iban: string;
  readonly language: Language;
  readonly wantsSms: boolean;
}

export type CustomerField = keyof CustomerFormValues;

export const EMPTY_CUSTOMER: CustomerFormValues = {
  kind: 'PERSON',
  company: '',
  givenName: '',
  familyName: '',
  contact: '',
  street: '',
  postalCode: '',
  city: '',
  country: 'DE',
  email: '',
  phone: '',
  vatId: '',
  taxNumber: '',
  iban: '',
  language: 'de',
  wantsSms: false,
};

const TEXT_FIELDS = [
  'company',
  'givenName',
  'familyName',
  'contact',
  'street',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
  'vatId',
  'taxNumber',
  'iban',
] as const satisfies readonly CustomerField[];

type StoredCustomer = {
  readonly kind: CustomerKind;
  readonly language: Language;
  readonly wantsSms: boolean;
} & Readonly<Partial<Record<(typeof TEXT_FIELDS)[number], string | null>>>;

export const customerToForm = (data: StoredCustomer): CustomerFormValues => ({
  ...EMPTY_CUSTOMER,
  ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, data[field] ?? ''])),
  kind: data.kind,
  language: data.language,
  wantsSms: data.wantsSms,
});

/** Empty fields travel as null; a person has no company fields, however they were filled before. */
export const customerToInput = (values: CustomerFormValues): CustomerDataInput => {
  const text = Object.fromEntries(TEXT_FIELDS.map((field) => [field, values[field].trim() || null]));
  const ofOtherKind =
    values.kind === 'PERSON'
      ? { company: null, contact: null, vatId: null }
      : { givenName: null, familyName: null };
  return { ...text, ...ofOtherKind, kind: values.kind, language: values.language, wantsSms: values.wantsSms };
};
