/** VAT category of EN 16931 (BT-118, BT-151). */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G';

/** What has to be true of seller, buyer or line before a case may be used. */
export type TaxCondition =
  | 'BUYER_VAT_ID'
  | 'BUYER_VAT_ID_OF_OTHER_COUNTRY'
  | 'SELLER_VAT_ID'
  | 'BUYER_IN_OTHER_EU_COUNTRY'
  | 'BUYER_OUTSIDE_EU'
  | 'SMALL_BUSINESS'
  | 'EXEMPTION_REASON';

export interface TaxCaseRule {
  readonly category: VatCategory;
  /** Per cent, as a decimal string. */
  readonly rate: string;
  /** What the invoice has to say about it (BT-120); null where the rate says it all. */
  readonly text: { readonly de: string; readonly en: string } | null;
  /** VATEX code (BT-121), where the code list has one. */
  readonly vatex: string | null;
  readonly conditions: readonly TaxCondition[];
  /** Where the law stands. */
  readonly basis: string;
}

const REVERSE_CHARGE = {
  de: 'Steuerschuldnerschaft des Leistungsempfängers',
  en: 'Reverse charge: the recipient is liable for the VAT (Steuerschuldnerschaft des Leistungsempfängers)',
};

/**
 * How a line is taxed. The name carries the rate, so a case never changes its rate: should the law change one,
 * a new case is added and old invoices keep theirs. German wording stays in English texts where the law demands it.
 */
export const TAX_CASES = {
  DE_19: { category: 'S', rate: '19', text: null, vatex: null, conditions: [], basis: '§ 12(1) UStG' },
  DE_7: { category: 'S', rate: '7', text: null, vatex: null, conditions: [], basis: '§ 12(2) UStG' },
  DE_0_PV: {
    category: 'Z',
    rate: '0',
    text: {
      de: 'Nullsteuersatz nach § 12 Abs. 3 UStG',
      en: 'Zero rate under § 12(3) of the German VAT Act (UStG)',
    },
    vatex: null,
    conditions: [],
    basis: '§ 12(3) UStG',
  },
  DE_KLEIN: {
    category: 'E',
    rate: '0',
    text: {
      de: 'Steuerbefreiung für Kleinunternehmer gemäß § 19 UStG',
      en: 'VAT exempt: small business under § 19 of the German VAT Act (Steuerbefreiung für Kleinunternehmer gemäß § 19 UStG)',
    },
    vatex: null,
    conditions: ['SMALL_BUSINESS'],
    basis: '§ 19 UStG, § 34a UStDV',
  },
  DE_EXEMPT: {
    category: 'E',
    rate: '0',
    // The paragraph differs from trade to trade, so each line names its own.
    text: null,
    vatex: null,
    conditions: ['EXEMPTION_REASON'],
    basis: '§ 4 UStG',
  },
  DE_13B: {
    category: 'AE',
    rate: '0',
    text: REVERSE_CHARGE,
    vatex: 'VATEX-EU-AE',
    conditions: ['BUYER_VAT_ID'],
    basis: '§ 13b UStG, § 14a(5) UStG',
  },
  EU_SERVICE_RC: {
    category: 'AE',
    rate: '0',
    text: REVERSE_CHARGE,
    vatex: 'VATEX-EU-AE',
    conditions: [
      'SELLER_VAT_ID',
      'BUYER_VAT_ID',
      'BUYER_VAT_ID_OF_OTHER_COUNTRY',
      'BUYER_IN_OTHER_EU_COUNTRY',
    ],
    basis: '§ 3a(2) UStG, § 14a(1) UStG',
  },
  EU_SUPPLY: {
    category: 'K',
    rate: '0',
    text: {
      de: 'Steuerfreie innergemeinschaftliche Lieferung',
      en: 'VAT-exempt intra-Community supply (Steuerfreie innergemeinschaftliche Lieferung)',
    },
    vatex: 'VATEX-EU-IC',
    conditions: [
      'SELLER_VAT_ID',
      'BUYER_VAT_ID',
      'BUYER_VAT_ID_OF_OTHER_COUNTRY',
      'BUYER_IN_OTHER_EU_COUNTRY',
    ],
    basis: '§ 6a UStG, § 14a(3) UStG',
  },
  EXPORT: {
    category: 'G',
    rate: '0',
    text: { de: 'Steuerfreie Ausfuhrlieferung', en: 'VAT-exempt export (Steuerfreie Ausfuhrlieferung)' },
    vatex: 'VATEX-EU-G',
    conditions: ['BUYER_OUTSIDE_EU'],
    basis: '§ 6 UStG',
  },
} as const satisfies Record<string, TaxCaseRule>;

export type TaxCase = keyof typeof TAX_CASES;

export const TAX_CASE_NAMES = Object.keys(TAX_CASES) as readonly TaxCase[] as readonly [
  TaxCase,
  ...TaxCase[],
];

export const taxCaseRule = (taxCase: TaxCase): TaxCaseRule => TAX_CASES[taxCase];
