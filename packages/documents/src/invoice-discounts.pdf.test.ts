import { aLine, anInvoice, aSeller } from '@zahlwerk/domain/invoices/invoice.fixture';
import { buildStorno } from '@zahlwerk/domain/invoices/storno';
import { describe, expect, it } from 'vitest';
import { renderInvoicePdf } from './invoice.pdf.ts';
import { textOf } from './pdf-text.fixture.ts';

const TENTH = { percent: '10', amount: null, reason: null };
const LINES = [
  aLine({ description: 'Vor Ort', discount: { ...TENTH, percent: '12.5', reason: 'Messerabatt' } }),
  aLine({ name: 'Fachbuch', unit: 'C62', unitPrice: '9.99', taxCase: 'DE_7' }),
];
const discounted = anInvoice({
  lines: LINES.map((line, index) =>
    index === 0 ? line : { ...line, discount: { percent: null, amount: '5.00', reason: 'Mängelexemplar' } },
  ),
  discount: TENTH,
});

describe('discounts on an invoice', () => {
  it('stand where a customer looks for them: under the price, and between subtotal and net', async () => {
    const text = await textOf(await renderInvoicePdf(discounted));
    for (const part of [
      'Vor Ort Messerabatt 12,5 % auf 100,00 €: −12,50 €',
      'Mängelexemplar: −5,00 €',
      'Zwischensumme 102,48 €',
      'Rabatt 10 % −10,25 €',
      'Summe netto 92,23 €',
      'zzgl. 19 % USt. auf 78,75 € 14,96 €',
      'zzgl. 7 % USt. auf 13,48 € 0,94 €',
      'Gesamtbetrag 108,13 €',
    ])
      expect(text).toContain(part);
  });

  it('go back with a Storno', async () => {
    const storno = buildStorno(discounted, { number: 'RE-2026-0043', issuedOn: '2026-11-24', reason: null });
    if (!storno.ok) throw new Error(storno.code);
    const text = await textOf(await renderInvoicePdf(storno.snapshot));
    for (const part of ['Zwischensumme −102,48 €', 'Rabatt 10 % 10,25 €', 'Stornierter Betrag −108,13 €'])
      expect(text).toContain(part);
  });

  it('speak English, and need no VAT', async () => {
    const seller = aSeller({ smallBusiness: true, vatId: null });
    const lines = [aLine({ taxCase: 'DE_KLEIN', discount: TENTH })];
    const text = await textOf(
      await renderInvoicePdf(anInvoice({ locale: 'en', seller, lines, discount: TENTH })),
    );
    for (const part of [
      'Discount 10% of €100.00: −€10.00',
      'Subtotal €90.00',
      'Discount 10% −€9.00',
      'Total €81.00',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('VAT on');
  });
});
