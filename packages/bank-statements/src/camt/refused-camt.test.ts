import { describe, expect, it } from 'vitest';
import { bytesOf, readTestFile } from '../../test/read-file.ts';
import { readStatementFile } from '../read-statement-file.ts';
import type { StatementRefusal } from '../statement-refusal.ts';

const aDay = new TextDecoder().decode(readTestFile('own/a-day.camt053.v8.xml'));

const refusalOf = async (bytes: Uint8Array): Promise<StatementRefusal | null> => {
  const read = await readStatementFile(bytes);
  return read.ok ? null : read.refusal;
};

/** The sample with one change, which must change something. */
const changed = (from: string | RegExp, to: string): Uint8Array => {
  const text = aDay.replace(from, to);
  expect(text).not.toBe(aDay);
  return bytesOf(text);
};

describe('a camt file is refused whole, with the reason and the line', () => {
  it.each([
    ['is empty', '', 'FILE_EMPTY', null],
    ['is a PDF', '%PDF-1.7', 'FORMAT_UNKNOWN', null],
    ['is cut off', aDay.slice(0, 2000), 'XML_MALFORMED', aDay.slice(0, 2000).split('\n').length],
    ['is a web page', '<html><body>Sign in</body></html>', 'NOT_CAMT', 1],
    ['has another root', aDay.replaceAll('Document', 'Dokument'), 'NOT_CAMT', 2],
    ['is an order for payment', aDay.replace('camt.053.001.08', 'pain.001.001.09'), 'NOT_CAMT', 2],
    ['is of an unknown version', aDay.replace('camt.053.001.08', 'camt.053.001.13'), 'VERSION_UNKNOWN', 2],
    ['lies about what it is', aDay.replace('camt.053.001.08', 'camt.054.001.08'), 'NOT_CAMT', 2],
    ['declares what nobody knows', aDay.replace('"UTF-8"', '"EBCDIC"'), 'ENCODING_UNKNOWN', 1],
  ])('that %s', async (_, text, code, line) => {
    expect(await refusalOf(bytesOf(text))).toMatchObject({ code, line });
  });

  it.each([
    [
      'an amount with a comma',
      '119.00</Amt>\n        <CdtDbtInd>',
      '119,00</Amt>\n        <CdtDbtInd>',
      'AMOUNT_MALFORMED',
      19,
    ],
    ['a negative amount', 'EUR">300<', 'EUR">-300<', 'AMOUNT_MALFORMED', 48],
    ['more decimals than the currency has', 'EUR">300<', 'EUR">300.001<', 'AMOUNT_MALFORMED', 48],
    ['a currency that does not exist', 'Ccy="EUR">300<', 'Ccy="EUX">300<', 'CURRENCY_UNKNOWN', 48],
    ['a day that does not exist', '<BookgDt><Dt>2026-11-23', '<BookgDt><Dt>2026-02-30', 'DATE_MALFORMED', 22],
    ['no direction', '<CdtDbtInd>DBIT</CdtDbtInd>', '', 'ELEMENT_MISSING', 70],
    ['an unknown direction', '<CdtDbtInd>DBIT', '<CdtDbtInd>DEBT', 'CODE_UNKNOWN', 70],
    ['an unknown status', '<Cd>PDNG', '<Cd>DONE', 'CODE_UNKNOWN', 96],
    ['an entity of its own', 'Müßig', 'M&uuml;ßig', 'XML_MALFORMED', 34],
  ])('that has %s', async (_, from, to, code, line) => {
    expect(await refusalOf(changed(from, to))).toMatchObject({ code, line });
  });

  it('whose bookings do not lead from the opening to the closing balance', async () => {
    const refusal = await refusalOf(changed('>1316.00<', '>1316.01<'));
    expect(refusal).toMatchObject({ code: 'BALANCE_DIFFERS', line: 5, detail: '1316.00 ≠ 1316.01 EUR' });
  });

  it('that brings a DTD, before any entity is read', async () => {
    const bomb = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>\n<Document';
    expect(await refusalOf(changed('<Document', bomb))).toMatchObject({ code: 'DTD_NOT_ALLOWED', line: 2 });
    const foreign = '<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<Document';
    expect(await refusalOf(changed('<Document', foreign))).toMatchObject({
      code: 'DTD_NOT_ALLOWED',
      line: 2,
    });
  });

  it('that is nested without end, or is nothing but tags', async () => {
    const deep = '<a>'.repeat(500) + '</a>'.repeat(500);
    expect(await refusalOf(changed('<GrpHdr>', `${deep}<GrpHdr>`))).toMatchObject({ code: 'XML_TOO_DEEP' });
    const wide = '<a/>'.repeat(1_500_001);
    expect(await refusalOf(changed('<GrpHdr>', `${wide}<GrpHdr>`))).toMatchObject({ code: 'XML_TOO_DEEP' });
  });

  it('that is larger than twenty megabytes', async () => {
    expect(await refusalOf(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('that has bytes which are no character, or a character that no text may have', async () => {
    const bytes = bytesOf(aDay);
    bytes[aDay.indexOf('Zahlwerk')] = 0xff;
    expect(await refusalOf(bytes)).toMatchObject({ code: 'ENCODING_UNKNOWN' });
    expect(await refusalOf(changed('Zahlwerk', 'Zahl\u0000werk'))).toMatchObject({
      code: 'ENCODING_UNKNOWN',
    });
    expect(await refusalOf(changed('Clausen', '&#0;'))).toMatchObject({ code: 'XML_MALFORMED' });
  });
});

describe('a camt file is read all the same', () => {
  const payer = async (bytes: Uint8Array): Promise<string | null | undefined> => {
    const read = await readStatementFile(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    return read.statements[0]?.entries[0]?.transactions[0]?.counterparty.name;
  };

  it('in the encodings that banks declare', async () => {
    expect(await payer(bytesOf(`\ufeff${aDay}`))).toBe('Jörg Müßig & Söhne');
    for (const encoding of ['ISO-8859-1', 'Windows-1252', 'iso-8859-15'])
      expect(await payer(Buffer.from(aDay.replace('UTF-8', encoding), 'latin1'))).toBe('Jörg Müßig & Söhne');
  });

  it('with a prefix before each name, comments, character data, and the line ends of Windows', async () => {
    const prefixed = aDay
      .replaceAll(/<(\/?)([A-Z])/g, '<$1bank:$2')
      .replace('xmlns=', 'xmlns:x="urn:other" xmlns:bank=');
    expect(await payer(bytesOf(prefixed))).toBe('Jörg Müßig & Söhne');
    expect(await payer(changed('Jörg Müßig &amp;', '<!-- who -->Jörg <![CDATA[Müßig &]]>'))).toBe(
      'Jörg Müßig & Söhne',
    );
    expect(await payer(bytesOf(aDay.replaceAll('\n', '\r\n')))).toBe('Jörg Müßig & Söhne');
  });
});
