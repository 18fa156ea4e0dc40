import { isInEuropeanUnion } from '../customers/country.ts';
import type { CustomerData } from '../customers/customer-data.ts';
import type { Locale } from '../money/format-money.ts';
import type { Seller } from './invoice-snapshot.schema.ts';
import { type TaxCase, type TaxCondition, taxCaseRule } from './tax-case.ts';

/** What a tax case is judged by, besides the line itself. */
export interface TaxFacts {
  readonly seller: Pick<Seller, 'country' | 'vatId' | 'smallBusiness'>;
  readonly customer: Pick<CustomerData, 'country' | 'vatId'>;
}

interface GapRule {
  readonly text: Readonly<Record<Locale, string>>;
  /** Where it can be mended; `line` is the choice of the tax case itself. */
  readonly at: 'seller.vatId' | 'customer.vatId' | 'customer.country' | 'line';
}

/** What a tax case misses, as people read it where they choose the case. */
const TAX_GAPS = {
  SELLER_VAT_ID_MISSING: {
    at: 'seller.vatId',
    text: {
      de: 'In den Einstellungen fehlt die USt-IdNr. des Unternehmens.',
      en: 'The VAT id of the business is missing in the settings.',
    },
  },
  BUYER_VAT_ID_MISSING: {
    at: 'customer.vatId',
    text: { de: 'Beim Kunden fehlt die USt-IdNr.', en: 'The VAT id of the customer is missing.' },
  },
  BUYER_VAT_ID_NOT_FOREIGN: {
    at: 'customer.vatId',
    text: {
      de: 'Die USt-IdNr. des Kunden ist keine eines anderen EU-Staats.',
      en: 'The VAT id of the customer was not given by another EU country.',
    },
  },
  BUYER_NOT_IN_OTHER_EU_COUNTRY: {
    at: 'customer.country',
    text: {
      de: 'Der Kunde sitzt nicht in einem anderen EU-Staat.',
      en: 'The customer is not in another EU country.',
    },
  },
  BUYER_NOT_OUTSIDE_EU: {
    at: 'customer.country',
    text: { de: 'Der Kunde sitzt nicht außerhalb der EU.', en: 'The customer is not outside the EU.' },
  },
  NOT_A_SMALL_BUSINESS: {
    at: 'line',
    text: {
      de: 'Das Unternehmen ist laut Einstellungen kein Kleinunternehmer.',
      en: 'The business is no small business by its settings.',
    },
  },
  SMALL_BUSINESS_SHOWS_VAT: {
    at: 'line',
    text: {
      de: 'Kleinunternehmer weisen keine Umsatzsteuer aus (§ 19 UStG).',
      en: 'A small business must not show VAT (§ 19 UStG).',
    },
  },
} as const satisfies Record<string, GapRule>;

export type TaxGapCode = keyof typeof TAX_GAPS;

export const TAX_GAP_CODES = Object.keys(TAX_GAPS) as readonly TaxGapCode[] as readonly [
  TaxGapCode,
  ...TaxGapCode[],
];

/** Something without which a tax case must not be used: what, where it is mended, and which law says so. */
export interface TaxGap {
  readonly code: TaxGapCode;
  readonly at: GapRule['at'];
  readonly basis: string;
}

/** The reason of an exemption belongs to the line and is asked for there. */
type Condition = Exclude<TaxCondition, 'EXEMPTION_REASON'>;

const isBlank = (text: string | null): boolean => !text?.trim();

const UNMET: Readonly<Record<Condition, (facts: TaxFacts) => TaxGapCode | null>> = {
  BUYER_VAT_ID: ({ customer }) => (isBlank(customer.vatId) ? 'BUYER_VAT_ID_MISSING' : null),
  // § 6a(1) Nr. 4 UStG: used towards the seller, and given by another member state. Greece's prefix is no country code.
  BUYER_VAT_ID_OF_OTHER_COUNTRY: ({ customer, seller }) =>
    customer.vatId?.trim().toUpperCase().startsWith(seller.country) ? 'BUYER_VAT_ID_NOT_FOREIGN' : null,
  SELLER_VAT_ID: ({ seller }) => (isBlank(seller.vatId) ? 'SELLER_VAT_ID_MISSING' : null),
  BUYER_IN_OTHER_EU_COUNTRY: ({ customer, seller }) =>
    customer.country && isInEuropeanUnion(customer.country) && customer.country !== seller.country
      ? null
      : 'BUYER_NOT_IN_OTHER_EU_COUNTRY',
  BUYER_OUTSIDE_EU: ({ customer }) =>
    customer.country && !isInEuropeanUnion(customer.country) ? null : 'BUYER_NOT_OUTSIDE_EU',
  SMALL_BUSINESS: ({ seller }) => (seller.smallBusiness ? null : 'NOT_A_SMALL_BUSINESS'),
};

/** Everything that forbids this tax case between these two, in the order of the table; empty when it may be used. */
export const unmetConditions = (taxCase: TaxCase, facts: TaxFacts): readonly TaxGap[] => {
  const { conditions, basis, category } = taxCaseRule(taxCase);
  const gap = (code: TaxGapCode, law: string): TaxGap => ({ code, at: TAX_GAPS[code].at, basis: law });
  const unmet = conditions.flatMap((condition) => {
    const code = condition === 'EXEMPTION_REASON' ? null : UNMET[condition](facts);
    return code ? [gap(code, basis)] : [];
  });
  // VAT shown by a small business is owed (§ 14c UStG) although it was never charged.
  return facts.seller.smallBusiness && category === 'S'
    ? [...unmet, gap('SMALL_BUSINESS_SHOWS_VAT', '§ 19 UStG, § 14c UStG')]
    : unmet;
};

/** The gap as a sentence. */
export const taxGapMessage = (code: TaxGapCode, locale: Locale): string => TAX_GAPS[code].text[locale];
