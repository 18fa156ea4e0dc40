import { buildInvoice } from '@zahlwerk/domain/invoices/build-invoice';
import { someLines } from '@zahlwerk/domain/invoices/invoice.arbitrary';
import { aDraft } from '@zahlwerk/domain/invoices/invoice.fixture';
import type { InvoiceSnapshot } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { money } from '@zahlwerk/domain/money/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderInvoicePdf } from '../invoice.pdf.ts';
import { textOf } from '../pdf-text.fixture.ts';
import { stornoOf } from './cases.fixture.ts';
import { AT, CII } from './rule.fixture.ts';
import { problemsOf, reading } from './validate.fixture.ts';
import { writeEInvoice } from './write-e-invoice.ts';

const invoices = fc
  .tuple(someLines, fc.nat({ max: 1_000_000 }), fc.boolean())
  .map(([lines, paid, isCanceled]) => {
    const built = buildInvoice(aDraft({ lines, paid: money(BigInt(paid), 'EUR') }));
    if (!built.ok) return null;
    return isCanceled ? stornoOf(built.snapshot) : built.snapshot;
  });

const FIGURES = [
  'TaxBasisTotalAmount',
  'TaxTotalAmount',
  'GrandTotalAmount',
  'TotalPrepaidAmount',
  'DuePayableAmount',
];

const figuresInXml = (xml: string): readonly (string | undefined)[] =>
  reading(xml, (document) => FIGURES.map((name) => document.get(`${AT.totals}/ram:${name}`, CII)?.content));

const figuresOf = ({ totals, paid, open }: InvoiceSnapshot): readonly string[] =>
  [totals.net, totals.vat, totals.gross, paid, open].map(({ amount }) => amount);

/** As the PDF writes it, by rules of its own: `1234.5` is `1.234,50`. */
const onPaper = (amount: string): string =>
  amount
    .replace('-', '−')
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, '.');

it('any invoice has the same figures in snapshot and XML, and they add up by the rules of the standard', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (snapshot) => {
      fc.pre(snapshot !== null);
      const result = writeEInvoice(snapshot, 'XRECHNUNG');
      if (!result.ok) throw new Error('refused');
      expect(await problemsOf(result.xml, 'XRECHNUNG')).toEqual([]);
      expect(figuresInXml(result.xml)).toEqual(figuresOf(snapshot));
    }),
  );
});

it('any invoice has the same figures in the PDF', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (snapshot) => {
      fc.pre(snapshot !== null);
      const text = await textOf(await renderInvoicePdf(snapshot));
      const { totals, vatGroups } = snapshot;
      for (const { amount } of [totals.net, totals.gross, ...vatGroups.map(({ vat }) => vat)])
        expect(text).toContain(onPaper(amount));
    }),
    { numRuns: 10 },
  );
});
