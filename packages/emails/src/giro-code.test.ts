import { money } from '@zahlwerk/domain/money/money';
import { describe, expect, it } from 'vitest';
import { readQrCode } from './png.fixture.ts';
import { renderMessage } from './render.ts';
import { aBankAccount, SAMPLES } from './samples.fixture.ts';

const request = SAMPLES['payment-request'];

const codeIn = async (message: ReturnType<typeof renderMessage>): Promise<string | null> => {
  const { attachments } = await message;
  return attachments[0] ? readQrCode(attachments[0].content) : null;
};

describe('the GiroCode of a mail', () => {
  it('is a picture that a banking app reads as the transfer the text describes', async () => {
    expect(await codeIn(renderMessage('payment-request', 'de', request))).toBe(
      [
        'BCD',
        '002',
        '1',
        'SCT',
        'COBADEFFXXX',
        'Atelier Nordlicht GmbH',
        'DE89370400440532013000',
        'EUR1234.50',
        '',
        '',
        'ZV-2026-000042',
      ].join('\n'),
    );
  });

  it('goes along as an inline attachment that the HTML shows', async () => {
    const { html, attachments } = await renderMessage('payment-request', 'de', request);
    expect(attachments).toMatchObject([
      { filename: 'girocode.png', contentType: 'image/png', contentId: 'girocode' },
    ]);
    expect(html).toContain('src="cid:girocode"');
    expect(html).toMatch(
      /alt="GiroCode für eine Überweisung von 1\.234,50\u00a0€ an Atelier Nordlicht GmbH"/,
    );
  });

  it('keeps umlauts of the account holder', async () => {
    const bankAccount = aBankAccount({ holder: 'Müller & Söhne OHG', bic: null });
    expect(await codeIn(renderMessage('payment-request', 'de', { ...request, bankAccount }))).toContain(
      '\n\nMüller & Söhne OHG\n',
    );
  });

  it('carries the rest after a partial payment', async () => {
    expect(await codeIn(renderMessage('partial-received', 'de', SAMPLES['partial-received']))).toContain(
      '\nEUR334.50\n',
    );
  });

  it('is left out in another currency; the bank data stay', async () => {
    const message = renderMessage('payment-request', 'de', { ...request, amount: money(10000n, 'CHF') });
    expect(await codeIn(message)).toBeNull();
    expect((await message).html).not.toContain('<img');
    expect((await message).text).toContain('IBAN: DE89 3704 0044 0532 0130 00');
  });

  it('is left out with the bank data when no transfers are taken', async () => {
    const message = renderMessage('payment-request', 'de', { ...request, bankAccount: null });
    expect(await codeIn(message)).toBeNull();
    expect((await message).text).not.toContain('IBAN');
  });
});
