import { qrMatrix } from '../qr.ts';

/**
 * Draws a QR code as vectors, `size` points wide with its quiet zone of four modules on white. Dark modules that touch
 * in a row are drawn as one, so that no viewer shows hairlines between them.
 */
export const drawQrCode = (
  doc: PDFKit.PDFDocument,
  payload: string,
  x: number,
  y: number,
  size: number,
): void => {
  const matrix = qrMatrix(payload);
  const module = size / (matrix.length + 8);
  doc.rect(x, y, size, size).fill('#ffffff');
  matrix.forEach((row, rowIndex) => {
    let start = 0;
    while (start < row.length) {
      const end = row.indexOf(false, start);
      const stop = end === -1 ? row.length : end;
      if (stop > start)
        doc.rect(x + (start + 4) * module, y + (rowIndex + 4) * module, (stop - start) * module, module);
      start = stop + 1;
    }
  });
  doc.fill('#000000');
};
