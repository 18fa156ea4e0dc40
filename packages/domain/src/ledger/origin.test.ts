import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { beginningsAbout, originOf, sourcesAbout } from './origin.ts';
import { postClaimLowered, postStatement, postStorno } from './post-claims.ts';
import {
  postBankCredit,
  postDispute,
  postDisputeFee,
  postDisputeFeeReturned,
  postDisputeReturned,
  postFee,
  postMerged,
  postPayment,
  postPayout,
  postRefund,
  postRefundReturned,
  postUnassigned,
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
    ['FEE', postFee('fee:one', ten, ON)],
    ['PAYOUT', postPayout('one', ten, ON)],
    ['PAYOUT', takeBackPayout('one', ten, ON)],
  ])('is read from its source: %s', (kind, { source }) => {
    expect(originOf(source)).toEqual({ kind, id: 'one' });
  });

  it('is nothing for words that nobody uses', () => {
    expect(originOf('invoice')).toBeNull();
    expect(originOf('')).toBeNull();
  });

  it('leads back from a payment to everything that was posted about it', () => {
    const sources = sourcesAbout({
      id: 'one',
      bankTransactionId: 'line',
      feeRef: 'txn_1',
      allocationIds: ['given'],
      refundIds: ['back'],
    });
    const posted = [
      postPayment('one', 'BANK', ten, ON),
      postMerged('one', ten, ON),
      postUnassigned('one', ten, ON),
      postBankCredit('line', ten, ON),
      postFee('fee:txn_1', ten, ON),
      postAllocation('given', ten, ON),
      postRefund('back', 'BANK', ten, ON),
      postRefundReturned('back', 'BANK', ten, ON),
    ];
    for (const { source } of posted) expect(sources).toContain(source);
    const disputed = [postDispute('d', ten, ON), postDisputeFee('d', ten, ten, ON)];
    for (const { source } of disputed)
      expect(beginningsAbout(['d']).some((start) => source === start || source.startsWith(`${start}:`))).toBe(
        true,
      );
    expect(
      sourcesAbout({ id: 'one', bankTransactionId: null, feeRef: null, allocationIds: [], refundIds: [] }),
    ).toEqual(['payment:one', 'payment-merged:one', 'payment-unassigned:one']);
  });
});
