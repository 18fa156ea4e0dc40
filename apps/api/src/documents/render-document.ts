import { createHash } from 'node:crypto';
import { dayToDate } from '@zahlwerk/db/calendar-day';
import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { renderInvoicePdf } from '@zahlwerk/documents/invoice.pdf';
import { renderReceiptPdf } from '@zahlwerk/documents/receipt.pdf';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { receiptSnapshotSchema } from '@zahlwerk/domain/invoices/receipt-snapshot.schema';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { addYears } from '@zahlwerk/domain/workflow/calendar';

import type { Workshop } from '../workflow/workshop.ts';

export interface Rendering {
  readonly organizationId: string;
  readonly kind: 'INVOICE' | 'RECEIPT';
  readonly id: string;
}

/** Booking vouchers are kept for eight years, counted from the end of the year (§ 147(3) AO as of 2025). */
const RETENTION_YEARS = 8;

/**
 * Renders the PDF of an issued document from its frozen snapshot and stores the bytes once; the same snapshot gives
 * the same bytes, so doing it twice changes nothing. Returns the document's id.
 */
export const renderDocument = async (workshop: Workshop, rendering: Rendering): Promise<string> => {
  const { organizationId, kind, id } = rendering;
  const row = await withTenant(workshop.database, organizationId, (tx) => readIssued(tx, rendering));
  if (row.documentId) return row.documentId;
  const bytes =
    kind === 'INVOICE'
      ? await renderInvoicePdf(invoiceSnapshotSchema.parse(row.snapshot))
      : await renderReceiptPdf(receiptSnapshotSchema.parse(row.snapshot));
  const file = { name: `${row.number}.pdf`, mediaType: 'application/pdf', bytes };
  const documentId = await withTenant(workshop.database, organizationId, async (tx) => {
    const stored = await storeDocument(tx, workshop, organizationId, file);
    const where = { organizationId, id, documentId: null };
    const data = { documentId: stored };
    const { count } =
      kind === 'INVOICE'
        ? await tx.invoice.updateMany({ where, data })
        : await tx.receipt.updateMany({ where, data });
    if (count === 0) return stored;
    const { now } = await businessTime(tx, organizationId);
    await appendEvents(tx, organizationId, [
      {
        stream: 'case',
        streamId: row.caseId,
        type: 'document.stored',
        at: now,
        actor: SYSTEM,
        caseId: row.caseId,
        data: { documentId: stored, kind },
      },
    ]);
    return stored;
  });
  workshop.ring(organizationId);
  return documentId;
};

interface Issued {
  readonly number: string | null;
  readonly caseId: string;
  readonly documentId: string | null;
  readonly snapshot: unknown;
}

const readIssued = (tx: TenantTransaction, { organizationId, kind, id }: Rendering): Promise<Issued> => {
  const where = { organizationId_id: { organizationId, id } };
  return kind === 'INVOICE'
    ? tx.invoice.findUniqueOrThrow({ where })
    : tx.receipt.findUniqueOrThrow({ where });
};

/** Stores a file; the same bytes are stored once. */
export const storeDocument = async (
  tx: TenantTransaction,
  workshop: Workshop,
  organizationId: string,
  {
    name,
    mediaType,
    bytes,
  }: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<string> => {
  const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
  const known = await tx.document.findUnique({
    where: { organizationId_sha256: { organizationId, sha256 } },
  });
  if (known) return known.id;
  const { now, today } = await businessTime(tx, organizationId);
  const id = workshop.newId();
  await tx.document.create({
    data: {
      organizationId,
      id,
      sha256,
      mediaType,
      name,
      size: bytes.length,
      bytes: new Uint8Array(bytes),
      retainUntil: dayToDate(addYears(`${today.slice(0, 4)}-12-31`, RETENTION_YEARS)),
      createdByKind: 'SYSTEM',
      createdAt: now,
    },
  });
  return id;
};
