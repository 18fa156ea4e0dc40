import type { DataRequestQuery as DataRequestData } from '#pay-gql/graphql';

export type DataRequest = Extract<NonNullable<DataRequestData['dataRequest']>, { __typename: 'DataRequest' }>;

const ADDRESS = ['street', 'postalCode', 'city', 'country', 'email', 'phone'] as const;
const OF_PERSON = ['givenName', 'familyName'] as const;
const OF_COMPANY = ['company', 'contact'] as const;
const ON_REQUEST = ['vatId', 'taxNumber', 'iban'] as const;

const ALL = [...OF_COMPANY, ...OF_PERSON, ...ADDRESS, ...ON_REQUEST] as const;

export type DataField = (typeof ALL)[number];

/** Those of the names that are fields of a form, in reading order. */
export const knownFields = (names: readonly string[]): readonly DataField[] =>
  ALL.filter((field) => names.includes(field));

/** A customer of whom nothing is known. */
export const NOBODY = {
  ...{ kind: 'PERSON', givenName: null, familyName: null, company: null, contact: null, street: null },
  ...{ postalCode: null, city: null, country: null, email: null, phone: null, vatId: null, taxNumber: null },
  ...{ iban: null, language: 'de', wantsSms: false },
} as const satisfies DataRequest['data'];

/** Which fields the customer sees: name and address always, numbers only where the business needs them or has them. */
export const fieldsFor = ({
  data,
  required,
}: Pick<DataRequest, 'data' | 'required'>): readonly DataField[] => [
  ...(data.kind === 'COMPANY' ? OF_COMPANY : OF_PERSON),
  ...ADDRESS,
  ...ON_REQUEST.filter((field) => required.includes(field) || data[field]),
];

/** Only what somebody has to say who is not known yet: the short form in front of a first payment. */
export const neededFields = (asked: Pick<DataRequest, 'data' | 'required'>): readonly DataField[] =>
  fieldsFor(asked).filter((field) => field === 'givenName' || isRequired(field, asked));

/** Whether a field may stay empty; `name` means the company's, or the family name. */
export const isRequired = (
  field: DataField,
  { data, required }: Pick<DataRequest, 'data' | 'required'>,
): boolean =>
  required.includes(field) ||
  (required.includes('name') && field === (data.kind === 'COMPANY' ? 'company' : 'familyName'));
