import type Stripe from 'stripe';
import { businessDaysAfter } from '../../clock/business-days.ts';
import { newId } from '../ids.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule } from '../world.ts';
import { moveCash } from './cash-balance.ts';

/** Sends a customer's unused money back to the bank it came from; the bank has it on the next business day. */
export const returnCash = (
  scope: Scope,
  customer: string,
  amount: number,
  currency: string,
  metadata: Stripe.Metadata,
): Stripe.Refund => {
  const refund = scope.tables.refunds.put({
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: null,
    created: scope.now(),
    currency,
    customer,
    customer_account: null,
    destination_details: {
      eu_bank_transfer: { reference: null, reference_status: 'pending' },
      type: 'eu_bank_transfer',
    },
    metadata,
    payment_intent: null,
    payment_method: null,
    pending_reason: 'processing',
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
  });
  moveCash(scope, customer, -amount, currency, { type: 'return_initiated' });
  schedule(scope, 'refund.settle', businessDaysAfter(scope.now(), 1), refund.id);
  emit(scope, 'refund.created', refund);
  return refund;
};
