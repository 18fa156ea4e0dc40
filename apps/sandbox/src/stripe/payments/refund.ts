import type Stripe from 'stripe';
import { businessDaysAfter } from '../../clock/business-days.ts';
import type { TestCard } from '../cards/test-card.ts';
import { cardByNumber } from '../cards/test-cards.ts';
import { closeDispute, isInquiry, isOpen } from '../disputes/close-dispute.ts';
import { differences } from '../http/common-fields.ts';
import { newId } from '../ids.ts';
import { post } from '../money/balance-transactions.ts';
import { moveCash } from '../transfers/cash-balance.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule, unschedule } from '../world.ts';

type Reason = 'duplicate' | 'fraudulent' | 'requested_by_customer';

export interface NewRefund {
  readonly charge: Stripe.Charge;
  readonly amount: number;
  readonly reason: Reason | null;
  readonly metadata: Stripe.Metadata;
}

const cardOf = (scope: Scope, charge: Stripe.Charge): TestCard | undefined => {
  const source = charge.payment_method
    ? scope.tables.instruments.get(charge.payment_method)?.source
    : undefined;
  return source?.type === 'card' ? cardByNumber(source.number) : undefined;
};

const isCardCharge = ({ payment_method_details: details }: Stripe.Charge): boolean =>
  details?.card !== undefined || details?.card_present !== undefined;

const destinationOf = (charge: Stripe.Charge): Stripe.Refund.DestinationDetails =>
  charge.payment_method_details?.type === 'customer_balance'
    ? { customer_cash_balance: {}, type: 'customer_cash_balance' }
    : isCardCharge(charge)
      ? {
          card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
          type: 'card',
        }
      : { type: charge.payment_method_details?.type ?? 'card' };

/** Whoever has paid by transfer gets his money back where it came from: on his cash balance. */
const returnToCash = (scope: Scope, charge: Stripe.Charge, refund: Stripe.Refund): void => {
  if (typeof charge.customer !== 'string') return;
  moveCash(scope, charge.customer, refund.amount, refund.currency, {
    type: 'refunded_from_payment',
    refunded_from_payment: { refund: refund.id },
  });
};

/** What was refunded in full can no longer become a chargeback. */
const closeInquiries = (scope: Scope, charge: string): void => {
  for (const dispute of scope.tables.disputes.newestFirst()) {
    if (dispute.charge === charge && isInquiry(dispute) && isOpen(dispute))
      closeDispute(scope, dispute, 'warning_closed');
  }
};

/** Gives money back: the balance falls at once, the fee of the charge is kept by Stripe. */
export const createRefund = (
  scope: Scope,
  { charge, amount, reason, metadata }: NewRefund,
): Stripe.Refund => {
  const isCard = isCardCharge(charge);
  const id = newId(isCard ? 're' : 'pyr');
  const behavior = cardOf(scope, charge)?.refund;
  const transaction = post(scope, {
    type: isCard ? 'refund' : 'payment_refund',
    source: id,
    amount: -amount,
    currency: charge.currency,
    description: `REFUND FOR ${charge.description ?? 'CHARGE'}`,
  });
  const refund = scope.tables.refunds.put({
    id,
    object: 'refund',
    amount,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: scope.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: destinationOf(charge),
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: behavior === 'pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
    ...(behavior === 'pending' ? { pending_reason: 'processing' as const } : {}),
  });
  const refunded = charge.amount_refunded + amount;
  const after = scope.tables.charges.put({
    ...charge,
    amount_refunded: refunded,
    refunded: refunded >= charge.amount_captured,
  });
  if (charge.payment_method_details?.customer_balance) returnToCash(scope, charge, refund);
  if (behavior) schedule(scope, 'refund.settle', businessDaysAfter(scope.now(), 1), id);
  emit(scope, 'refund.created', refund);
  emit(scope, 'charge.refunded', after, differences(charge, after));
  if (after.refunded) closeInquiries(scope, charge.id);
  return refund;
};

/** Due work: a pending refund succeeds; one to a dead card fails, and the money returns to the balance. */
export const settleRefund = (scope: Scope, id: string): void => {
  unschedule(scope, 'refund.settle', id);
  const before = scope.tables.refunds.get(id);
  const charge = typeof before?.charge === 'string' ? scope.tables.charges.get(before.charge) : undefined;
  if (!before) return;
  if (!charge || cardOf(scope, charge)?.refund !== 'fails') {
    const { pending_reason: _reason, ...rest } = before;
    const after = scope.tables.refunds.put({ ...rest, status: 'succeeded' });
    emit(scope, 'refund.updated', after, { status: before.status });
    return;
  }
  const returned = post(scope, {
    type: 'refund_failure',
    source: id,
    amount: before.amount,
    currency: before.currency,
    description: 'Refund failure',
  });
  const failed = scope.tables.refunds.put({
    ...before,
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: returned.id,
  });
  const remaining = charge.amount_refunded - before.amount;
  scope.tables.charges.put({ ...charge, amount_refunded: remaining, refunded: false });
  emit(scope, 'refund.updated', failed, { status: before.status });
  emit(scope, 'refund.failed', failed);
  emit(scope, 'charge.refund.updated', failed, { status: before.status });
};
