import { createHash } from 'node:crypto';
import { dayToDate } from '@zahlwerk/db/calendar-day';
import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { addYears } from '@zahlwerk/domain/workflow/calendar';
import type { Workshop } from '../workflow/workshop.ts';
import { type File, invoiceFiles, receiptFiles } from './files-of.ts';

export interface Rendering {
  readonly organizationId: string;
  readonly kind: 'INVOICE' | 'RECEIPT';
  readonly id: string;
}

/** Booking vouchers are kept for eight years, counted from the end of the year (§ 147(3) AO as of 2025). */
const RETENTION_YEARS = 8;

/**
 * Renders the files of an issued document from its frozen snapshot (the PDF, and the XML of an e-invoice) and stores their
 * bytes once; the same snapshot gives the same bytes, so doing it twice changes nothing. Returns the id of the PDF.
 */
export const renderDocument = async (workshop: Workshop, rendering: Rendering): Promise<string> => {
  const { organizationId, kind, id } = rendering;
  const row = await withTenant(workshop.database, organizationId, (tx) => readIssued(tx, rendering));
  if (row.documentId) return row.documentId;
  const files = await (kind === 'INVOICE' ? invoiceFiles : receiptFiles)(row);
  const documentId = await withTenant(workshop.database, organizationId, async (tx) => {
    const pdf = await storeDocument(tx, workshop, organizationId, files.pdf);
    const where = { organizationId, id, documentId: null };
    const { count } =
      kind === 'INVOICE'
        ? await tx.invoice.updateMany({
            where,
            data: {
              documentId: pdf,
              xmlDocumentId: files.xml && (await storeDocument(tx, workshop, organizationId, files.xml)),
              xrechnungDocumentId:
                files.xrechnung && (await storeDocument(tx, workshop, organizationId, files.xrechnung)),
            },
          })
        : await tx.receipt.updateMany({ where, data: { documentId: pdf } });
    if (count === 0) return pdf;
    const { now } = await businessTime(tx, organizationId);
    await appendEvents(tx, organizationId, [
      {
        stream: 'case',
        streamId: row.caseId,
        type: 'document.stored',
        at: now,
        actor: SYSTEM,
        caseId: row.caseId,
        data: { documentId: pdf, kind },
      },
    ]);
    return pdf;
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
  { name, mediaType, bytes }: File,
): Promise<string> => {
  const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
  const { now, today } = await businessTime(tx, organizationId);
  // Two may store the same bytes at once: whoever comes second finds those of the first.
  await tx.document.createMany({
    skipDuplicates: true,
    data: {
      organizationId,
      id: workshop.newId(),
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
  const stored = await tx.document.findUniqueOrThrow({
    where: { organizationId_sha256: { organizationId, sha256 } },
    select: { id: true },
  });
  return stored.id;
};
