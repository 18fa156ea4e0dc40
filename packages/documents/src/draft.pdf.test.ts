import { aLine, anInvoice } from '@zahlwerk/domain/invoices/invoice.fixture';
import { PDFDocument, PDFName } from 'pdf-lib';
import { expect, it } from 'vitest';
import { renderDraftPdf } from './invoice.pdf.ts';
import { textOf } from './pdf-text.fixture.ts';
import { readQrFromPdf } from './qr-reader.fixture.ts';

const draft = anInvoice({ number: '-' });

it('a draft shows what will be issued, and says that it is none', async () => {
  const text = await textOf(await renderDraftPdf(draft));
  for (const part of ['Entwurf: Rechnung', 'Beratung 2 Std. 50,00 19 % 100,00', 'Gesamtbetrag 151,10 €'])
    expect(text).toContain(part);
  expect(text).toContain('Dies ist ein Entwurf und keine Rechnung.');
  expect(text).not.toContain('Rechnungsnummer');
  expect(text).not.toContain('überweisen');
});

it('a draft can neither be paid nor be read by a machine', async () => {
  const bytes = await renderDraftPdf(draft);
  expect(await readQrFromPdf(bytes)).toBeNull();
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(catalog.has(PDFName.of('AF'))).toBe(false);
});

it('a draft of many pages speaks the language of the customer', async () => {
  const lines = Array.from({ length: 80 }, (_, index) => aLine({ name: `Work ${index}` }));
  const text = await textOf(await renderDraftPdf(anInvoice({ number: '-', locale: 'en', lines })));
  expect(text).toContain('Draft: Invoice');
  expect(text).toContain('nothing is to be paid on it');
});
