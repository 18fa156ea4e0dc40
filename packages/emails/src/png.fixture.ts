import jsqr from 'jsqr';
import { PNG } from 'pngjs';

/** Reads the QR code of a PNG as a banking app would; null when there is none. */
export const readQrCode = (png: Uint8Array): string | null => {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data ?? null;
};
