import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZippedFile {
  readonly name: string;
  readonly mediaType: string;
  /** Calendar day, from 1980 on: the format knows no earlier one. */
  readonly day: string;
  readonly bytes: Uint8Array;
}

export const ZIP_HEADERS = {
  'content-type': 'application/zip',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** What is read of them next, packed: a file is asked for when the reader has taken the one before. */
export const zipStream = (files: AsyncGenerator<ZippedFile, void>): ReadableStream<Uint8Array> => {
  const zip = new Zip();
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      zip.ondata = (error, chunk, isLast) => {
        if (error) controller.error(error);
        else controller.enqueue(chunk);
        if (isLast) controller.close();
      };
    },
    pull: async () => {
      const { done, value } = await files.next();
      if (done) zip.end();
      else add(zip, value);
    },
    cancel: async () => {
      zip.terminate();
      await files.return();
    },
  });
};

const add = (zip: Zip, { name, mediaType, day, bytes }: ZippedFile): void => {
  // A PDF is packed already.
  const entry = mediaType === 'application/pdf' ? new ZipPassThrough(name) : new ZipDeflate(name);
  // The format has local time without a zone.
  entry.mtime = `${day}T12:00:00`;
  zip.add(entry);
  entry.push(bytes, true);
};
