import { describe, expect, it } from 'vitest';
import { ADVISER, anEnv, aPaymentCase, as, CLERK, CUSTOMER, TODAY } from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, refusalOf } from '../../test/outcome.ts';
import { addAttachment } from './add-attachment.ts';

const contract = { documentId: 'document', name: 'Vertrag.pdf', purpose: 'AGREEMENT', signedBy: 'J. Müßig' };
const add = (state = aPaymentCase(), signedOn: string | null = TODAY, actor = as(CLERK)) =>
  addAttachment(state, { ...contract, signedOn }, anEnv({ actor }));

describe('addAttachment', () => {
  it('puts a file to the case, with who signed it and when', () => {
    expect(changesOf(add(), 'attach')).toEqual([
      { type: 'attach', id: 'id-1', ...contract, signedOn: TODAY },
    ]);
    expect(decisionOf(add()).events).toEqual([
      { type: 'attachment.added', data: { attachmentId: 'id-1', documentId: 'document' } },
    ]);
  });

  it('is refused with a signature of tomorrow, on a case that is over, to advisers and customers', () => {
    expect(refusalOf(add(aPaymentCase(), '2026-11-24'))).toBe('DATE_IN_FUTURE');
    expect(refusalOf(add(aPaymentCase({ state: 'CLOSED', runs: [] })))).toBe('CASE_NOT_OPEN');
    for (const actor of [as(ADVISER), CUSTOMER])
      expect(refusalOf(add(aPaymentCase(), null, actor))).toBe('ROLE_NOT_ALLOWED');
  });
});
