import { aLine, anInvoice, aSeller } from '@zahlwerk/domain/invoices/invoice.fixture';
import { buildStorno } from '@zahlwerk/domain/invoices/storno';
import { money } from '@zahlwerk/domain/money/money';
import { describe, expect, it } from 'vitest';
import { renderInvoicePdf } from './invoice.pdf.ts';
import { textOf } from './pdf-text.fixture.ts';

const TENTH = { percent: '10', amount: null, reason: null };
const LINES = [
  aLine({ name: 'Kerze', quantity: '3', unit: 'C62', unitPrice: '9.99', discount: TENTH }),
  aLine({ name: 'Fachbuch', quantity: '1', unit: 'C62', unitPrice: '5.00', taxCase: 'DE_7' }),
];
const gross = { taxBehavior: 'INCLUSIVE', lines: LINES } as const;

describe('an invoice over prices that include VAT', () => {
  it('shows the prices that the customer was told, and the VAT in them', async () => {
    const text = await textOf(await renderInvoicePdf(anInvoice({ ...gross, discount: TENTH })));
    for (const part of [
      'Preis brutto €',
      'Kerze Rabatt 10 % auf 29,97 €: −3,00 € 3 Stück 9,99 19 % 26,97',
      'Zwischensumme 31,97 €',
      'Rabatt 10 % −3,20 €',
      'Gesamtbetrag 28,77 €',
      'darin 19 % USt. auf 20,39 € netto 3,88 €',
      'darin 7 % USt. auf 4,21 € netto 0,29 €',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Summe netto');
  });

  it('asks for what is left of its total', async () => {
    const text = await textOf(
      await renderInvoicePdf(anInvoice({ ...gross, locale: 'en', paid: money(1_000n, 'EUR') })),
    );
    for (const part of ['Total €31.97', 'including 19% VAT on €22.66 net €4.31', 'To pay €21.97'])
      expect(text).toContain(part);
  });

  it('goes back with the same prices', async () => {
    const storno = buildStorno(anInvoice(gross), {
      number: 'RE-2026-0043',
      issuedOn: '2026-11-24',
      reason: null,
    });
    if (!storno.ok) throw new Error(storno.code);
    const text = await textOf(await renderInvoicePdf(storno.snapshot));
    for (const part of ['−29,97 €: 3,00 € −3 Stück 9,99 19 % −26,97', 'Stornierter Betrag −31,97 €'])
      expect(text).toContain(part);
  });

  it('has no word of VAT from a small business', async () => {
    const seller = aSeller({ smallBusiness: true, vatId: null });
    const lines = [aLine({ taxCase: 'DE_KLEIN' })];
    const text = await textOf(await renderInvoicePdf(anInvoice({ ...gross, seller, lines })));
    expect(text).not.toContain('darin');
    expect(text).not.toContain('brutto');
    expect(text).toContain('Gesamtbetrag 100,00 €');
  });
});
