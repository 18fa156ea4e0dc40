import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, readTestFile } from '../../test/read-file.ts';
import { type ReadStatements, readStatementFile } from '../read-statement-file.ts';

const aDay = readTestFile('own/a-day.camt053.v8.xml');
const aReport = readTestFile('foreign/genkgo-camt052.v8.xml');

const readZip = (files: Record<string, Uint8Array>, level: 0 | 6 = 6): Promise<ReadStatements> =>
  readStatementFile(zipSync(files, { level }));

const codeOf = (read: ReadStatements) => (read.ok ? null : read.refusal.code);

describe('a ZIP of statements', () => {
  it.each([0, 6] as const)('is read file by file, stored or compressed (%s)', async (level) => {
    const read = await readZip(
      { 'a/1.xml': aDay, '2.xml': aReport, '__MACOSX/2.xml': bytesOf('junk') },
      level,
    );
    expect(read.ok && read.statements.map(({ kind }) => kind)).toEqual(['STATEMENT', 'REPORT']);
  });

  it('is refused whole for one bad file, which the reason names', async () => {
    const read = await readZip({ '1.xml': aDay, '2.xml': bytesOf('<Document/>') });
    expect(read).toMatchObject({ ok: false, refusal: { code: 'NOT_CAMT', file: '2.xml', line: 1 } });
  });

  it('is refused when it holds another ZIP, nothing, or more than fifty files', async () => {
    expect(codeOf(await readZip({ 'a.zip': zipSync({ '1.xml': aDay }) }))).toBe('ZIP_NESTED');
    // A ZIP that does not call itself one.
    expect(codeOf(await readZip({ 'a.xml': zipSync({ '1.xml': aDay }) }))).toBe('ZIP_NESTED');
    expect(codeOf(await readZip({}))).toBe('ZIP_EMPTY');
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`${at}.xml`, aDay]));
    expect(codeOf(await readZip(many))).toBe('ZIP_TOO_MANY_FILES');
  });

  it('is stopped while it unpacks beyond twenty megabytes, in one file or in all together', async () => {
    expect(codeOf(await readZip({ 'bomb.xml': new Uint8Array(21 * 1024 * 1024) }))).toBe('ZIP_TOO_LARGE');
    const half = new Uint8Array(11 * 1024 * 1024);
    expect(codeOf(await readZip({ '1.xml': half, '2.xml': half }))).toBe('ZIP_TOO_LARGE');
  });

  it('is not believed about the sizes in its headers', async () => {
    const zip = zipSync({ 'bomb.xml': new Uint8Array(21 * 1024 * 1024) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = zip.findLastIndex(
      (_, at) => at + 4 <= zip.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(central + 24, 1000, true);
    expect(codeOf(await readStatementFile(zip))).toBe('ZIP_MALFORMED');
  });

  it('is refused when a byte is wrong or the end is missing', async () => {
    const zip = zipSync({ '1.xml': aDay }, { level: 0 });
    const flipped = Uint8Array.from(zip);
    flipped[200] = (flipped[200] ?? 0) ^ 1;
    expect(codeOf(await readStatementFile(flipped))).toBe('ZIP_MALFORMED');
    expect(codeOf(await readStatementFile(zip.subarray(0, zip.length - 30)))).toBe('ZIP_MALFORMED');
  });
});
