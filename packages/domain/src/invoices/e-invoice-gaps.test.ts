import { describe, expect, it } from 'vitest';
import { E_INVOICE_GAP_CODES, eInvoiceGapMessage, eInvoiceGaps } from './e-invoice-gaps.ts';
import { anInvoice, aSeller } from './invoice.fixture.ts';

describe('eInvoiceGaps', () => {
  it('finds nothing where everything is known', () => {
    expect(eInvoiceGaps(anInvoice(), 'EN16931')).toEqual([]);
    expect(eInvoiceGaps(anInvoice(), 'XRECHNUNG')).toEqual([]);
  });

  it('names what is missing, where it is entered and which rule asks for it', () => {
    const snapshot = anInvoice({ seller: aSeller({ phone: '12' }) });
    expect(eInvoiceGaps(snapshot, 'XRECHNUNG')).toEqual([
      { code: 'SELLER_PHONE_MISSING', field: 'seller.phone', rule: 'BR-DE-6, BR-DE-27' },
    ]);
    expect(eInvoiceGaps(snapshot, 'EN16931')).toEqual([]);
  });

  it('has a sentence for each of them in both languages', () => {
    for (const code of E_INVOICE_GAP_CODES)
      expect(eInvoiceGapMessage(code, 'de')).not.toBe(eInvoiceGapMessage(code, 'en'));
  });
});
