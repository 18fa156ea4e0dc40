import type { Sheet } from '../layout/sheet.ts';
import { FACTUR_X_XMP } from './factur-x-xmp.ts';

/** The name by which recipients look for the XML; prescribed by Factur-X 1.0x and ZUGFeRD 2.x. */
const E_INVOICE_FILE = 'factur-x.xml';

/** pdfkit knows how a file relates to the document; its types do not. */
type AttachmentOptions = PDFKit.Mixins.PDFAttachmentOptions & { readonly relationship: 'Alternative' };

/**
 * Puts the XML into the PDF as ZUGFeRD wants it: an associated file of the whole document that says the same in another
 * form (`Alternative`), dated with the day of issue, and announced in the metadata.
 */
export const attachEInvoice = ({ doc }: Sheet, xml: string, issuedOn: string): void => {
  const day = new Date(`${issuedOn}T00:00:00Z`);
  const options: AttachmentOptions = {
    name: E_INVOICE_FILE,
    type: 'text/xml',
    description: 'Factur-X/ZUGFeRD',
    relationship: 'Alternative',
    creationDate: day,
    modifiedDate: day,
  };
  doc.file(Buffer.from(xml, 'utf8'), options);
  doc.appendXML(FACTUR_X_XMP);
};
