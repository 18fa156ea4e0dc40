import { decodeText } from '../decode-text.ts';
import { StatementRefused } from '../statement-refusal.ts';

/** What banks declare. Latin-1 is read as Windows-1252, which has it in it, as browsers do. */
const DECODERS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
};

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;
const isUtf8Marked = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const declaredEncoding = (bytes: Uint8Array): string => {
  if (isUtf8Marked(bytes)) return 'utf-8';
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  return DECLARED.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
};

/** The text of an XML file by its byte order mark or its own declaration; without either it is UTF-8. */
export const decodeXmlText = (bytes: Uint8Array): string => {
  const declared = declaredEncoding(bytes);
  const decoder = Object.hasOwn(DECODERS, declared) ? DECODERS[declared] : undefined;
  if (decoder === undefined) throw new StatementRefused('ENCODING_UNKNOWN', 1, declared);
  return decodeText(bytes, decoder);
};
