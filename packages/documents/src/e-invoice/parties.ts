import { buyerReferenceOf } from '@zahlwerk/domain/invoices/e-invoice-gaps';
import type { Buyer, InvoiceSnapshot, Seller } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { leaf, node, nodeIfFilled, type XmlElement } from './xml.ts';

/** Who sells to whom (BG-4, BG-7), and by which references the buyer knows it (BT-10, BT-13). */
export const writeAgreement = (snapshot: InvoiceSnapshot): XmlElement =>
  node(
    'ram:ApplicableHeaderTradeAgreement',
    leaf('ram:BuyerReference', buyerReferenceOf(snapshot)), // BT-10
    writeSeller(snapshot.seller),
    writeBuyer(snapshot.buyer),
    nodeIfFilled('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', snapshot.orderReference)), // BT-13
  );

const writeSeller = (seller: Seller): XmlElement =>
  node(
    'ram:SellerTradeParty',
    // BT-29: without a VAT id the tax number is what identifies the seller, because BT-32 does not count (BR-CO-26).
    seller.vatId ? null : leaf('ram:ID', seller.taxNumber),
    leaf('ram:Name', seller.name), // BT-27
    leaf('ram:Description', [seller.register, seller.management].filter(Boolean).join(', ')), // BT-33
    // BG-6. The business itself is the contact point (BT-41): it names no person for all of its invoices.
    writeContact(seller.name, seller.phone, seller.email),
    writeAddress(seller), // BG-5
    writeElectronicAddress(seller.email), // BT-34
    writeRegistration(seller.taxNumber, 'FC'), // BT-32
    writeRegistration(seller.vatId, 'VA'), // BT-31
  );

const writeBuyer = (buyer: Buyer): XmlElement =>
  node(
    'ram:BuyerTradeParty',
    leaf('ram:ID', buyer.customerNumber), // BT-46
    leaf('ram:Name', buyer.name), // BT-44
    buyer.contact === null ? null : writeContact(buyer.contact, null, null), // BG-9
    writeAddress(buyer), // BG-8
    writeElectronicAddress(buyer.email), // BT-49
    writeRegistration(buyer.vatId, 'VA'), // BT-48
  );

/** Name (BT-41, BT-56), phone (BT-42) and e-mail (BT-43). */
const writeContact = (name: string, phone: string | null, email: string | null): XmlElement | null =>
  nodeIfFilled(
    'ram:DefinedTradeContact',
    leaf('ram:PersonName', name),
    nodeIfFilled('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', phone)),
    nodeIfFilled('ram:EmailURIUniversalCommunication', leaf('ram:URIID', email)),
  );

/** Postal code, street, city and country: BT-38, 35, 37, 40 of the seller, BT-53, 50, 52, 55 of the buyer. */
export const writeAddress = ({ street, postalCode, city, country }: Buyer | Seller): XmlElement =>
  node(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', postalCode),
    leaf('ram:LineOne', street),
    leaf('ram:CityName', city),
    leaf('ram:CountryID', country),
  );

/** EM of the code list of electronic addresses: an e-mail address. */
const writeElectronicAddress = (email: string | null): XmlElement | null =>
  nodeIfFilled('ram:URIUniversalCommunication', leaf('ram:URIID', email, { schemeID: 'EM' }));

const writeRegistration = (number: string | null, schemeID: 'FC' | 'VA'): XmlElement | null =>
  nodeIfFilled('ram:SpecifiedTaxRegistration', leaf('ram:ID', number, { schemeID }));
