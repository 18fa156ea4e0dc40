import { createHash } from 'node:crypto';
import { aCompany } from '@zahlwerk/domain/customers/customer.fixture';
import { buildStatement } from '@zahlwerk/domain/invoices/build-statement';
import { giroCodeOf } from '@zahlwerk/domain/invoices/giro-code';
import { aDraft, aLine, anInvoice, aSeller } from '@zahlwerk/domain/invoices/invoice.fixture';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { buildStorno } from '@zahlwerk/domain/invoices/storno';
import { type Currency, money } from '@zahlwerk/domain/money/money';
import { describe, expect, it } from 'vitest';
import { renderInvoicePdf } from './invoice.pdf.ts';
import { PAGE } from './layout/page.ts';
import { readPages, textOf } from './pdf-text.fixture.ts';
import { readQrFromPdf } from './qr-reader.fixture.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const textOfInvoice = async (snapshot: InvoiceSnapshot): Promise<string> =>
  textOf(await renderInvoicePdf(snapshot));

const manyLines = (count: number) =>
  Array.from({ length: count }, (_line, index) =>
    aLine({
      name: `Leistung Nummer ${index + 1}`,
      unitPrice: String(index + 1),
      taxCase: index % 2 ? 'DE_7' : 'DE_19',
    }),
  );

describe('the invoice as a PDF', () => {
  it('shows every mandatory field and every figure to the cent', async () => {
    const text = await textOfInvoice(anInvoice());
    for (const part of [
      'Rechnung RE-2026-0042',
      'Atelier Nordlicht GmbH · Hansaring 7 · 50670 Köln',
      'Bäckerei Sonnenschein GmbH',
      'Jörg Müßig',
      'Lindenstraße 12',
      '50674 Köln',
      '23.11.2026',
      '01.11.2026 – 20.11.2026',
      '07.12.2026',
      'K-000042',
      'B-77',
      'Steuernummer 215/5815/0815',
      'USt-IdNr. DE136695976',
      'Beratung 2 Std. 50,00 19 % 100,00',
      'Fachbuch 1 Stück 30,00 7 % 30,00',
      'Summe netto 130,00 €',
      'zzgl. 19 % USt. auf 100,00 € 19,00 €',
      'zzgl. 7 % USt. auf 30,00 € 2,10 €',
      'Gesamtbetrag 151,10 €',
      'Bitte überweisen Sie 151,10 € bis zum 7. Dezember 2026.',
      'IBAN DE89 3704 0044 0532 0130 00',
      'Verwendungszweck ZV-2026-000042',
      'Seite 1 von 1',
    ])
      expect(text).toContain(part);
  });

  it('carries a GiroCode that a phone reads as exactly the open amount', async () => {
    const snapshot = anInvoice({ paid: money(5000n, 'EUR') });
    const code = giroCodeOf(snapshot);
    expect(code.ok && code.payload).toContain('EUR101.10');
    expect(await readQrFromPdf(await renderInvoicePdf(snapshot))).toBe(code.ok && code.payload);
  });

  it('says that everything is paid, without a GiroCode', async () => {
    const bytes = await renderInvoicePdf(anInvoice({ paid: money(15110n, 'EUR') }));
    const text = await textOf(bytes);
    expect(text).toContain('bereits erhalten −151,10 €');
    expect(text).toContain('Zu zahlen 0,00 €');
    expect(text).toContain('es ist nichts mehr zu zahlen');
    expect(text).not.toContain('überweisen');
    expect(await readQrFromPdf(bytes)).toBeNull();
  });

  it('points to the pay link where transfers do not go to the own account', async () => {
    const bytes = await renderInvoicePdf(anInvoice({ seller: aSeller({ bankAccount: null }) }));
    expect(await textOf(bytes)).toContain('über den Link in unserer E-Mail');
    expect(await readQrFromPdf(bytes)).toBeNull();
  });

  it('speaks English, names countries across the border and the reason for no VAT', async () => {
    const customer = aCompany({ country: 'IE', city: 'Dublin', postalCode: 'D02 XY45', vatId: 'IE6388047V' });
    const lines = [aLine({ taxCase: 'EU_SERVICE_RC', unit: 'DAY', quantity: '1.5', unitPrice: '1450' })];
    const supply = { from: '2026-11-01', to: '2026-11-30' };
    const text = await textOfInvoice(anInvoice({ locale: 'en', customer, lines, supply }));
    for (const part of [
      'Invoice RE-2026-0042',
      'IRELAND',
      'Germany',
      'Period of supply November 2026',
      '1.5 days 1,450.00 0% 2,175.00',
      'Total €2,175.00',
      'Steuerschuldnerschaft des Leistungsempfängers',
      'Your VAT ID IE6388047V',
      'VAT ID DE136695976',
      'Please transfer €2,175.00 by 7 December 2026.',
      'Page 1 of 1',
    ])
      expect(text).toContain(part);
  });

  it('shows no VAT at all for a small business', async () => {
    const seller = aSeller({ smallBusiness: true, vatId: null });
    const text = await textOfInvoice(
      anInvoice({ seller, lines: [aLine({ taxCase: 'DE_KLEIN' })], customer: aCompany({ vatId: null }) }),
    );
    expect(text).toContain('Steuerbefreiung für Kleinunternehmer gemäß § 19 UStG');
    expect(text).toContain('Gesamtbetrag 100,00 €');
    expect(text).not.toMatch(/USt\.|netto|%/i);
  });

  it('writes other currencies without a GiroCode', async () => {
    const bytes = await renderInvoicePdf(anInvoice({ currency: 'CHF' }));
    expect(await textOf(bytes)).toContain('Gesamtbetrag 151,10 CHF');
    expect(await readQrFromPdf(bytes)).toBeNull();
  });
});

describe('a Storno as a PDF', () => {
  it('names what it takes back, mirrors the figures and asks for nothing', async () => {
    const built = buildStorno(anInvoice(), {
      number: 'RE-2026-0043',
      issuedOn: '2026-11-24',
      reason: 'Falscher Empfänger.',
    });
    if (!built.ok) throw new Error(built.code);
    const bytes = await renderInvoicePdf(built.snapshot);
    const text = await textOf(bytes);
    expect(text).toContain('Stornorechnung RE-2026-0043');
    expect(text).toContain(
      'die Rechnung RE-2026-0042 vom 23. November 2026 vollständig auf. Falscher Empfänger.',
    );
    expect(text).toContain('Beratung −2 Std. 50,00 19 % −100,00');
    expect(text).toContain('Stornierter Betrag −151,10 €');
    // § 14(4) Nr. 10 UStG keeps this word for self-billing.
    expect(text).not.toMatch(/Gutschrift|überweisen|Zahlbar/);
    expect(await readQrFromPdf(bytes)).toBeNull();
  });
});

describe('a billing statement as a PDF', () => {
  it('names amounts, no VAT, and that it is no invoice', async () => {
    const { supply: _supply, lines: _lines, ...frame } = aDraft();
    const lines = [{ name: 'Kaution', description: null, amount: money<Currency>(150000n, 'EUR') }];
    const built = buildStatement({ ...frame, number: 'AB-2026-0003', lines });
    if (!built.ok) throw new Error('refused');
    const bytes = await renderInvoicePdf(built.snapshot);
    const text = await textOf(bytes);
    expect(text).toContain('Abrechnung AB-2026-0003');
    expect(text).toContain('Kaution 1.500,00');
    expect(text).toContain('Dieser Beleg ist keine Rechnung im Sinne des § 14 UStG');
    expect(text).not.toMatch(/zzgl|Netto|USt\. /);
    expect(await readQrFromPdf(bytes)).toContain('EUR1500.00');
  });
});

describe('an invoice with sixty lines', () => {
  const rendered = renderInvoicePdf(anInvoice({ lines: manyLines(60) }));

  it('shows every line once, in order, and repeats the head of the table on each page', async () => {
    const pages = await readPages(await rendered);
    expect(pages.length).toBeGreaterThan(2);
    const names = pages.flat().flatMap(({ text }) => /^Leistung Nummer (\d+)$/.exec(text)?.[1] ?? []);
    expect(names).toEqual(Array.from({ length: 60 }, (_line, index) => String(index + 1)));
    for (const [index, page] of pages.entries()) {
      const texts = page.map(({ text }) => text);
      expect(texts.filter((text) => text === 'Pos.')).toHaveLength(1);
      expect(texts).toContain(`Seite ${index + 1} von ${pages.length}`);
      if (index > 0) expect(texts).toContain('Rechnung RE-2026-0042');
    }
  });

  it('keeps the sums on one page with the last line', async () => {
    const last = (await readPages(await rendered)).at(-1)?.map(({ text }) => text) ?? [];
    expect(last).toEqual(expect.arrayContaining(['Leistung Nummer 60', 'Summe netto', 'Gesamtbetrag']));
  });

  it.each([18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28])(
    'never leaves the sums of %s lines alone on a page',
    async (count) => {
      const pages = await readPages(await renderInvoicePdf(anInvoice({ lines: manyLines(count) })));
      const page = pages
        .find((texts) => texts.some(({ text }) => text === 'Summe netto'))
        ?.map(({ text }) => text);
      expect(page).toContain(`Leistung Nummer ${count}`);
      expect(page).toContain('Gesamtbetrag');
    },
  );
});

describe('text that does not fit by itself', () => {
  const words = Array.from({ length: 280 }, (_word, index) => `Wort${index}`).join(' ');
  const hostile = aLine({
    name: `Donaudampfschifffahrtsgesellschaftskapitän${'e'.repeat(150)}`,
    description: `${words.slice(0, 1990)}`,
    quantity: '999999.99999999',
    unitPrice: '999999.99999999',
  });
  const broken = aLine({
    name: 'Zeilen',
    description: Array.from({ length: 90 }, (_line, index) => `z${index}`).join('\n'),
  });

  it('is broken into lines and pages, completely and inside the margins', async () => {
    const seller = aSeller({ name: `Atelier ${'Nordlicht'.repeat(12)}`, management: words.slice(0, 150) });
    const customer = aCompany({ company: 'Sehr Lange Firma '.repeat(7), street: 'Straße der '.repeat(10) });
    const pages = await readPages(
      await renderInvoicePdf(anInvoice({ lines: [hostile, broken], seller, customer })),
    );
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.flat();
    for (const { text, x, y, width } of all) {
      expect(x, text).toBeGreaterThanOrEqual(PAGE.left - 1);
      expect(x + width, text).toBeLessThanOrEqual(PAGE.right + 1);
      expect(y, text).toBeGreaterThan(10);
    }
    const body = all.filter(({ text }) => /^z\d+$/.test(text));
    expect(body.map(({ text }) => text)).toEqual(Array.from({ length: 90 }, (_line, index) => `z${index}`));
    for (const { y } of body) expect(y).toBeGreaterThan(PAGE.height - PAGE.bodyBottom);
    const joined = all.map(({ text }) => text).join(' ');
    expect(joined).toContain('Wort100');
    expect(joined).toContain('Wort220');
  });

  it('keeps letters of other scripts, and shows a box for what the font does not have', async () => {
    const customer = aCompany({ company: 'Łódź Καφές Кафе ẞ株 👩🏽‍🔧', contact: '{{7*7}} <b>x</b>' });
    const text = await textOfInvoice(anInvoice({ customer }));
    expect(text).toContain('Łódź Καφές Кафе ẞ□ □');
    expect(text).toContain('{{7*7}} <b>x</b>');
  });
});

describe('the file', () => {
  it('is the same to the byte for the same snapshot, also when several are made at once', async () => {
    const snapshot = anInvoice({ lines: manyLines(30) });
    const files = await Promise.all([1, 2, 3].map(() => renderInvoicePdf(structuredClone(snapshot))));
    expect(new Set(files.map(sha256)).size).toBe(1);
    const other = await renderInvoicePdf(anInvoice({ lines: manyLines(30), number: 'RE-2026-0044' }));
    expect(sha256(other)).not.toBe(sha256(files[0] ?? other));
  });

  it('is a tagged PDF/A-3b in its language, with embedded fonts only', async () => {
    const raw = Buffer.from(await renderInvoicePdf(anInvoice())).toString('latin1');
    expect(raw).toMatch(/^%PDF-1\.7/);
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(raw).toContain('/OutputIntents');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/Lang (de-DE)');
    expect(raw).not.toContain('Helvetica');
    const descriptors = raw.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(descriptors).toHaveLength(2);
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(descriptors.length);
    expect(raw).toContain('<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>');
  });
});
