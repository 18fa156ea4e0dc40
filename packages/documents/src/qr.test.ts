import { giroCode } from '@zahlwerk/domain/invoices/giro-code';
import { money } from '@zahlwerk/domain/money/money';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { giroCodePng, giroCodeSvg, qrMatrix } from './qr.ts';
import { decodeQr } from './qr-reader.fixture.ts';

const code = giroCode({
  holder: 'Bäckerei Größenwahn & Söhne',
  iban: 'DE89370400440532013000',
  bic: null,
  amount: money(14201n, 'EUR'),
  reference: 'ZV-2026-000042',
});
const payload = code.ok ? code.payload : '';

describe('the QR code', () => {
  it('reads back exactly, umlauts included', async () => {
    const { data, width, height } = PNG.sync.read(Buffer.from(await giroCodePng(payload)));
    expect(decodeQr(new Uint8ClampedArray(data), width, height)).toBe(payload);
    expect(width).toBe(320);
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
