import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { originOf } from './origin.ts';
import { postClaimLowered, postStatement, postStorno } from './post-claims.ts';
import {
  postBankCredit,
  postDispute,
  postDisputeFee,
  postDisputeFeeReturned,
  postDisputeReturned,
  postMerged,
  postPayment,
  postPayout,
  postRefund,
  postRefundReturned,
  takeBackPayout,
} from './post-money.ts';
import { postAllocation } from './post-settlement.ts';

const ten = money(10_00n, 'EUR');
const ON = '2026-11-27';

describe('what an entry comes from', () => {
  it.each([
    ['INVOICE', postStorno('one', postStatement('x', ten, ON), ON)],
    ['CASE', postStatement('one', ten, ON)],
    ['PAYMENT', postPayment('one', 'BANK', ten, ON)],
    ['PAYMENT', postMerged('one', ten, ON)],
    ['BANK_TRANSACTION', postBankCredit('one', ten, ON)],
    ['ALLOCATION', postAllocation('one', ten, ON)],
    ['ADJUSTMENT', postClaimLowered('one', ten, ON)],
    ['REFUND', postRefund('one', 'BANK', ten, ON)],
    ['REFUND', postRefundReturned('one', 'BANK', ten, ON)],
    ['DISPUTE', postDispute('one', ten, ON)],
    ['DISPUTE', postDisputeReturned('one', ten, ON)],
    ['DISPUTE', postDisputeFee('one', ten, ten, ON)],
    ['DISPUTE', postDisputeFeeReturned('one', ten, ten, ON)],
    ['PAYOUT', postPayout('one', ten, ON)],
    ['PAYOUT', takeBackPayout('one', ten, ON)],
  ])('is read from its source: %s', (kind, { source }) => {
    expect(originOf(source)).toEqual({ kind, id: 'one' });
  });

  it('is nothing of ours for a fee of the provider, and for words that nobody uses', () => {
    expect(originOf('fee:txn_1')).toBeNull();
    expect(originOf('invoice')).toBeNull();
    expect(originOf('')).toBeNull();
  });
});
