import type Stripe from 'stripe';
import { post } from '../money/balance-transactions.ts';
import { DISPUTE_FEE } from '../money/fees.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

const feeOf = (dispute: Stripe.Dispute): number =>
  dispute.payment_method_details?.type === 'card' ? DISPUTE_FEE.card : DISPUTE_FEE.sepa_debit;

/** The bank takes the money, and Stripe its fee, out of the balance at once. */
export const withdrawFunds = (scope: Scope, dispute: Stripe.Dispute): Stripe.Dispute => {
  const transaction = post(scope, {
    type: 'adjustment',
    category: 'dispute',
    source: dispute.id,
    amount: -dispute.amount,
    fee: feeOf(dispute),
    feeDescription: 'Dispute fee',
    currency: dispute.currency,
    description: `Chargeback withdrawal for ${String(dispute.charge)}`,
  });
  return scope.tables.disputes.put({
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, transaction],
  });
};

/** A dispute that was won gives money and fee back. */
export const reinstateFunds = (scope: Scope, dispute: Stripe.Dispute): Stripe.Dispute => {
  const transaction = post(scope, {
    type: 'adjustment',
    category: 'dispute_reversal',
    source: dispute.id,
    amount: dispute.amount,
    fee: -feeOf(dispute),
    feeDescription: 'Dispute fee',
    currency: dispute.currency,
    description: `Chargeback reversal for ${String(dispute.charge)}`,
  });
  const after = scope.tables.disputes.put({
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, transaction],
  });
  emit(scope, 'charge.dispute.funds_reinstated', after);
  return after;
};
