import {
  type EInvoiceGap,
  type EInvoiceProfile,
  eInvoiceGaps,
} from '@zahlwerk/domain/invoices/e-invoice-gaps';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { writeDelivery, writePeriod } from './delivery.ts';
import { writeDiscounts } from './discounts.ts';
import { writeContext, writeDocument } from './header.ts';
import { writeLines } from './lines.ts';
import { writeAgreement } from './parties.ts';
import { writePaymentMeans, writeTerms } from './payment.ts';
import { writeTotals } from './totals.ts';
import { dateLeaf } from './values.ts';
import { writeVatBreakdown } from './vat-breakdown.ts';
import { leaf, node, renderXml, type XmlElement } from './xml.ts';

export type EInvoice =
  | { readonly ok: true; readonly xml: string }
  | { readonly ok: false; readonly gaps: readonly EInvoiceGap[] };

/**
 * An issued invoice, Storno or correction as UN/CEFACT Cross Industry Invoice, the XML of ZUGFeRD and XRechnung; or
 * everything that is missing for it. Nothing but the snapshot goes in and every figure is taken over as it stands, so the
 * same snapshot gives the same bytes, and no figure can differ from the PDF.
 */
export const writeEInvoice = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile): EInvoice => {
  const gaps = eInvoiceGaps(snapshot, profile);
  return gaps.length > 0 ? { ok: false, gaps } : { ok: true, xml: renderXml(writeRoot(snapshot, profile)) };
};

const NAMESPACES = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
};

const writeRoot = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile): XmlElement => ({
  ...node(
    'rsm:CrossIndustryInvoice',
    writeContext(profile),
    writeDocument(snapshot),
    node(
      'rsm:SupplyChainTradeTransaction',
      writeLines(snapshot),
      writeAgreement(snapshot),
      writeDelivery(snapshot),
      writeSettlement(snapshot, profile),
    ),
  ),
  attributes: NAMESPACES,
});

const writeSettlement = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile): XmlElement =>
  node(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', snapshot.paymentReference), // BT-83
    leaf('ram:InvoiceCurrencyCode', snapshot.currency), // BT-5
    writePaymentMeans(snapshot),
    writeVatBreakdown(snapshot),
    writePeriod(snapshot),
    writeDiscounts(snapshot),
    writeTerms(snapshot, profile),
    writeTotals(snapshot),
    writePreceding(snapshot),
  );

/** BG-3: number (BT-25) and day (BT-26) of the invoice that is taken back or lowered (§ 31(5) UStDV). */
const writePreceding = ({ cancels, corrects }: InvoiceSnapshot): XmlElement | null => {
  const original = cancels ?? corrects;
  if (!original) return null;
  return node(
    'ram:InvoiceReferencedDocument',
    leaf('ram:IssuerAssignedID', original.number),
    // The schema wants the qualified type here and nowhere else.
    node('ram:FormattedIssueDateTime', dateLeaf('qdt:DateTimeString', original.issuedOn)),
  );
};
