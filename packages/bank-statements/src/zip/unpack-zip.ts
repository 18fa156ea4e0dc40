import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { StatementRefused } from '../statement-refusal.ts';

export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ZipLimits {
  readonly files: number;
  /** Of all files together, once they are unpacked. */
  readonly bytes: number;
}

/** Whether the bytes begin as a ZIP does, an empty one included. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/**
 * Unpacks a ZIP in memory. What a header says of a size is not believed: unpacking stops with the first byte above the
 * limit. Folders and what macOS adds are left out.
 */
export const unpackZip = async (bytes: Uint8Array, limits: ZipLimits): Promise<readonly UnpackedFile[]> => {
  const zip = await orMalformed(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
  );
  const files: UnpackedFile[] = [];
  let left = limits.bytes;
  for (const entry of await entriesOf(zip, limits.files)) {
    const file = { name: entry.fileName, bytes: await inflate(zip, entry, left) };
    if (isZip(file.bytes)) throw new StatementRefused('ZIP_NESTED', null, file.name);
    left -= file.bytes.length;
    files.push(file);
  }
  if (files.length === 0) throw new StatementRefused('ZIP_EMPTY');
  return files;
};

const isFile = ({ fileName }: Entry): boolean =>
  !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/') && !fileName.endsWith('.DS_Store');

const entriesOf = (zip: ZipFile, most: number): Promise<readonly Entry[]> =>
  orMalformed(async () => {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (isFile(entry)) entries.push(entry);
      if (entries.length > most) throw new StatementRefused('ZIP_TOO_MANY_FILES');
    }
    return entries;
  });

const inflate = (zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> =>
  orMalformed(async () => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length;
      if (size > most) throw new StatementRefused('ZIP_TOO_LARGE');
      chunks.push(chunk as Buffer);
    }
    const bytes = Buffer.concat(chunks, size);
    if (crc32(bytes) !== entry.crc32) throw new StatementRefused('ZIP_MALFORMED', null, entry.fileName);
    return bytes;
  });

const orMalformed = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StatementRefused) throw error;
    throw new StatementRefused('ZIP_MALFORMED', null, error instanceof Error ? error.message : null);
  }
};
