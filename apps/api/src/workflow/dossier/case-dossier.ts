import { createHash } from 'node:crypto';
import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { Database } from '@zahlwerk/db/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { fileName } from '../../server/stored-file.ts';
import type { ZippedFile } from '../../server/zip-stream.ts';
import { type Dossier, writeFacts } from './dossier-facts.ts';

interface Entry {
  readonly path: string;
  readonly what: string;
  readonly documentId: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: Uint8Array;
  readonly day: string;
}

type Stored = NonNullable<Dossier['receipts'][number]['document']>;

const entry = (folder: string, what: string, file: Stored | null, at: Date): readonly Entry[] =>
  file
    ? [
        {
          ...{ path: `${folder}/${fileName(file.name)}`, what, documentId: file.id },
          ...{ mediaType: file.mediaType, size: file.size, sha256: file.sha256, day: dateToDay(at) },
        },
      ]
    : [];

/** Files that people have named may bear one name twice. */
const numbered = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map((one, index) => {
    const [folder, name] = one.path.split('/');
    return { ...one, path: `${folder}/${String(index + 1).padStart(2, '0')}-${name}` };
  });

const entriesOf = ({ invoices, receipts, payments, attachments }: Dossier): readonly Entry[] => [
  ...invoices.flatMap(({ kind, document, xml, xrechnung, createdAt }) =>
    [document, xml, xrechnung].flatMap((file) => entry('invoices', kind, file, createdAt)),
  ),
  ...receipts.flatMap(({ document, issuedAt }) => entry('receipts', 'RECEIPT', document, issuedAt)),
  ...numbered(
    payments.flatMap(({ document, bookedAt }) => entry('slips', 'PAYMENT_SLIP', document, bookedAt)),
  ),
  ...numbered(
    attachments.flatMap(({ document, name, purpose, addedAt }) =>
      entry('attachments', purpose ?? 'ATTACHMENT', { ...document, name }, addedAt),
    ),
  ),
];

/** Names hold no quotes, and begin with their folder: no spreadsheet takes one for a formula. */
const indexLine = ({ path, what, mediaType, size, sha256 }: Omit<Entry, 'documentId' | 'day'>): string =>
  [`"${path}"`, what.replace(/[^A-Z_]/gi, '_'), mediaType, size, Buffer.from(sha256).toString('hex')].join(
    ',',
  );

/**
 * All that belongs to a case: what was recorded about it as JSON, and every file of it as it is kept. The index comes first
 * and says what each file is and which SHA-256 it has to have. One file at a time is in memory.
 */
export async function* zipDossier(
  db: Database,
  organizationId: string,
  dossier: Dossier,
): AsyncGenerator<ZippedFile, void> {
  const facts = writeFacts(dossier);
  const entries = entriesOf(dossier);
  const day = dateToDay(dossier.updatedAt);
  const factsFile = { name: 'case.json', mediaType: 'application/json', day, bytes: facts };
  const head = 'file,what,media_type,bytes,sha256';
  const first = indexLine({
    ...{ path: factsFile.name, what: 'CASE', mediaType: factsFile.mediaType, size: facts.length },
    sha256: createHash('sha256').update(facts).digest(),
  });
  const index = [head, first, ...entries.map(indexLine), ''].join('\r\n');
  yield { name: 'index.csv', mediaType: 'text/csv', day, bytes: new TextEncoder().encode(index) };
  yield factsFile;
  for (const { path: name, documentId: id, mediaType, day: stored } of entries) {
    const { bytes } = await withTenant(db, organizationId, (tx) =>
      tx.document.findUniqueOrThrow({
        where: { organizationId_id: { organizationId, id } },
        select: { bytes: true },
      }),
    );
    yield { name, mediaType, day: stored, bytes };
  }
}
