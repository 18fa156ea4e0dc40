import { AT, filled, type Rule } from './rule.fixture.ts';

const rule = (id: string, says: string, at: string, test: string): Rule => ({ id, says, at, test });

const BREAK = '\n';
const DIGITS = "translate(., translate(., '0123456789', ''), '')";

/** What XRechnung 3.0 asks for beyond EN 16931, of what a document of ours can touch; in our own words. */
export const XRECHNUNG_RULES: readonly Rule[] = [
  rule('BR-DE-1', 'payment instructions (BG-16)', AT.settlement, 'ram:SpecifiedTradeSettlementPaymentMeans'),
  rule('BR-DE-2', 'seller contact (BG-6)', AT.seller, 'ram:DefinedTradeContact'),
  rule('BR-DE-3', 'seller city (BT-37)', AT.seller, filled('ram:PostalTradeAddress/ram:CityName')),
  rule('BR-DE-4', 'seller post code (BT-38)', AT.seller, filled('ram:PostalTradeAddress/ram:PostcodeCode')),
  rule('BR-DE-5', 'contact point (BT-41)', AT.seller, filled('ram:DefinedTradeContact/ram:PersonName')),
  rule(
    'BR-DE-6',
    'contact phone (BT-42)',
    AT.seller,
    filled('ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber'),
  ),
  rule(
    'BR-DE-7',
    'contact e-mail (BT-43)',
    AT.seller,
    filled('ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID'),
  ),
  rule('BR-DE-8', 'buyer city (BT-52)', AT.buyer, filled('ram:PostalTradeAddress/ram:CityName')),
  rule('BR-DE-9', 'buyer post code (BT-53)', AT.buyer, filled('ram:PostalTradeAddress/ram:PostcodeCode')),
  rule(
    'BR-DE-10',
    'deliver-to city (BT-77)',
    `${AT.delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress`,
    filled('ram:CityName'),
  ),
  rule(
    'BR-DE-11',
    'deliver-to post code (BT-78)',
    `${AT.delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress`,
    filled('ram:PostcodeCode'),
  ),
  rule('BR-DE-14', 'VAT rate (BT-119)', AT.breakdown, filled('ram:RateApplicablePercent')),
  rule('BR-DE-15', 'buyer reference (BT-10)', AT.agreement, filled('ram:BuyerReference')),
  rule(
    'BR-DE-16',
    'tax number or VAT id of the seller',
    AT.seller,
    "ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA' or @schemeID='FC']",
  ),
  rule(
    'BR-DE-17',
    'one of the known types (BT-3)',
    AT.document,
    "contains(' 326 380 381 384 389 875 876 877 ', concat(' ', ram:TypeCode, ' '))",
  ),
  rule(
    'BR-DE-18-a',
    'payment terms, with BT-20 at most once',
    AT.settlement,
    'ram:SpecifiedTradePaymentTerms[count(ram:Description) < 2]',
  ),
  rule(
    'BR-DE-18',
    'Skonto lines have the one form and end with a line break (BT-20)',
    `${AT.settlement}/ram:SpecifiedTradePaymentTerms/ram:Description[contains(., '#')]`,
    // Without its words, a line of the form is nothing but separators, figures and the break.
    `translate(substring-after(., '#SKONTO#TAGE='), '0123456789', '') = '#PROZENT=.#${BREAK}' or translate(substring-after(., '#SKONTO#TAGE='), '0123456789', '') = '#PROZENT=.#BASISBETRAG=.#${BREAK}'`,
  ),
  rule(
    'BR-DE-21',
    'BT-24 names XRechnung',
    AT.invoice,
    "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'",
  ),
  rule(
    'BR-DE-23-a',
    'a transfer has an account (BG-17)',
    `${AT.means}[ram:TypeCode='30' or ram:TypeCode='58']`,
    'ram:PayeePartyCreditorFinancialAccount',
  ),
  rule(
    'BR-DE-26',
    'a corrected invoice names the original (BG-3)',
    `${AT.invoice}[rsm:ExchangedDocument/ram:TypeCode='384']`,
    AT.preceding,
  ),
  rule(
    'BR-DE-27',
    'a phone number has three digits',
    `${AT.seller}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber`,
    `string-length(${DIGITS}) >= 3`,
  ),
  rule(
    'BR-DE-28',
    'an e-mail address has one @',
    `${AT.seller}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID`,
    "string-length(.) - string-length(translate(., '@', '')) = 1",
  ),
  rule(
    'PEPPOL-EN16931-R001',
    'business process (BT-23)',
    AT.invoice,
    filled('rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'),
  ),
  rule(
    'PEPPOL-EN16931-R008',
    'no empty elements',
    '//*[not(*) and not(self::ram:ApplicableHeaderTradeDelivery)]',
    "normalize-space(.) != ''",
  ),
  rule(
    'PEPPOL-EN16931-R041, R042',
    'an allowance has a base with its percentage, and only with one',
    '//ram:SpecifiedTradeAllowanceCharge',
    'boolean(ram:BasisAmount) = boolean(ram:CalculationPercent)',
  ),
  rule(
    'PEPPOL-EN16931-R010',
    'buyer electronic address (BT-49)',
    AT.buyer,
    filled('ram:URIUniversalCommunication/ram:URIID'),
  ),
  rule(
    'PEPPOL-EN16931-R020',
    'seller electronic address (BT-34)',
    AT.seller,
    filled('ram:URIUniversalCommunication/ram:URIID'),
  ),
];
