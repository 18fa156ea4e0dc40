import { z } from 'zod';
import { emailProblem, normalizeEmail } from '../customers/checks/email.ts';
import { isIban, normalizeIban } from '../customers/checks/iban.ts';
import { isVatId, normalizeVatId } from '../customers/checks/vat-id.ts';
import { COUNTRY_CODES } from '../customers/country.ts';
import { numberLine, optionalLine, requiredLine } from '../customers/safe-text.schema.ts';
import { currencySchema } from '../money/money.schema.ts';

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

const compact = (text: string | null): string | null => text?.replace(/\s+/g, '').toUpperCase() ?? null;

const email = optionalLine(254)
  .transform((text) => (text === null ? null : normalizeEmail(text)))
  .superRefine((text, context) => {
    const problem = text === null ? null : emailProblem(text);
    if (problem) context.addIssue({ code: 'custom', message: problem, input: text });
  });

const isWebAddress = (text: string): boolean =>
  z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(text).success;

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(name) || name === 'UTC';
  } catch {
    return false;
  }
};

/**
 * What a business says about itself: what its invoices must name (section 14 UStG), where its money goes, and how its
 * days are counted. Errors are codes at their field; unknown keys are refused.
 */
export const organizationSchema = z
  .strictObject({
    name: requiredLine(120),
    /** As entered in the register or on the trade licence; the name when left out. */
    legalName: optionalLine(160),
    street: requiredLine(120),
    postalCode: requiredLine(12),
    city: requiredLine(80),
    country: z.enum(COUNTRY_CODES, { error: 'UNKNOWN_COUNTRY' }),
    email,
    phone: numberLine(40),
    website: optionalLine(200).refine((text) => text === null || isWebAddress(text), {
      error: 'WEBSITE_INVALID',
    }),
    taxNumber: numberLine(24),
    vatId: optionalLine(24)
      .transform((text) => (text === null ? null : normalizeVatId(text)))
      .refine((id) => id === null || isVatId(id) !== false, { error: 'VAT_ID_INVALID' }),
    registerEntry: optionalLine(120),
    representedBy: optionalLine(160),
    smallBusiness: z.boolean({ error: 'NOT_BOOLEAN' }),
    accountHolder: optionalLine(70),
    iban: numberLine(42)
      .transform((text) => (text === null ? null : normalizeIban(text)))
      .refine((iban) => iban === null || isIban(iban), { error: 'IBAN_INVALID' }),
    bic: optionalLine(20)
      .transform(compact)
      .refine((bic) => bic === null || BIC.test(bic), { error: 'BIC_INVALID' }),
    bankName: optionalLine(80),
    currency: currencySchema,
    timeZone: z.string({ error: 'UNKNOWN_TIME_ZONE' }).refine(isTimeZone, { error: 'UNKNOWN_TIME_ZONE' }),
    locale: z.enum(['de', 'en'], { error: 'UNKNOWN_LANGUAGE' }),
    accountsEmail: email,
  })
  .transform((data) => ({ ...data, legalName: data.legalName ?? data.name }));

/** A business as it is saved. */
export type OrganizationData = z.output<typeof organizationSchema>;

/** What a new business is when it says nothing else. */
export const ORGANIZATION_DEFAULTS = {
  legalName: null,
  country: 'DE',
  email: null,
  phone: null,
  website: null,
  taxNumber: null,
  vatId: null,
  registerEntry: null,
  representedBy: null,
  smallBusiness: false,
  accountHolder: null,
  iban: null,
  bic: null,
  bankName: null,
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  accountsEmail: null,
} as const satisfies Partial<z.input<typeof organizationSchema>>;
