import { AT, filled, type Rule } from './rule.fixture.ts';

const rule = (id: string, says: string, at: string, test: string): Rule => ({ id, says, at, test });

const DAY = "udt:DateTimeString[@format='102']";
const lineOf = (category: string): string =>
  `${AT.line}[ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode='${category}']`;
const breakdownOf = (category: string): string => `${AT.breakdown}[ram:CategoryCode='${category}']`;
const registered = (party: string, ...schemes: readonly string[]): string =>
  `(${schemes.map((scheme) => `${filled(`${party}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='${scheme}']`)}`).join(' or ')})`;

const MANDATORY: readonly Rule[] = [
  rule(
    'BR-01',
    'specification identifier (BT-24)',
    AT.invoice,
    filled('rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
  ),
  rule('BR-02', 'invoice number (BT-1)', AT.document, filled('ram:ID')),
  rule('BR-03', 'issue date (BT-2)', AT.document, filled(`ram:IssueDateTime/${DAY}`)),
  rule('BR-04', 'type code (BT-3)', AT.document, filled('ram:TypeCode')),
  rule('BR-05', 'currency (BT-5)', AT.settlement, filled('ram:InvoiceCurrencyCode')),
  rule('BR-06', 'seller name (BT-27)', AT.seller, filled('ram:Name')),
  rule('BR-07', 'buyer name (BT-44)', AT.buyer, filled('ram:Name')),
  rule('BR-08', 'seller postal address (BG-5)', AT.seller, 'ram:PostalTradeAddress'),
  rule('BR-09', 'seller country (BT-40)', AT.seller, filled('ram:PostalTradeAddress/ram:CountryID')),
  rule('BR-10', 'buyer postal address (BG-8)', AT.buyer, 'ram:PostalTradeAddress'),
  rule('BR-11', 'buyer country (BT-55)', AT.buyer, filled('ram:PostalTradeAddress/ram:CountryID')),
  rule('BR-12', 'sum of line net amounts (BT-106)', AT.totals, 'ram:LineTotalAmount'),
  rule('BR-13', 'total without VAT (BT-109)', AT.totals, 'ram:TaxBasisTotalAmount'),
  rule('BR-14', 'total with VAT (BT-112)', AT.totals, 'ram:GrandTotalAmount'),
  rule('BR-15', 'amount due (BT-115)', AT.totals, 'ram:DuePayableAmount'),
  rule('BR-16', 'at least one line (BG-25)', AT.invoice, AT.line),
  rule('BR-21', 'line identifier (BT-126)', AT.line, filled('ram:AssociatedDocumentLineDocument/ram:LineID')),
  rule('BR-22', 'quantity (BT-129)', AT.line, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity'),
  rule('BR-23', 'unit (BT-130)', AT.line, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode'),
  rule(
    'BR-24',
    'line net amount (BT-131)',
    AT.line,
    'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
  ),
  rule('BR-25', 'item name (BT-153)', AT.line, filled('ram:SpecifiedTradeProduct/ram:Name')),
  rule(
    'BR-26',
    'net price (BT-146)',
    AT.line,
    'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount',
  ),
  rule('BR-45', 'taxable amount (BT-116)', AT.breakdown, 'ram:BasisAmount'),
  rule('BR-46', 'VAT of the category (BT-117)', AT.breakdown, 'ram:CalculatedAmount'),
  rule('BR-47', 'VAT category (BT-118)', AT.breakdown, filled('ram:CategoryCode')),
  rule('BR-48', 'VAT rate (BT-119)', AT.breakdown, filled('ram:RateApplicablePercent')),
  rule('BR-49', 'payment means (BT-81)', AT.means, filled('ram:TypeCode')),
  rule('BR-55', 'number of the preceding invoice (BT-25)', AT.preceding, filled('ram:IssuerAssignedID')),
  rule(
    'BR-CO-04',
    'VAT category of a line (BT-151)',
    AT.line,
    filled('ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode'),
  ),
  rule('BR-CO-18', 'at least one VAT breakdown (BG-23)', AT.invoice, AT.breakdown),
];

const LINE_ALLOWANCE = `${AT.line}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge`;
const IS_ALLOWANCE = "ram:ChargeIndicator/udt:Indicator = 'false'";

const ALLOWANCES: readonly Rule[] = [
  rule('BR-31', 'amount of an allowance (BT-92)', AT.allowance, filled('ram:ActualAmount')),
  rule(
    'BR-32',
    'VAT category of an allowance (BT-95)',
    AT.allowance,
    filled('ram:CategoryTradeTax/ram:CategoryCode'),
  ),
  rule(
    'BR-33',
    'reason of an allowance (BT-97) or its code (BT-98)',
    AT.allowance,
    filled('ram:Reason | ram:ReasonCode'),
  ),
  rule('BR-41', 'amount of an allowance on a line (BT-136)', LINE_ALLOWANCE, filled('ram:ActualAmount')),
  rule(
    'BR-42',
    'reason of an allowance on a line (BT-139) or its code (BT-140)',
    LINE_ALLOWANCE,
    filled('ram:Reason | ram:ReasonCode'),
  ),
  rule(
    'BR-CO-05',
    'code and reason mean a discount',
    `${AT.allowance}/ram:ReasonCode | ${LINE_ALLOWANCE}/ram:ReasonCode`,
    ". = '95'",
  ),
  rule('BG-20, BG-27', 'what is taken off is no charge', `${AT.allowance} | ${LINE_ALLOWANCE}`, IS_ALLOWANCE),
  rule(
    'BR-S-06',
    'standard rate: of an allowance above zero',
    `${AT.allowance}[ram:CategoryTradeTax/ram:CategoryCode='S']`,
    'ram:CategoryTradeTax/ram:RateApplicablePercent > 0',
  ),
  rule(
    'BR-E-06',
    'no rate but the standard one is above zero',
    `${AT.allowance}[ram:CategoryTradeTax/ram:CategoryCode!='S']`,
    'ram:CategoryTradeTax/ram:RateApplicablePercent = 0',
  ),
];

const CONDITIONAL: readonly Rule[] = [
  rule(
    'BR-27',
    'a net price is not negative',
    AT.line,
    'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount >= 0',
  ),
  rule(
    'BR-29',
    'a period ends after it begins',
    AT.period,
    `number(ram:EndDateTime/${DAY}) >= number(ram:StartDateTime/${DAY})`,
  ),
  rule(
    'BR-57',
    'a deliver-to address has a country (BT-80)',
    `${AT.delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress`,
    filled('ram:CountryID'),
  ),
  rule(
    'BR-61',
    'a transfer names an account (BT-84)',
    `${AT.means}[ram:TypeCode='30' or ram:TypeCode='58']`,
    filled('ram:PayeePartyCreditorFinancialAccount/ram:IBANID'),
  ),
  rule(
    'BR-62',
    'the seller’s electronic address has a scheme',
    `${AT.seller}/ram:URIUniversalCommunication`,
    filled('ram:URIID/@schemeID'),
  ),
  rule(
    'BR-63',
    'the buyer’s electronic address has a scheme',
    `${AT.buyer}/ram:URIUniversalCommunication`,
    filled('ram:URIID/@schemeID'),
  ),
  rule(
    'BR-CO-09',
    'a VAT id begins with its country',
    "//ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']",
    "translate(substring(., 1, 2), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = '' and string-length(.) > 2",
  ),
  rule(
    'BR-CO-25',
    'what is due has a day (BT-9) or terms (BT-20)',
    `${AT.settlement}[ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:DuePayableAmount > 0]`,
    'ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime or ram:SpecifiedTradePaymentTerms/ram:Description',
  ),
  rule(
    'BR-CO-26',
    'the seller can be identified by BT-29, BT-30 or BT-31',
    AT.seller,
    "ram:ID or ram:SpecifiedLegalOrganization/ram:ID or ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']",
  ),
  rule(
    'BR-S-02',
    'standard rate: the seller has a tax number or a VAT id',
    lineOf('S'),
    registered(AT.seller, 'VA', 'FC'),
  ),
  rule(
    'BR-S-05',
    'standard rate: above zero',
    lineOf('S'),
    'ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:RateApplicablePercent > 0',
  ),
  rule(
    'BR-S-10',
    'standard rate: no reason of exemption',
    breakdownOf('S'),
    'not(ram:ExemptionReason or ram:ExemptionReasonCode)',
  ),
  rule(
    'BR-Z-02',
    'zero rate: the seller has a tax number or a VAT id',
    lineOf('Z'),
    registered(AT.seller, 'VA', 'FC'),
  ),
  rule(
    'BR-Z-10',
    'zero rate: no reason of exemption',
    breakdownOf('Z'),
    'not(ram:ExemptionReason or ram:ExemptionReasonCode)',
  ),
  rule(
    'BR-E-02',
    'exempt: the seller has a tax number or a VAT id',
    lineOf('E'),
    registered(AT.seller, 'VA', 'FC'),
  ),
  rule(
    'BR-E-10',
    'exempt: with a reason',
    breakdownOf('E'),
    'ram:ExemptionReason or ram:ExemptionReasonCode',
  ),
  rule(
    'BR-AE-02',
    'reverse charge: tax ids of both',
    lineOf('AE'),
    `${registered(AT.seller, 'VA', 'FC')} and ${registered(AT.buyer, 'VA')}`,
  ),
  rule(
    'BR-AE-10',
    'reverse charge: with a reason',
    breakdownOf('AE'),
    'ram:ExemptionReason or ram:ExemptionReasonCode',
  ),
  rule(
    'BR-IC-02',
    'intra-Community: VAT ids of both',
    lineOf('K'),
    `${registered(AT.seller, 'VA')} and ${registered(AT.buyer, 'VA')}`,
  ),
  rule(
    'BR-IC-10',
    'intra-Community: with a reason',
    breakdownOf('K'),
    'ram:ExemptionReason or ram:ExemptionReasonCode',
  ),
  rule(
    'BR-IC-11',
    'intra-Community: day or period of supply',
    breakdownOf('K'),
    `${AT.delivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime or ${AT.period}`,
  ),
  rule(
    'BR-IC-12',
    'intra-Community: deliver-to country (BT-80)',
    breakdownOf('K'),
    filled(`${AT.delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`),
  ),
  rule('BR-G-02', 'export: VAT id of the seller', lineOf('G'), registered(AT.seller, 'VA')),
  rule(
    'BR-G-10',
    'export: with a reason',
    breakdownOf('G'),
    'ram:ExemptionReason or ram:ExemptionReasonCode',
  ),
];

const ONCE = (['Z', 'E', 'AE', 'K', 'G'] as const).flatMap((category): readonly Rule[] => {
  const name = category === 'K' ? 'IC' : category;
  return [
    rule(
      `BR-${name}-01`,
      'exactly one breakdown of the category',
      `${AT.invoice}[${lineOf(category)}]`,
      `count(${breakdownOf(category)}) = 1`,
    ),
    rule(
      `BR-${name}-05`,
      'the rate of a line is zero',
      lineOf(category),
      'ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:RateApplicablePercent = 0',
    ),
    rule(`BR-${name}-09`, 'the VAT is zero', breakdownOf(category), 'ram:CalculatedAmount = 0'),
  ];
});

/** The rules of EN 16931 that a document of ours can touch, in our own words; sums are in `arithmetic.fixture.ts`. */
export const EN16931_RULES: readonly Rule[] = [
  ...MANDATORY,
  ...ALLOWANCES,
  ...CONDITIONAL,
  ...ONCE,
  rule(
    'BR-S-01',
    'a breakdown for lines at the standard rate',
    `${AT.invoice}[${lineOf('S')}]`,
    breakdownOf('S'),
  ),
];
