import { accountStatement } from '@zahlwerk/domain/customers/account-statement';
import { anInvoice } from '@zahlwerk/domain/invoices/invoice.fixture';
import { money } from '@zahlwerk/domain/money/money';
import { expect, it } from 'vitest';
import { renderAccountStatementPdf, type StatementLetter } from './account-statement.pdf.ts';
import { readPages, textOf } from './pdf-text.fixture.ts';

const { seller, buyer } = anInvoice();

const aLetter = (deviation: Partial<StatementLetter> = {}): StatementLetter => ({
  locale: 'de',
  issuedOn: '2026-11-27',
  seller,
  buyer,
  statement: accountStatement(
    [
      { on: '2026-10-30', reason: 'INVOICE', reference: 'RE-2026-0001', minor: 50_000n },
      { on: '2026-11-02', reason: 'PAYMENT', reference: 'RE-2026-0001', minor: -30_000n },
      { on: '2026-11-23', reason: 'INVOICE', reference: 'RE-2026-0042', minor: 123_450n },
    ],
    { from: '2026-11-01', until: '2026-11-30', currency: 'EUR' },
  ),
  openItems: [
    {
      caseNumber: 'ZV-2026-000042',
      invoiceNumber: 'RE-2026-0042',
      dueOn: '2026-12-07',
      open: money(123_450n, 'EUR'),
    },
  ],
  ...deviation,
});

it('shows what was before, every movement with its balance, the sums and what is open', async () => {
  const text = await textOf(await renderAccountStatementPdf(aLetter()));
  for (const words of [
    'Kontoauszug',
    '01.11.2026 – 30.11.2026',
    'Übertrag',
    '500,00',
    'Zahlung RE-2026-0001 300,00 200,00',
    'Rechnung RE-2026-0042 1.234,50 1.434,50',
    'Saldo zu unseren Gunsten 1.434,50 €',
    'Offene Posten heute',
    'ZV-2026-000042 07.12.2026 1.234,50',
  ])
    expect(text).toContain(words);
});

it('names a balance below zero as the customer’s, and says that nothing is open', async () => {
  const statement = accountStatement(
    [{ on: '2026-11-02', reason: 'PAYMENT', reference: null, minor: -3_100n }],
    { from: '2026-11-01', until: '2026-11-30', currency: 'EUR' },
  );
  const text = await textOf(await renderAccountStatementPdf(aLetter({ statement, openItems: [] })));
  expect(text).toContain('Saldo zu Ihren Gunsten 31,00 €');
  expect(text).toContain('Heute ist nichts offen.');
});

it('speaks English, and is the same to the byte for the same account', async () => {
  const letter = aLetter({ locale: 'en' });
  const bytes = await renderAccountStatementPdf(letter);
  expect(await textOf(bytes)).toMatch(/Statement of account .*Balance in our favor/);
  expect(await renderAccountStatementPdf(letter)).toEqual(bytes);
});

it('goes on over as many pages as there are movements', async () => {
  const statement = accountStatement(
    Array.from({ length: 120 }, (_, index) => ({
      ...{ on: '2026-11-02', reason: 'INVOICE' as const, reference: `RE-2026-${index}`, minor: 100n },
    })),
    { from: '2026-11-01', until: '2026-11-30', currency: 'EUR' },
  );
  const bytes = await renderAccountStatementPdf(aLetter({ statement }));
  expect((await readPages(bytes)).length).toBeGreaterThan(2);
  expect(await textOf(bytes)).toContain('RE-2026-119');
});
