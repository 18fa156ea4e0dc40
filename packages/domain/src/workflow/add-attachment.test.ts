import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anEnv,
  anItem,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  NOW,
  TODAY,
  withItems,
} from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, refusalOf } from '../../test/outcome.ts';
import { SYSTEM } from './actor.ts';
import { type AddAttachment, addAttachment } from './add-attachment.ts';

const contract: AddAttachment = {
  documentId: 'document',
  name: 'Vertrag.pdf',
  purpose: 'AGREEMENT',
  signedBy: 'J. Müßig',
  signedOn: TODAY,
  item: null,
};
const add = (state = aPaymentCase(), deviation: Partial<AddAttachment> = {}, actor = as(CLERK)) =>
  addAttachment(state, { ...contract, ...deviation }, anEnv({ actor }));

const definition = withItems({ CONFIRM_AMOUNT: [anItem('agreement')] });

describe('addAttachment', () => {
  it('puts a file to the case, with who signed it and when', () => {
    expect(changesOf(add(), 'attach')).toEqual([{ type: 'attach', id: 'id-1', ...contract }]);
    expect(decisionOf(add()).events).toEqual([
      { type: 'attachment.added', data: { attachmentId: 'id-1', documentId: 'document' } },
    ]);
  });

  it("puts a file to an item of the business's checklist before anybody has answered it", () => {
    const item = { step: 'CONFIRM_AMOUNT', key: 'agreement' } as const;
    expect(changesOf(add(aPaymentCase({ definition }), { item }), 'attach')).toMatchObject([{ item }]);
  });

  it("puts a file to one of the machine's checks that has run", () => {
    const item = { step: 'VERIFY_CUSTOMER_DATA', key: 'vat-id' } as const;
    const check = {
      run: 1,
      state: 'FAILED',
      required: true,
      code: null,
      source: 'VIES',
      detail: null,
    } as const;
    const state = aPaymentCase({ checkItems: [{ ...item, ...check, at: NOW, by: SYSTEM }] });
    expect(changesOf(add(state, { item }), 'attach')).toMatchObject([{ item }]);
  });

  it('is refused for an item that the checklist of that step does not have', () => {
    for (const step of ['VERIFY_CUSTOMER_DATA', 'RECORD_PAYMENT'] as const)
      expect(refusalOf(add(aPaymentCase({ definition }), { item: { step, key: 'agreement' } }))).toBe(
        'CHECK_UNKNOWN',
      );
  });

  it.each([
    ['2026-11-24', 'IN_THE_FUTURE'],
    ['1946-11-22', 'TOO_LONG_AGO'],
  ])('is refused with a signature of %s at its field', (signedOn, code) => {
    expect(add(aPaymentCase(), { signedOn })).toMatchObject({
      refusal: { code: 'VALIDATION_FAILED', fields: [{ field: 'signedOn', code }] },
    });
    expect(refusalOf(add(aPaymentCase(), { signedOn: '1987-06-01' }))).toBeNull();
  });

  it('is refused on a case that is over, to advisers and customers', () => {
    expect(refusalOf(add(aPaymentCase({ state: 'CLOSED', runs: [] })))).toBe('CASE_NOT_OPEN');
    for (const actor of [as(ADVISER), CUSTOMER])
      expect(refusalOf(add(aPaymentCase(), {}, actor))).toBe('ROLE_NOT_ALLOWED');
  });
});
