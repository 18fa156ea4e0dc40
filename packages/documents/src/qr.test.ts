import { giroCode } from '@zahlwerk/domain/invoices/giro-code';
import { money } from '@zahlwerk/domain/money/money';
import { describe, expect, it } from 'vitest';
import { giroCodeSvg, type QrMatrix, qrMatrix } from './qr.ts';
import { decodeQr } from './qr-reader.fixture.ts';

const code = giroCode({
  holder: 'Bäckerei Größenwahn & Söhne',
  iban: 'DE89370400440532013000',
  bic: null,
  amount: money(14201n, 'EUR'),
  reference: 'ZV-2026-000042',
});
const payload = code.ok ? code.payload : '';

/** The code on white paper as RGBA, four pixels a module, with its quiet zone. */
const printed = (matrix: QrMatrix): { readonly pixels: Uint8ClampedArray; readonly side: number } => {
  const side = (matrix.length + 8) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (matrix[Math.floor(y / 4) - 4]?.[Math.floor(x / 4) - 4])
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return { pixels, side };
};

describe('the QR code', () => {
  it('reads back exactly, umlauts included', () => {
    const { pixels, side } = printed(qrMatrix(payload));
    expect(decodeQr(pixels, side, side)).toBe(payload);
  });

  it('comes as SVG and as modules of the same size', async () => {
    const svg = await giroCodeSvg(payload);
    const size = qrMatrix(payload).length;
    expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`);
  });

  it('refuses a payload that phones could not read from paper', () => {
    expect(() => qrMatrix('x'.repeat(340))).toThrow(RangeError);
    expect(qrMatrix('x'.repeat(331)).length).toBe(69);
  });
});
