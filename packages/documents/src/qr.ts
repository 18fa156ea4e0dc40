import { create, toString as toSvg } from 'qrcode';

/** GiroCodes are read by phones from paper: EPC069-12 asks for error correction M and at most version 13. */
const OPTIONS = { errorCorrectionLevel: 'M' } as const;
const LARGEST_VERSION = 13;

/** The modules of a QR code, row by row; true is dark. There is no quiet zone around it. */
export type QrMatrix = readonly (readonly boolean[])[];

/** The code for a payload. Throws a RangeError for one too long to be scanned reliably (version above 13). */
export const qrMatrix = (payload: string): QrMatrix => {
  const { modules, version } = create(payload, OPTIONS);
  if (version > LARGEST_VERSION) throw new RangeError(`The payload needs QR version ${version}.`);
  return Array.from({ length: modules.size }, (_row, y) =>
    Array.from({ length: modules.size }, (_column, x) => modules.get(y, x) === 1),
  );
};

/** The code as an SVG document with the quiet zone of four modules. */
export const giroCodeSvg = (payload: string): Promise<string> =>
  toSvg(payload, { ...OPTIONS, type: 'svg', margin: 4 });

/** A web address as an SVG document with its quiet zone, for screens and posters. */
export const qrCodeSvg = (address: string): Promise<string> =>
  toSvg(address, { ...OPTIONS, type: 'svg', margin: 4 });
