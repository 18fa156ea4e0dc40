import { aPerson } from '@zahlwerk/domain/customers/customer.fixture';
import { buildReceipt, type ReceiptDraft } from '@zahlwerk/domain/invoices/build-receipt';
import { aSeller } from '@zahlwerk/domain/invoices/invoice.fixture';
import { type Currency, type Money, money } from '@zahlwerk/domain/money/money';
import { describe, expect, it } from 'vitest';
import { textOf } from './pdf-text.fixture.ts';
import { renderReceiptPdf } from './receipt.pdf.ts';

const eur = (minor: bigint): Money => money<Currency>(minor, 'EUR');

const render = (overrides: Partial<ReceiptDraft> = {}): Promise<Uint8Array> => {
  const built = buildReceipt({
    number: 'ZB-2026-0017',
    locale: 'de',
    issuedOn: '2026-11-25',
    seller: aSeller(),
    customer: aPerson(),
    customerNumber: 'K-000042',
    payment: {
      amount: eur(90000n),
      receivedOn: '2026-11-24',
      method: 'BANK_TRANSFER',
      payer: 'Anna Müller',
      reference: 'ZV-2026-000042',
    },
    allocations: [
      {
        caseNumber: 'ZV-2026-000042',
        invoiceNumber: 'RE-2026-0042',
        orderReference: 'B-77',
        amount: eur(90000n),
        openAfter: eur(10000n),
      },
    ],
    ...overrides,
  });
  if (!built.ok) throw new Error(built.code);
  return renderReceiptPdf(built.snapshot);
};

describe('the receipt as a PDF', () => {
  it('names date, amount, reference and order number, and what is still open', async () => {
    const text = await textOf(await render());
    for (const part of [
      'Zahlungsbestätigung ZB-2026-0017',
      'Anna Müller',
      'Erhaltener Betrag 900,00 €',
      'Eingegangen am 24. November 2026',
      'Zahlungsart Überweisung',
      'Referenz der Zahlung ZV-2026-000042',
      'ZV-2026-000042 RE-2026-0042 B-77 900,00 100,00',
      'Offen sind noch 100,00 €.',
      'keine Rechnung im Sinne des § 14 UStG',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/USt\. |Netto/);
  });

  it('says when everything is paid, in the customer’s language', async () => {
    const paid = {
      caseNumber: 'ZV-2026-000042',
      invoiceNumber: null,
      orderReference: null,
      amount: eur(80000n),
      openAfter: eur(0n),
    };
    const text = await textOf(await render({ locale: 'en', allocations: [paid] }));
    expect(text).toContain('Amount received €900.00');
    expect(text).toContain('ZV-2026-000042 – – 800.00 0.00');
    expect(text).toContain('Your credit with us €100.00');
    expect(text).toContain('The amount is now paid in full.');
  });

  it('keeps what was not used for anything as credit', async () => {
    const text = await textOf(await render({ allocations: [] }));
    expect(text).toContain('Guthaben bei uns 900,00 €');
    expect(text).not.toContain('Verrechnet mit');
  });

  it('is the same to the byte for the same snapshot', async () => {
    expect(Buffer.compare(await render(), await render())).toBe(0);
  });
});
