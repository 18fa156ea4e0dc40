import type { TaxCase } from '../invoices/tax-case.ts';

/**
 * The accounts that Zahlwerk posts to, with their default numbers in DATEV's SKR03 (`number`) and SKR04.
 * Numbers and names are settings of the business; its tax adviser confirms them. Most of all those that are a convention of
 * ours or were not looked up in DATEV's own list: clearing, customer credit, invoiced elsewhere, rounding, money in transit, VAT
 * prepayments, interest, other income, and in SKR04 VAT, exports, tax-free revenue, revenue 0 %, write-offs and cash discounts.
 */
export const ACCOUNTS = {
  BANK: { number: '1200', skr04: '1800', type: 'ASSET', de: 'Bank', en: 'Bank' },
  CLEARING: {
    number: '1360',
    skr04: '1460',
    type: 'ASSET',
    de: 'Geldtransit Zahlungsanbieter',
    en: 'Provider clearing',
  },
  RECEIVABLE: { number: '1400', skr04: '1200', type: 'ASSET', de: 'Forderungen', en: 'Receivables' },
  CUSTOMER_CREDIT: {
    number: '1710',
    skr04: '3250',
    type: 'LIABILITY',
    de: 'Kundenguthaben',
    en: 'Customer credit',
  },
  UNASSIGNED: {
    number: '1590',
    skr04: '1370',
    type: 'LIABILITY',
    de: 'Nicht zugeordnete Zahlungen',
    en: 'Unassigned payments',
  },
  VAT_7: { number: '1771', skr04: '3801', type: 'LIABILITY', de: 'Umsatzsteuer 7 %', en: 'VAT 7 %' },
  VAT_19: { number: '1776', skr04: '3806', type: 'LIABILITY', de: 'Umsatzsteuer 19 %', en: 'VAT 19 %' },
  REVENUE_FREE: {
    number: '8100',
    skr04: '4100',
    type: 'INCOME',
    de: 'Steuerfreie Erlöse',
    en: 'Tax-free revenue',
  },
  REVENUE_EU: {
    number: '8125',
    skr04: '4125',
    type: 'INCOME',
    de: 'Innergemeinschaftliche Lieferungen',
    en: 'Intra-EU supplies',
  },
  REVENUE_EU_SERVICE: {
    number: '8336',
    skr04: '4336',
    type: 'INCOME',
    de: 'Leistungen § 13b EU',
    en: 'EU services, reverse charge',
  },
  REVENUE_EXPORT: { number: '8120', skr04: '4120', type: 'INCOME', de: 'Ausfuhrlieferungen', en: 'Exports' },
  REVENUE_13B: {
    number: '8337',
    skr04: '4337',
    type: 'INCOME',
    de: 'Erlöse § 13b',
    en: 'Domestic reverse charge',
  },
  REVENUE_SMALL: {
    number: '8195',
    skr04: '4185',
    type: 'INCOME',
    de: 'Erlöse Kleinunternehmer',
    en: 'Revenue, small business',
  },
  REVENUE_0: { number: '8290', skr04: '4290', type: 'INCOME', de: 'Erlöse 0 %', en: 'Revenue 0 %' },
  REVENUE_7: { number: '8300', skr04: '4300', type: 'INCOME', de: 'Erlöse 7 %', en: 'Revenue 7 %' },
  REVENUE_19: { number: '8400', skr04: '4400', type: 'INCOME', de: 'Erlöse 19 %', en: 'Revenue 19 %' },
  SKONTO_FREE: {
    number: '8730',
    skr04: '4730',
    type: 'INCOME',
    de: 'Gewährte Skonti',
    en: 'Cash discounts granted',
  },
  SKONTO_7: {
    number: '8731',
    skr04: '4731',
    type: 'INCOME',
    de: 'Gewährte Skonti 7 % USt',
    en: 'Cash discounts granted, 7 % VAT',
  },
  SKONTO_19: {
    number: '8736',
    skr04: '4736',
    type: 'INCOME',
    de: 'Gewährte Skonti 19 % USt',
    en: 'Cash discounts granted, 19 % VAT',
  },
  INVOICED_ELSEWHERE: {
    number: '1599',
    skr04: '1379',
    type: 'CONTRA',
    de: 'Anderweitig fakturiert',
    en: 'Invoiced elsewhere',
  },
  FEES: {
    number: '4970',
    skr04: '6855',
    type: 'EXPENSE',
    de: 'Nebenkosten des Geldverkehrs',
    en: 'Payment fees',
  },
  // No chart has an account of this name: the adviser confirms the number before anything else.
  ROUNDING: {
    number: '2309',
    skr04: '6969',
    type: 'EXPENSE',
    de: 'Rundungsdifferenzen',
    en: 'Rounding differences',
  },
  // What stands on a statement and is no customer's payment. The second account of money under way: the first is the provider's.
  TRANSIT: { number: '1361', skr04: '1461', type: 'ASSET', de: 'Geldtransit', en: 'Money in transit' },
  TAX_REFUND: {
    number: '1780',
    skr04: '3820',
    type: 'LIABILITY',
    de: 'Umsatzsteuer-Vorauszahlungen',
    en: 'VAT prepayments and refunds',
  },
  INTEREST_INCOME: {
    number: '2650',
    skr04: '7100',
    type: 'INCOME',
    de: 'Zinserträge',
    en: 'Interest income',
  },
  OTHER_INCOME: { number: '2700', skr04: '4830', type: 'INCOME', de: 'Sonstige Erträge', en: 'Other income' },
  WRITE_OFF: { number: '2400', skr04: '6930', type: 'EXPENSE', de: 'Forderungsverluste', en: 'Write-offs' },
} as const satisfies Record<
  string,
  {
    number: string;
    skr04: string;
    type: 'ASSET' | 'LIABILITY' | 'INCOME' | 'EXPENSE' | 'CONTRA';
    de: string;
    en: string;
  }
>;

export type AccountKey = keyof typeof ACCOUNTS;

/** Where the net amount and the VAT of a tax case are posted; `vat: null` where no tax is shown. */
export const TAX_ACCOUNTS = {
  DE_19: { revenue: 'REVENUE_19', vat: 'VAT_19' },
  DE_7: { revenue: 'REVENUE_7', vat: 'VAT_7' },
  DE_0_PV: { revenue: 'REVENUE_0', vat: null },
  DE_KLEIN: { revenue: 'REVENUE_SMALL', vat: null },
  DE_EXEMPT: { revenue: 'REVENUE_FREE', vat: null },
  DE_13B: { revenue: 'REVENUE_13B', vat: null },
  EU_SERVICE_RC: { revenue: 'REVENUE_EU_SERVICE', vat: null },
  EU_SUPPLY: { revenue: 'REVENUE_EU', vat: null },
  EXPORT: { revenue: 'REVENUE_EXPORT', vat: null },
} as const satisfies Record<TaxCase, { revenue: AccountKey; vat: AccountKey | null }>;

export const isAccountKey = (text: string): text is AccountKey => Object.hasOwn(ACCOUNTS, text);
