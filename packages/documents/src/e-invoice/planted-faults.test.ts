import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { CASES } from './cases.fixture.ts';
import { CII } from './rule.fixture.ts';
import { problemsOf } from './validate.fixture.ts';
import { writeEInvoice } from './write-e-invoice.ts';

/** What neither the law's standard nor XRechnung demands, by the element's name or its place. */
const OPTIONAL = new Set([
  'IncludedNote',
  'SpecifiedTradeProduct/Description',
  'SellerTradeParty/Description',
  'SellerTradeParty/ID',
  'BuyerTradeParty/ID',
  'PostalTradeAddress/LineOne',
  'BuyerTradeParty/DefinedTradeContact',
  'BuyerTradeParty/SpecifiedTaxRegistration',
  'SellerTradeParty/SpecifiedTaxRegistration',
  'BuyerOrderReferencedDocument',
  'ApplicableHeaderTradeDelivery/ShipToTradeParty',
  'ActualDeliverySupplyChainEvent',
  'BillingSpecifiedPeriod',
  'ApplicableHeaderTradeSettlement/PaymentReference',
  'PayeePartyCreditorFinancialAccount/AccountName',
  'PayeeSpecifiedCreditorFinancialInstitution',
  'InvoiceReferencedDocument/FormattedIssueDateTime',
  // Either of the two will do.
  'SpecifiedTradePaymentTerms/Description',
  'SpecifiedTradePaymentTerms/DueDateDateTime',
  // Nothing, unless something was paid.
  'SpecifiedTradeSettlementHeaderMonetarySummation/TotalPrepaidAmount',
  // Either of the two will do.
  'SpecifiedTradeAllowanceCharge/Reason',
  'SpecifiedTradeAllowanceCharge/ReasonCode',
  // Either of the two will do.
  'ApplicableTradeTax/ExemptionReason',
  'ApplicableTradeTax/ExemptionReasonCode',
]);

/** What is optional elsewhere, but not for this tax case. */
const DEMANDED: Readonly<Record<string, readonly string[]>> = {
  'DE_19 and DE_7': ['SpecifiedTradePaymentTerms/DueDateDateTime'],
  DE_KLEIN: ['SellerTradeParty/ID'],
  EU_SUPPLY: [
    'BuyerTradeParty/SpecifiedTaxRegistration',
    'ApplicableHeaderTradeDelivery/ShipToTradeParty',
    'ApplicableHeaderTradeDelivery/ActualDeliverySupplyChainEvent',
  ],
};

const NAMES = [
  'DE_19 and DE_7',
  'DE_KLEIN',
  'EU_SUPPLY',
  'EXPORT',
  'in part paid',
  'with Skonto',
  'discounts on lines and on the whole',
  'an amount off the whole',
  'Storno',
];

const xmlOf = (name: string): string => {
  const snapshot = CASES[name];
  const result = snapshot && writeEInvoice(snapshot, 'XRECHNUNG');
  if (!result?.ok) throw new Error(name);
  return result.xml;
};

const FIGURE = /(<ram:\w*Amount[^>]*>)(-?\d+)\.(\d\d)</g;

/** The document without its element of this number, and the name of its place; null when there is none. */
const without = (xml: string, index: number): { readonly xml: string; readonly place: string } | null => {
  const document = XmlDocument.fromString(xml);
  try {
    const element = document.find('//*[parent::*]', CII)[index];
    if (!(element instanceof XmlElement)) return null;
    const place = `${element.parent?.name ?? ''}/${element.name}`;
    element.remove();
    return { xml: document.toString(), place };
  } finally {
    document.dispose();
  }
};

/** The places that may be taken away without being missed. */
const unmissed = async (xml: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let index = 0; ; index += 1) {
    const faulty = without(xml, index);
    if (!faulty) return found;
    if ((await problemsOf(faulty.xml, 'XRECHNUNG')).length === 0) found.push(faulty.place);
  }
};

describe.each(NAMES)('of the e-invoice %s', (name) => {
  it('every element that is taken away is missed, unless nobody demands it', async () => {
    const places = await unmissed(xmlOf(name));
    const isOptional = (place: string): boolean =>
      OPTIONAL.has(place) || OPTIONAL.has(place.replace(/^.*\//, ''));
    expect(places.filter((place) => !isOptional(place))).toEqual([]);
    expect(places.filter((place) => DEMANDED[name]?.includes(place))).toEqual([]);
  });

  it('every figure that is changed by a cent is noticed', async () => {
    const xml = xmlOf(name);
    for (const { 0: whole, 1: before = '', 2: euros = '', 3: cents = '', index } of xml.matchAll(FIGURE)) {
      const raised = `${before}${euros}.${String((Number(cents) + 1) % 100).padStart(2, '0')}<`;
      const faulty = xml.slice(0, index) + raised + xml.slice(index + whole.length);
      expect(await problemsOf(faulty, 'XRECHNUNG'), whole).not.toEqual([]);
    }
  });
});
