import { describe, expect, it } from 'vitest';
import { aPaymentCase, TODAY } from '../../test/a-payment-case.ts';
import { caseDocument, draftDocument } from './case-document.ts';

describe('the document of a claim', () => {
  it('says what the case says, and is not due before its day', () => {
    const built = caseDocument(aPaymentCase({ dueOn: '2026-11-01' }), 'INVOICE', 'RE-2026-0001', TODAY);
    expect(built).toMatchObject({
      ok: true,
      snapshot: { kind: 'INVOICE', number: 'RE-2026-0001', issuedOn: TODAY, dueOn: TODAY },
    });
  });

  it('names what it lacks', () => {
    expect(caseDocument(aPaymentCase({ supply: null }), 'INVOICE', 'RE-2026-0001', TODAY)).toEqual({
      ok: false,
      reasons: ['supply'],
    });
  });
});

describe('a draft', () => {
  it('is what would be issued today, without a number', () => {
    expect(draftDocument(aPaymentCase({}), TODAY)).toMatchObject({ ok: true, snapshot: { number: '-' } });
    expect(draftDocument(aPaymentCase({ invoicing: 'STATEMENT', lines: [] }), TODAY)).toMatchObject({
      snapshot: { kind: 'STATEMENT' },
    });
  });

  it('is nothing where there is a document, where it is written elsewhere, and at the end', () => {
    const issued = { id: 'i', kind: 'INVOICE', state: 'ISSUED', number: 'RE-1', issuedOn: TODAY } as const;
    expect(draftDocument(aPaymentCase({ invoices: [issued] }), TODAY)).toBeNull();
    expect(draftDocument(aPaymentCase({ invoicing: 'EXTERNAL' }), TODAY)).toBeNull();
    expect(draftDocument(aPaymentCase({ state: 'CANCELED' }), TODAY)).toBeNull();
    const canceled = { ...issued, state: 'CANCELED' } as const;
    expect(draftDocument(aPaymentCase({ invoices: [canceled] }), TODAY)).not.toBeNull();
  });
});
