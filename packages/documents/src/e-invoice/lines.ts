import { isZeroDecimal, negateDecimal, trimDecimal } from '@zahlwerk/domain/invoices/decimal';
import type { InvoiceSnapshot, SnapshotLine } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { taxCaseRule } from '@zahlwerk/domain/invoices/tax-case';
import { writeDiscount } from './discounts.ts';
import { amountLeaf } from './values.ts';
import { leaf, node, type XmlElement } from './xml.ts';

/** BG-25, one for each line of the document. */
export const writeLines = ({ lines }: InvoiceSnapshot): readonly XmlElement[] => lines.map(writeLine);

const writeLine = (line: SnapshotLine): XmlElement => {
  const { quantity, unitPrice } = withPriceAboveZero(line);
  return node(
    'ram:IncludedSupplyChainTradeLineItem',
    node('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', String(line.position))), // BT-126
    node(
      'ram:SpecifiedTradeProduct',
      leaf('ram:Name', line.name), // BT-153
      leaf('ram:Description', line.description), // BT-154
    ),
    node(
      'ram:SpecifiedLineTradeAgreement',
      node('ram:NetPriceProductTradePrice', leaf('ram:ChargeAmount', unitPrice)), // BT-146
    ),
    node(
      'ram:SpecifiedLineTradeDelivery',
      leaf('ram:BilledQuantity', quantity, { unitCode: line.unit }), // BT-129, BT-130
    ),
    node(
      'ram:SpecifiedLineTradeSettlement',
      writeTax(line),
      writeLineDiscount(line),
      node(
        'ram:SpecifiedTradeSettlementLineMonetarySummation',
        amountLeaf('ram:LineTotalAmount', line.net), // BT-131
      ),
    ),
  );
};

/** BG-27: what is taken off the line. */
const writeLineDiscount = ({ discount }: SnapshotLine): XmlElement | null =>
  discount && writeDiscount(discount, discount.reason, discount.percent);

/** BG-30: category (BT-151) and rate (BT-152) of a line. */
const writeTax = ({ taxCase, rate }: SnapshotLine): XmlElement =>
  node(
    'ram:ApplicableTradeTax',
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:CategoryCode', taxCase && taxCaseRule(taxCase).category),
    leaf('ram:RateApplicablePercent', rate),
  );

/** A discount has a price below zero on paper; BR-27 forbids that, so the quantity takes the sign. The net is the same. */
const withPriceAboveZero = ({ quantity, unitPrice }: SnapshotLine) => {
  const isBelowZero = unitPrice.startsWith('-') && !isZeroDecimal(unitPrice);
  return {
    quantity: trimDecimal(isBelowZero ? negateDecimal(quantity) : quantity),
    unitPrice: unitPrice.replace('-', ''),
  };
};
