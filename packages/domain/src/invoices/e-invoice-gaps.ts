import { exponentOf } from '../money/currency.ts';
import type { Locale } from '../money/format-money.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.schema.ts';

/** EN16931 goes into the PDF (ZUGFeRD); XRECHNUNG is the German form of it, which public buyers ask for. */
export type EInvoiceProfile = 'EN16931' | 'XRECHNUNG';

interface GapRule {
  /** Path of the field, as in `InvoiceRefusal`. */
  readonly field: string;
  /** Which rule of the standard asks for it. */
  readonly rule: string;
  readonly profile: EInvoiceProfile;
  readonly text: Readonly<Record<Locale, string>>;
  readonly isOpen: (snapshot: InvoiceSnapshot) => boolean;
}

const isBlank = (text: string | null): boolean => !text?.trim();

const hasCategory = ({ vatGroups }: InvoiceSnapshot, ...categories: readonly string[]): boolean =>
  vatGroups.some(({ category }) => categories.includes(category));

/** What the law lets an issued document leave out, but an e-invoice needs. */
const GAPS = {
  NOT_AN_INVOICE: {
    field: 'kind',
    rule: '§ 14(1) UStG',
    profile: 'EN16931',
    text: {
      de: 'Eine Abrechnung ist keine Rechnung; es gibt sie nicht als E-Rechnung.',
      en: 'A billing statement is no invoice, so there is no e-invoice of it.',
    },
    isOpen: (snapshot) => (snapshot.cancels ?? snapshot.corrects ?? snapshot).kind === 'STATEMENT',
  },
  CURRENCY_UNFIT: {
    field: 'currency',
    rule: 'BR-DEC-14',
    profile: 'EN16931',
    text: {
      de: 'Eine E-Rechnung kennt höchstens zwei Nachkommastellen; diese Währung hat drei.',
      en: 'An e-invoice knows two decimals at most; this currency has three.',
    },
    isOpen: ({ currency }) => exponentOf(currency) > 2,
  },
  BUYER_COUNTRY_MISSING: {
    field: 'customer.country',
    rule: 'BR-11',
    profile: 'EN16931',
    text: { de: 'Beim Kunden fehlt das Land.', en: 'The country of the customer is missing.' },
    isOpen: ({ buyer }) => buyer.country === null,
  },
  SELLER_VAT_ID_MISSING: {
    field: 'seller.vatId',
    rule: 'BR-G-02, BR-IC-02',
    profile: 'EN16931',
    text: {
      de: 'In den Einstellungen fehlt die USt-IdNr. des Unternehmens; steuerfreie Lieferungen ins Ausland brauchen sie.',
      en: 'The VAT id of the business is missing in the settings; tax-free supplies abroad need it.',
    },
    isOpen: (snapshot) => isBlank(snapshot.seller.vatId) && hasCategory(snapshot, 'K', 'G'),
  },
  SUPPLY_MISSING: {
    field: 'supply',
    rule: 'BR-IC-11',
    profile: 'EN16931',
    text: { de: 'Der Zeitpunkt der Leistung fehlt.', en: 'The time of supply is missing.' },
    isOpen: (snapshot) => snapshot.supply === null && hasCategory(snapshot, 'K'),
  },
  SELLER_PHONE_MISSING: {
    field: 'seller.phone',
    rule: 'BR-DE-6, BR-DE-27',
    profile: 'XRECHNUNG',
    text: {
      de: 'In den Einstellungen fehlt die Telefonnummer des Unternehmens.',
      en: 'The phone number of the business is missing in the settings.',
    },
    isOpen: ({ seller }) => (seller.phone ?? '').replace(/\D/g, '').length < 3,
  },
  SELLER_EMAIL_MISSING: {
    field: 'seller.email',
    rule: 'BR-DE-7, PEPPOL-EN16931-R020',
    profile: 'XRECHNUNG',
    text: {
      de: 'In den Einstellungen fehlt die E-Mail-Adresse des Unternehmens.',
      en: 'The e-mail address of the business is missing in the settings.',
    },
    isOpen: ({ seller }) => isBlank(seller.email),
  },
  BUYER_REFERENCE_MISSING: {
    field: 'reference',
    rule: 'BR-DE-15',
    profile: 'XRECHNUNG',
    text: {
      de: 'Am Vorgang fehlt unter „Bestellung“ die Nummer des Kunden, bei Behörden die Leitweg-ID.',
      en: 'The case has nothing under “Order”: the customer’s order number, or the Leitweg-ID of a public buyer.',
    },
    isOpen: (snapshot) => isBlank(buyerReferenceOf(snapshot)),
  },
  BUYER_CITY_MISSING: {
    field: 'customer.city',
    rule: 'BR-DE-8',
    profile: 'XRECHNUNG',
    text: { de: 'Beim Kunden fehlt der Ort.', en: 'The city of the customer is missing.' },
    isOpen: ({ buyer }) => isBlank(buyer.city),
  },
  BUYER_POSTAL_CODE_MISSING: {
    field: 'customer.postalCode',
    rule: 'BR-DE-9',
    profile: 'XRECHNUNG',
    text: { de: 'Beim Kunden fehlt die Postleitzahl.', en: 'The postal code of the customer is missing.' },
    isOpen: ({ buyer }) => isBlank(buyer.postalCode),
  },
  BUYER_EMAIL_MISSING: {
    field: 'customer.email',
    rule: 'PEPPOL-EN16931-R010',
    profile: 'XRECHNUNG',
    text: {
      de: 'Beim Kunden fehlt die E-Mail-Adresse.',
      en: 'The e-mail address of the customer is missing.',
    },
    isOpen: ({ buyer }) => isBlank(buyer.email),
  },
} as const satisfies Record<string, GapRule>;

export type EInvoiceGapCode = keyof typeof GAPS;

export const E_INVOICE_GAP_CODES = Object.keys(GAPS) as readonly EInvoiceGapCode[] as readonly [
  EInvoiceGapCode,
  ...EInvoiceGapCode[],
];

/** Something without which no valid e-invoice can be made: what, where it is entered, and which rule asks for it. */
export interface EInvoiceGap {
  readonly code: EInvoiceGapCode;
  readonly field: string;
  readonly rule: string;
}

/**
 * Everything that keeps a document from being an e-invoice of this profile; empty when it can be one. An issued document
 * is frozen: what is entered afterwards counts for the next one.
 */
export const eInvoiceGaps = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile): readonly EInvoiceGap[] =>
  E_INVOICE_GAP_CODES.flatMap((code) => {
    const { field, rule, profile: asking, isOpen } = GAPS[code];
    const isAsked = asking === 'EN16931' || asking === profile;
    return isAsked && isOpen(snapshot) ? [{ code, field, rule }] : [];
  });

/** The gap as a sentence. */
export const eInvoiceGapMessage = (code: EInvoiceGapCode, locale: Locale): string => GAPS[code].text[locale];

/** By what the buyer's office finds its way (BT-10): the reference that the customer gave for the case. */
export const buyerReferenceOf = ({ orderReference }: InvoiceSnapshot): string | null => orderReference;
