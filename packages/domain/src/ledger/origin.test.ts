import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { originOf } from './origin.ts';
import * as postings from './postings.ts';

const ten = money(10_00n, 'EUR');
const ON = '2026-11-27';

describe('what an entry comes from', () => {
  it.each([
    ['INVOICE', postings.postStorno('one', postings.postStatement('x', ten, ON), ON)],
    ['CASE', postings.postStatement('one', ten, ON)],
    ['PAYMENT', postings.postPayment('one', 'BANK', ten, ON)],
    ['PAYMENT', postings.postMerged('one', ten, ON)],
    ['BANK_TRANSACTION', postings.postBankCredit('one', ten, ON)],
    ['ALLOCATION', postings.postAllocation('one', ten, ON)],
    ['ADJUSTMENT', postings.postClaimLowered('one', ten, ON)],
    ['REFUND', postings.postRefund('one', 'BANK', ten, ON)],
    ['REFUND', postings.postRefundReturned('one', 'BANK', ten, ON)],
    ['DISPUTE', postings.postDispute('one', ten, ON)],
    ['DISPUTE', postings.postDisputeReturned('one', ten, ON)],
    ['DISPUTE', postings.postDisputeFee('one', ten, ten, ON)],
    ['DISPUTE', postings.postDisputeFeeReturned('one', ten, ten, ON)],
    ['PAYOUT', postings.postPayout('one', ten, ON)],
    ['PAYOUT', postings.takeBackPayout('one', ten, ON)],
  ])('is read from its source: %s', (kind, { source }) => {
    expect(originOf(source)).toEqual({ kind, id: 'one' });
  });

  it('is nothing of ours for a fee of the provider, and for words that nobody uses', () => {
    expect(originOf('fee:txn_1')).toBeNull();
    expect(originOf('invoice')).toBeNull();
    expect(originOf('')).toBeNull();
  });
});
