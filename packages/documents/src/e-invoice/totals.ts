import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { amountLeaf } from './values.ts';
import { leaf, node, type XmlElement } from './xml.ts';

/** BG-22: the sums of the snapshot as they are. Without a discount on the whole BT-106 is BT-109. */
export const writeTotals = ({ totals, discount, paid, open, currency }: InvoiceSnapshot): XmlElement =>
  node(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    amountLeaf('ram:LineTotalAmount', discount?.base ?? totals.net), // BT-106
    discount && amountLeaf('ram:AllowanceTotalAmount', discount.amount), // BT-107
    amountLeaf('ram:TaxBasisTotalAmount', totals.net), // BT-109
    leaf('ram:TaxTotalAmount', totals.vat.amount, { currencyID: currency }), // BT-110
    amountLeaf('ram:GrandTotalAmount', totals.gross), // BT-112
    amountLeaf('ram:TotalPrepaidAmount', paid), // BT-113
    amountLeaf('ram:DuePayableAmount', open), // BT-115
  );
