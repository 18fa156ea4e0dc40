import type { BankStatement } from './bank-statement.ts';
import { readCamt } from './camt/read-camt.ts';
import type { CsvMapping } from './csv/csv-mapping.ts';
import { CSV_PRESETS } from './csv/csv-presets.ts';
import { detectMapping, readCsv } from './csv/read-csv.ts';
import { type StatementRefusal, StatementRefused } from './statement-refusal.ts';
import { isZip, type UnpackedFile, unpackZip } from './zip/unpack-zip.ts';

export type ReadStatements =
  | { readonly ok: true; readonly statements: readonly BankStatement[] }
  | { readonly ok: false; readonly refusal: StatementRefusal };

/** For a file as it was uploaded, and for a ZIP once it is unpacked. */
export const MAX_STATEMENT_BYTES = 20 * 1024 * 1024;
const MAX_FILES = 50;

/**
 * Reads a camt file, a list of a known bank or by one of the business's own mappings, or a ZIP of such files as banks deliver
 * it. One bad file refuses all: nothing is taken in half.
 */
export const readStatementFile = async (
  bytes: Uint8Array,
  own: readonly CsvMapping[] = [],
): Promise<ReadStatements> => {
  try {
    if (bytes.length === 0) throw new StatementRefused('FILE_EMPTY');
    if (bytes.length > MAX_STATEMENT_BYTES) throw new StatementRefused('FILE_TOO_LARGE');
    if (!isZip(bytes)) return { ok: true, statements: readOne(bytes, own) };
    const files = await unpackZip(bytes, { files: MAX_FILES, bytes: MAX_STATEMENT_BYTES });
    return { ok: true, statements: files.flatMap((file) => readNamed(file, own)) };
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error;
    return { ok: false, refusal: error.refusal };
  }
};

const readOne = (bytes: Uint8Array, own: readonly CsvMapping[]): readonly BankStatement[] => {
  if (looksLikeXml(bytes)) return readCamt(bytes);
  const mapping = detectMapping(bytes, [...own, ...CSV_PRESETS]);
  if (!mapping) throw new StatementRefused('FORMAT_UNKNOWN');
  return [readCsv(bytes, mapping)];
};

/** A reason inside a ZIP names its file. */
const readNamed = ({ name, bytes }: UnpackedFile, own: readonly CsvMapping[]): readonly BankStatement[] => {
  try {
    return readOne(bytes, own);
  } catch (error) {
    if (error instanceof StatementRefused) throw error.inFile(name);
    throw error;
  }
};

/** Begins with an element, a declaration or a comment, after spaces and a byte order mark. */
const looksLikeXml = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*</.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 200)));
