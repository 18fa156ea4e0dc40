/** Prefixes of the namespaces of Cross Industry Invoice. */
export const CII = {
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
};

/** A business rule: at every place that `at` finds, `test` has to be true (both XPath 1.0). */
export interface Rule {
  /** As the validation artefacts of EN 16931 (1.3.16) and XRechnung (2.5.0) number it. */
  readonly id: string;
  readonly says: string;
  readonly at: string;
  readonly test: string;
}

const TRADE = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction';

/** Where the groups of the standard stand in CII. */
export const AT = {
  invoice: '/rsm:CrossIndustryInvoice',
  document: '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument',
  line: `${TRADE}/ram:IncludedSupplyChainTradeLineItem`,
  agreement: `${TRADE}/ram:ApplicableHeaderTradeAgreement`,
  seller: `${TRADE}/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty`,
  buyer: `${TRADE}/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty`,
  delivery: `${TRADE}/ram:ApplicableHeaderTradeDelivery`,
  settlement: `${TRADE}/ram:ApplicableHeaderTradeSettlement`,
  means: `${TRADE}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans`,
  breakdown: `${TRADE}/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax`,
  allowance: `${TRADE}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge`,
  period: `${TRADE}/ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod`,
  totals: `${TRADE}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation`,
  preceding: `${TRADE}/ram:ApplicableHeaderTradeSettlement/ram:InvoiceReferencedDocument`,
} as const;

/** The element is there and says something. */
export const filled = (path: string): string => `normalize-space(${path}) != ''`;
