import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { buildInvoice } from '@zahlwerk/domain/invoices/build-invoice';
import { aDraft, aLine } from '@zahlwerk/domain/invoices/invoice.fixture';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import PDFDocument from 'pdfkit';
import { writeEInvoice } from './e-invoice/write-e-invoice.ts';
import { renderInvoicePdf } from './invoice.pdf.ts';

// How much computing an invoice costs, from its lines to the bytes that are stored: snapshot, PDF, both XMLs, hashes.
const INVOICES = Number(process.argv[2] ?? 100);
const LINES = Number(process.argv[3] ?? 12);
/** What it may cost at the median, in milliseconds of CPU. */
const LIMIT_MS = 400;
/** The first ones are slower: fonts are read, and code is compiled. */
const WARM_UP = 10;

const draft = aDraft({
  skonto: { basisPoints: 200, days: 14 },
  lines: Array.from({ length: LINES }, (_, index) =>
    aLine({ quantity: `${index + 1}.5`, unitPrice: '33.333', taxCase: index % 3 === 0 ? 'DE_7' : 'DE_19' }),
  ),
});

const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const issue = async (): Promise<void> => {
  const built = buildInvoice(draft);
  if (!built.ok) throw new Error(built.refusals.map(({ code }) => code).join(', '));
  const frozen = invoiceSnapshotSchema.parse(JSON.parse(JSON.stringify(built.snapshot)));
  hash(await renderInvoicePdf(frozen));
  for (const profile of ['EN16931', 'XRECHNUNG'] as const) {
    const written = writeEInvoice(frozen, profile);
    if (!written.ok) throw new Error(written.gaps.map(({ code }) => code).join(', '));
    hash(written.xml);
  }
};

/** A page on which nothing stands, by the library that sets the invoices. */
const emptyPdf = async (): Promise<void> => {
  const document = new PDFDocument({ size: 'A4' });
  const bytes = buffer(document);
  document.end();
  hash(await bytes);
};

/** Milliseconds of CPU, of this process alone: what else runs on the machine does not count. */
const cpuOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const costOf = async (work: () => Promise<void>) => {
  for (let turn = 0; turn < WARM_UP; turn += 1) await work();
  const took: number[] = [];
  for (let turn = 0; turn < INVOICES; turn += 1) took.push(await cpuOf(work));
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.floor(share * (took.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
};

const reference = await costOf(emptyPdf);
const invoice = await costOf(issue);
const row = ({ median, p95 }: typeof invoice) => ({
  'median ms of CPU': median.toFixed(1),
  'p95 ms of CPU': p95.toFixed(1),
  ratio: (median / reference.median).toFixed(1),
});
console.table({ 'empty PDF': row(reference), [`invoice of ${LINES} lines`]: row(invoice) });
if (invoice.median > LIMIT_MS) {
  console.log(`An invoice costs more than ${LIMIT_MS} ms.`);
  process.exitCode = 1;
}
