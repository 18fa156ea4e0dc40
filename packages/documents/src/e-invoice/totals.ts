import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { amountLeaf } from './values.ts';
import { leaf, node, type XmlElement } from './xml.ts';

/** BG-22: the sums of the snapshot as they are. There are no allowances or charges on the whole, so BT-106 is BT-109. */
export const writeTotals = ({ totals, paid, open, currency }: InvoiceSnapshot): XmlElement =>
  node(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    amountLeaf('ram:LineTotalAmount', totals.net), // BT-106
    amountLeaf('ram:TaxBasisTotalAmount', totals.net), // BT-109
    leaf('ram:TaxTotalAmount', totals.vat.amount, { currencyID: currency }), // BT-110
    amountLeaf('ram:GrandTotalAmount', totals.gross), // BT-112
    amountLeaf('ram:TotalPrepaidAmount', paid), // BT-113
    amountLeaf('ram:DuePayableAmount', open), // BT-115
  );
