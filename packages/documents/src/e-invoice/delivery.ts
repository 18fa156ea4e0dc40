import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { writeAddress } from './parties.ts';
import { dateNode } from './values.ts';
import { node, nodeIfFilled, type XmlElement } from './xml.ts';

/** BG-13: where the goods went and on which day. The element has to be there even when it says nothing. */
export const writeDelivery = (snapshot: InvoiceSnapshot): XmlElement =>
  node('ram:ApplicableHeaderTradeDelivery', writeShipTo(snapshot), writeDay(snapshot));

/**
 * BG-15, which an intra-Community supply has to name (BR-IC-12). The desk knows one address of a customer, and it lies in
 * another country of the Union, or the tax case would have been refused.
 */
const writeShipTo = ({ vatGroups, buyer }: InvoiceSnapshot): XmlElement | null =>
  vatGroups.some(({ category }) => category === 'K')
    ? node('ram:ShipToTradeParty', writeAddress(buyer))
    : null;

/** BT-72, where the supply was on a single day. */
const writeDay = ({ supply }: InvoiceSnapshot): XmlElement | null =>
  supply && supply.from === supply.to
    ? node('ram:ActualDeliverySupplyChainEvent', dateNode('ram:OccurrenceDateTime', supply.to))
    : null;

/** BG-14 (BT-73, BT-74), where it took longer. */
export const writePeriod = ({ supply }: InvoiceSnapshot): XmlElement | null =>
  supply && supply.from !== supply.to
    ? nodeIfFilled(
        'ram:BillingSpecifiedPeriod',
        dateNode('ram:StartDateTime', supply.from),
        dateNode('ram:EndDateTime', supply.to),
      )
    : null;
