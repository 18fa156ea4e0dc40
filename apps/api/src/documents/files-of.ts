import { writeEInvoice } from '@zahlwerk/documents/e-invoice/write-e-invoice';
import { renderInvoicePdf } from '@zahlwerk/documents/invoice.pdf';
import { renderReceiptPdf } from '@zahlwerk/documents/receipt.pdf';
import type { EInvoiceProfile } from '@zahlwerk/domain/invoices/e-invoice-gaps';
import {
  type InvoiceSnapshot,
  invoiceSnapshotSchema,
} from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { receiptSnapshotSchema } from '@zahlwerk/domain/invoices/receipt-snapshot.schema';

export interface File {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What an issued document consists of. */
export interface Files {
  readonly pdf: File;
  /** The XML that lies in the PDF; null for what is no e-invoice. */
  readonly xml: File | null;
  /** Null where something is missing that XRechnung demands. */
  readonly xrechnung: File | null;
}

interface Frozen {
  readonly number: string | null;
  readonly snapshot: unknown;
}

const pdfFile = (number: string | null, bytes: Uint8Array): File => ({
  name: `${number}.pdf`,
  mediaType: 'application/pdf',
  bytes,
});

const xmlFile = (snapshot: InvoiceSnapshot, profile: EInvoiceProfile, name: string): File | null => {
  const written = writeEInvoice(snapshot, profile);
  return written.ok ? { name, mediaType: 'text/xml', bytes: new TextEncoder().encode(written.xml) } : null;
};

/** The files of an invoice, Storno, correction or statement; the same snapshot gives the same bytes. */
export const invoiceFiles = async ({ number, snapshot }: Frozen): Promise<Files> => {
  const frozen = invoiceSnapshotSchema.parse(snapshot);
  return {
    pdf: pdfFile(number, await renderInvoicePdf(frozen)),
    xml: xmlFile(frozen, 'EN16931', `${number}.xml`),
    xrechnung: xmlFile(frozen, 'XRECHNUNG', `${number}-xrechnung.xml`),
  };
};

/** A receipt is no invoice, so there is no XML of it. */
export const receiptFiles = async ({ number, snapshot }: Frozen): Promise<Files> => ({
  pdf: pdfFile(number, await renderReceiptPdf(receiptSnapshotSchema.parse(snapshot))),
  xml: null,
  xrechnung: null,
});
