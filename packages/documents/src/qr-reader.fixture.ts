import jsqr from 'jsqr';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

const PIXELS_PER_POINT = 8;

/** Decodes a bitmap given as RGBA, as a phone's camera would see it; null when there is no code in it. */
export const decodeQr = (rgba: Uint8ClampedArray, width: number, height: number): string | null =>
  jsqr.default(rgba, width, height)?.data ?? null;

/** Finds the QR code drawn as vectors in a PDF, paints it, and decodes it; null when no page carries one. */
export const readQrFromPdf = async (bytes: Uint8Array): Promise<string | null> => {
  const pdf = await getDocumentProxy(bytes.slice());
  const { OPS } = await getResolvedPDFJS();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    for (const [index, operator] of fnArray.entries()) {
      if (operator !== OPS.constructPath) continue;
      const rectangles = rectanglesOf(argsArray[index]);
      if (rectangles.length > 100) return decodeRectangles(rectangles);
    }
  }
  return null;
};

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** pdf.js writes a path as numbers: 0 x y moves, 1 x y draws a line, 4 closes; a rectangle is one closed ring. */
const rectanglesOf = (args: unknown): readonly Rectangle[] => {
  const path = (args as [number, [Record<string, number> | null]])[1][0];
  const numbers = path ? Object.values(path) : [];
  const rings: { x: number; y: number }[][] = [];
  for (let index = 0; index < numbers.length; ) {
    const operator = numbers[index];
    if (operator === 4) {
      index += 1;
      continue;
    }
    if (operator === 0) rings.push([]);
    rings.at(-1)?.push({ x: numbers[index + 1] ?? 0, y: numbers[index + 2] ?? 0 });
    index += 3;
  }
  return rings.map((ring) => ({
    left: Math.min(...ring.map(({ x }) => x)),
    top: Math.min(...ring.map(({ y }) => y)),
    right: Math.max(...ring.map(({ x }) => x)),
    bottom: Math.max(...ring.map(({ y }) => y)),
  }));
};

const decodeRectangles = (rectangles: readonly Rectangle[]): string | null => {
  const margin = 10;
  const left = Math.min(...rectangles.map((one) => one.left)) - margin;
  const top = Math.min(...rectangles.map((one) => one.top)) - margin;
  const width = Math.ceil(
    (Math.max(...rectangles.map((one) => one.right)) + margin - left) * PIXELS_PER_POINT,
  );
  const height = Math.ceil(
    (Math.max(...rectangles.map((one) => one.bottom)) + margin - top) * PIXELS_PER_POINT,
  );
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  const pixel = (points: number): number => Math.round(points * PIXELS_PER_POINT);
  for (const one of rectangles)
    for (let y = pixel(one.top - top); y < pixel(one.bottom - top); y += 1)
      for (let x = pixel(one.left - left); x < pixel(one.right - left); x += 1)
        rgba.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return decodeQr(rgba, width, height);
};
