import { dateToDay, dayToDate } from '@zahlwerk/db/calendar-day';
import type { Database } from '@zahlwerk/db/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { money, toDecimal } from '@zahlwerk/domain/money/money';
import { fileName } from '../server/stored-file.ts';
import type { ZippedFile } from '../server/zip-stream.ts';
import { currencyOf } from '../workflow/load/columns.ts';

/** First and last day of issue. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const STORED = { select: { id: true, name: true, sha256: true } } as const;

const issuedIn = (db: Database, organizationId: string, { from, until }: Period) =>
  withTenant(db, organizationId, (tx) =>
    tx.invoice.findMany({
      where: { organizationId, issuedOn: { gte: dayToDate(from), lte: dayToDate(until) } },
      orderBy: [{ issuedOn: 'asc' }, { number: 'asc' }],
      select: {
        kind: true,
        number: true,
        issuedOn: true,
        currency: true,
        netMinor: true,
        vatMinor: true,
        grossMinor: true,
        document: STORED,
        xml: STORED,
        xrechnung: STORED,
      },
    }),
  );

type Issued = Awaited<ReturnType<typeof issuedIn>>[number];

const filesOf = ({ document, xml, xrechnung }: Issued) => [document, xml, xrechnung];

const HEAD =
  'number,kind,issued_on,currency,net,vat,gross,pdf,pdf_sha256,xml,xml_sha256,xrechnung,xrechnung_sha256';

/** One line for each document, with the hashes of its files. It holds no text that a stranger wrote. */
const indexLine = (row: Issued): string => {
  const { kind, number, issuedOn, netMinor, vatMinor, grossMinor } = row;
  const currency = currencyOf(row.currency);
  const amounts = [netMinor, vatMinor, grossMinor].map((minor) => toDecimal(money(minor, currency)));
  const files = filesOf(row).flatMap((file) =>
    file ? [fileName(file.name), Buffer.from(file.sha256).toString('hex')] : ['', ''],
  );
  return [number, kind, issuedOn && dateToDay(issuedOn), currency, ...amounts, ...files].join(',');
};

/**
 * Every file of every document that was issued in a period, an index with figures and hashes first; one file at a time, so
 * that a whole year needs no more memory than its largest document.
 */
export async function* archiveInvoices(
  db: Database,
  organizationId: string,
  period: Period,
): AsyncGenerator<ZippedFile, void> {
  const rows = await issuedIn(db, organizationId, period);
  const index = [HEAD, ...rows.map(indexLine), ''].join('\r\n');
  yield {
    name: 'index.csv',
    mediaType: 'text/csv',
    day: period.until,
    bytes: new TextEncoder().encode(index),
  };
  for (const row of rows) {
    const day = row.issuedOn ? dateToDay(row.issuedOn) : period.until;
    for (const file of filesOf(row)) {
      if (!file) continue;
      const { name, mediaType, bytes } = await withTenant(db, organizationId, (tx) =>
        tx.document.findUniqueOrThrow({
          where: { organizationId_id: { organizationId, id: file.id } },
          select: { name: true, mediaType: true, bytes: true },
        }),
      );
      yield { name: fileName(name), mediaType, day, bytes };
    }
  }
}
