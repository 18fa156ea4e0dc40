import { StatementRefused } from './statement-refusal.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids and a database refuses
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Decodes strictly: a byte that does not exist in the encoding, or a character that no text may have, refuses the file. */
export const decodeText = (bytes: Uint8Array, encoding: string): string => {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new StatementRefused('ENCODING_UNKNOWN', null, encoding);
  }
  const bad = FORBIDDEN.exec(text);
  if (bad) throw new StatementRefused('ENCODING_UNKNOWN', lineAt(text, bad.index), 'control character');
  return text;
};

/** The line of a position, from 1. */
export const lineAt = (text: string, index: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};
