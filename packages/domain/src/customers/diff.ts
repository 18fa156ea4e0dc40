import { CUSTOMER_DATA_FIELDS, type CustomerData, type CustomerDataField } from './customer-data.ts';

/** One field that differs between two versions. Values are as stored; null is empty. */
export interface FieldDifference {
  readonly field: CustomerDataField;
  readonly before: string | boolean | null;
  readonly after: string | boolean | null;
}

/** What has changed between two versions, in reading order. Against no version at all, every filled field is new. */
export const diffCustomerData = (
  before: CustomerData | null,
  after: CustomerData,
): readonly FieldDifference[] =>
  CUSTOMER_DATA_FIELDS.map((field) => ({
    field,
    before: before?.[field] ?? null,
    after: after[field],
  })).filter((difference) => difference.before !== difference.after);

export const isSameData = (a: CustomerData, b: CustomerData): boolean => diffCustomerData(a, b).length === 0;
