import { z } from 'zod';
import { emailProblem, normalizeEmail } from './checks/email.ts';
import { isIban, normalizeIban } from './checks/iban.ts';
import { normalizePhone, readPhone } from './checks/phone.ts';
import { isPostalCodeOf } from './checks/postal-code.ts';
import { isVatId, normalizeVatId } from './checks/vat-id.ts';
import { COUNTRY_CODES } from './country.ts';
import type { CustomerData, CustomerDataField } from './customer-data.ts';
import { type FieldProblem, missingFields, type RequirableField } from './required-fields.ts';
import { numberLine, optionalLine } from './safe-text.schema.ts';
import { containsCardNumber } from './safe-text.ts';

/** Every message that these parsers give, for the panel to translate. */
export const CUSTOMER_ERROR_CODES = [
  'REQUIRED',
  'NOT_TEXT',
  'TOO_LONG',
  'CONTROL_CHARACTER',
  'LONE_SURROGATE',
  'BIDI_CONTROL',
  'CARD_NUMBER',
  'UNKNOWN_KIND',
  'UNKNOWN_COUNTRY',
  'UNKNOWN_LANGUAGE',
  'NOT_BOOLEAN',
  'EMAIL_UNSAFE',
  'EMAIL_MALFORMED',
  'PHONE_INVALID',
  'POSTAL_CODE_INVALID',
  'IBAN_INVALID',
  'VAT_ID_INVALID',
  'TAX_NUMBER_INVALID',
] as const;

export type CustomerErrorCode = (typeof CUSTOMER_ERROR_CODES)[number];

const map =
  (change: (text: string) => string) =>
  (text: string | null): string | null =>
    text === null ? null : change(text);

const country = z
  .string({ error: 'UNKNOWN_COUNTRY' })
  .nullish()
  .transform((text) => text?.trim().toUpperCase() || null)
  .pipe(z.enum(COUNTRY_CODES, { error: 'UNKNOWN_COUNTRY' }).nullable());

const draftShape = {
  kind: z.enum(['PERSON', 'COMPANY'], { error: 'UNKNOWN_KIND' }),
  givenName: optionalLine(80),
  familyName: optionalLine(80),
  company: optionalLine(120),
  contact: optionalLine(120),
  street: optionalLine(120),
  postalCode: optionalLine(12).transform(map((text) => text.toUpperCase())),
  city: optionalLine(80),
  country,
  email: optionalLine(254).transform(map(normalizeEmail)),
  phone: numberLine(40),
  vatId: optionalLine(24).transform(map(normalizeVatId)),
  taxNumber: numberLine(24),
  iban: numberLine(42).transform(map(normalizeIban)),
  language: z.enum(['de', 'en'], { error: 'UNKNOWN_LANGUAGE' }),
  wantsSms: z.boolean({ error: 'NOT_BOOLEAN' }).default(false),
};

const digitsIn = (text: string): number => text.replace(/[^0-9]/g, '').length;

/** German tax numbers have 8 to 13 digits in any of their spellings: `133/8150/8159`, `5133081508159`. */
const isTaxNumber = (text: string): boolean =>
  /^[0-9A-Z/ .-]+$/i.test(text) && digitsIn(text) >= 8 && digitsIn(text) <= 13;

const strictShape = {
  ...draftShape,
  email: draftShape.email.superRefine((email, context) => {
    const problem = email === null ? null : emailProblem(email);
    if (problem) context.addIssue({ code: 'custom', message: problem, input: email });
  }),
  vatId: draftShape.vatId.refine((id) => id === null || isVatId(id) !== false, { error: 'VAT_ID_INVALID' }),
  taxNumber: draftShape.taxNumber.refine((number) => number === null || isTaxNumber(number), {
    error: 'TAX_NUMBER_INVALID',
  }),
  iban: draftShape.iban.refine((iban) => iban === null || isIban(iban), { error: 'IBAN_INVALID' }),
};

/** A number field that does not hold what it should must not become the place where a card number is kept. */
const OWN_NUMBERS = {
  phone: (text, data) => readPhone(text, data.country) !== null,
  taxNumber: isTaxNumber,
  iban: isIban,
} satisfies Partial<Record<CustomerDataField, (text: string, data: CustomerData) => boolean>>;

const refuseHiddenCardNumbers = (data: CustomerData, context: z.RefinementCtx): void => {
  for (const [field, isOwn] of Object.entries(OWN_NUMBERS)) {
    const text = data[field as keyof typeof OWN_NUMBERS];
    if (text !== null && !isOwn(text, data) && containsCardNumber(text))
      context.addIssue({ code: 'custom', path: [field], message: 'CARD_NUMBER', input: text });
  }
};

const withReadablePhone = (data: CustomerData): CustomerData => ({
  ...data,
  phone: data.phone === null ? null : normalizePhone(data.phone, data.country),
});

/**
 * What somebody says about a customer when a case starts: any field may be missing or wrong, but all of it is safe
 * text, tidied and in normal form where it is readable. The checks of step 2 judge the rest.
 */
export const customerDraftSchema = z
  .strictObject(draftShape)
  .superRefine(refuseHiddenCardNumbers)
  .transform(withReadablePhone);

/**
 * A record fit to be saved: every field that is filled is well formed, and nothing is empty that `required` names.
 * Unknown keys are refused; errors are codes at their field.
 */
export const customerSchemaRequiring = (required: readonly RequirableField[]) =>
  z
    .strictObject(strictShape)
    .superRefine((data, context) => {
      for (const { field, code } of [...crossFieldProblems(data), ...missingFields(data, required)])
        context.addIssue({ code: 'custom', path: [field], message: code, input: data[field] });
    })
    .transform(withReadablePhone);

/** As `customerSchemaRequiring`, with nothing required but the kind and the language. */
export const customerDataSchema = customerSchemaRequiring([]);

/** What can only be judged together with the country. */
const crossFieldProblems = (data: CustomerData): readonly FieldProblem[] => {
  const { phone, postalCode, country } = data;
  const problems: FieldProblem[] = [];
  if (phone !== null && !readPhone(phone, country)) problems.push({ field: 'phone', code: 'PHONE_INVALID' });
  if (postalCode !== null && country !== null && isPostalCodeOf(postalCode, country) === false)
    problems.push({ field: 'postalCode', code: 'POSTAL_CODE_INVALID' });
  return problems;
};
