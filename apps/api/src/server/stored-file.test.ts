import { describe, expect, it } from 'vitest';
import { contentDisposition, fileName, mediaTypeOf } from './stored-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a stored file', () => {
  it.each([
    ['agreement.pdf', bytes('%PDF-1.7'), 'application/pdf'],
    ['agreement.PDF', bytes('%PDF-1.7'), 'application/pdf'],
    ['photo.jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['notes.txt', bytes('Grüße'), 'text/plain'],
    ['agreement.pdf', bytes('<html><script>alert(1)</script>'), null],
    ['logo.svg', bytes('<svg onload="alert(1)"/>'), null],
    ['notes.txt', Uint8Array.of(0x41, 0, 0x42), null],
    ['agreement.pdf.exe', bytes('%PDF-1.7'), null],
    ['nothing', bytes('%PDF-1.7'), null],
  ])('named %s is judged by its bytes as well', (name, content, expected) => {
    expect(mediaTypeOf(name, content)).toBe(expected);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\Vertrag.pdf', 'Vertrag.pdf'],
    ['Ver"trag\r\nX: y.pdf', 'Ver trag X y.pdf'],
    ['.htaccess', 'htaccess'],
    ['', 'file'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(110)}.pdf`],
    ['rechnung\u202efdp.exe', 'rechnung fdp.exe'],
  ])('loses what is dangerous in the name %j', (name, expected) => {
    expect(fileName(name)).toBe(expected);
  });

  it('keeps umlauts in the header and has a plain name beside them', () => {
    expect(contentDisposition('Prüfbericht (2).pdf', 'application/pdf')).toBe(
      `inline; filename="Prufbericht (2).pdf"; filename*=UTF-8''Pr%C3%BCfbericht%20%282%29.pdf`,
    );
    expect(contentDisposition('a.csv', 'text/csv')).toMatch(/^attachment;/);
  });
});
