import { type CustomerData, type CustomerDataField, customerName } from './customer-data.ts';

/** What a version of the workflow may require of a customer record; `name` is the person's or the company's. */
export const REQUIRABLE_FIELDS = [
  'name',
  'company',
  'contact',
  'email',
  'phone',
  'street',
  'postalCode',
  'city',
  'country',
  'vatId',
  'taxNumber',
  'iban',
] as const;

export type RequirableField = (typeof REQUIRABLE_FIELDS)[number];

/** A problem at one field of a form; the panel translates the code. */
export interface FieldProblem {
  readonly field: CustomerDataField;
  readonly code: string;
}

/** Only a company has these; requiring them asks nothing of a person. */
const OF_COMPANIES: ReadonlySet<RequirableField> = new Set<RequirableField>(['company', 'contact', 'vatId']);

/** The required fields that are still empty, each with the field where it is entered and the code REQUIRED. */
export const missingFields = (
  data: CustomerData,
  required: readonly RequirableField[],
): readonly FieldProblem[] => {
  const missing = required
    .filter((field) => isMissing(data, field))
    .map((field): CustomerDataField => (field === 'name' ? nameField(data) : field));
  return [...new Set(missing)].map((field) => ({ field, code: 'REQUIRED' }));
};

const isMissing = (data: CustomerData, field: RequirableField): boolean => {
  if (field === 'name') return customerName(data) === '';
  return data[field] === null && !(data.kind === 'PERSON' && OF_COMPANIES.has(field));
};

const nameField = ({ kind }: CustomerData): CustomerDataField =>
  kind === 'COMPANY' ? 'company' : 'familyName';
