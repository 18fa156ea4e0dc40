/** A kind of file that may be kept, and how its first bytes look. */
interface MediaType {
  readonly mediaType: string;
  readonly extension: string;
  readonly starts: (bytes: Uint8Array) => boolean;
  /** Shown in the browser; everything else is only saved. */
  readonly inline: boolean;
}

const startsWith =
  (...prefix: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    prefix.every((byte, at) => bytes[at] === byte);

const isText = (bytes: Uint8Array): boolean => {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const MEDIA_TYPES: readonly MediaType[] = [
  {
    mediaType: 'application/pdf',
    extension: 'pdf',
    starts: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d),
    inline: true,
  },
  { mediaType: 'image/png', extension: 'png', starts: startsWith(0x89, 0x50, 0x4e, 0x47), inline: true },
  { mediaType: 'image/jpeg', extension: 'jpg', starts: startsWith(0xff, 0xd8, 0xff), inline: true },
  { mediaType: 'text/plain', extension: 'txt', starts: isText, inline: false },
  { mediaType: 'text/csv', extension: 'csv', starts: isText, inline: false },
];

/** The media type by the bytes and the name together; null when the name claims what the bytes are not. */
export const mediaTypeOf = (name: string, bytes: Uint8Array): string | null => {
  const extension = name.toLowerCase().split('.').at(-1)?.replace('jpeg', 'jpg');
  const found = MEDIA_TYPES.find((type) => type.extension === extension);
  return found?.starts(bytes) ? found.mediaType : null;
};

const STATEMENT_TYPES: readonly Omit<MediaType, 'inline'>[] = [
  // A byte order mark, spaces, then an element or a declaration.
  {
    mediaType: 'application/xml',
    extension: 'xml',
    starts: (bytes) =>
      /^(?:\u00ef\u00bb\u00bf)?\s*</.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 100))),
  },
  { mediaType: 'application/zip', extension: 'zip', starts: startsWith(0x50, 0x4b) },
  // German banks write Windows-1252, so that it need not be UTF-8.
  { mediaType: 'text/csv', extension: 'csv', starts: (bytes) => !bytes.includes(0) },
];

/** The same for what banks deliver. */
export const statementTypeOf = (name: string, bytes: Uint8Array): string | null => {
  const extension = name.toLowerCase().split('.').at(-1);
  const found = STATEMENT_TYPES.find((type) => type.extension === extension);
  return found?.starts(bytes) ? found.mediaType : null;
};

export const isInline = (mediaType: string): boolean =>
  MEDIA_TYPES.some((type) => type.mediaType === mediaType && type.inline);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNFIT = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069"\\/:*?<>|]+/g;

/** A name that is safe in a header, on a disk and on a screen: its last part, at most 120 characters. */
export const fileName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.toWellFormed().replace(UNFIT, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 ? clean.slice(dot).slice(0, 10) : '';
  return `${clean.slice(0, dot > 0 ? dot : undefined).slice(0, 110)}${extension}` || 'file';
};

/** RFC 6266: a plain name for old readers, the true one in UTF-8 beside it. */
export const contentDisposition = (name: string, mediaType: string): string => {
  const safe = fileName(name);
  const plain =
    safe
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["%]/g, '_') || 'file';
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `${isInline(mediaType) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
