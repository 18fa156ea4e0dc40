import { readFileSync } from 'node:fs';

/** A file of this folder, as bytes. */
export const readTestFile = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
