import type Stripe from 'stripe';
import { businessDaysAfter } from '../../clock/business-days.ts';
import { newId } from '../ids.ts';
import { type Scope, schedule } from '../world.ts';

/** Card money is paid out three business days after the charge, as for businesses in Germany. */
export const SETTLEMENT_DAYS = 3;

const REPORTING_CATEGORY = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund_failure',
  payment_failure_refund: 'charge_failure',
  adjustment: 'dispute',
  payout: 'payout',
  payout_failure: 'payout_reversal',
  payout_cancel: 'payout_reversal',
} as const satisfies Partial<Record<Stripe.BalanceTransaction.Type, string>>;

export interface Posting {
  readonly type: keyof typeof REPORTING_CATEGORY;
  /** Id of the charge, refund, dispute or payout. */
  readonly source: string;
  /** Minor units; negative when money leaves. */
  readonly amount: number;
  /** Minor units; negative when a fee comes back. */
  readonly fee?: number;
  /** What the fee is for. */
  readonly feeDescription?: string;
  /** Where the type alone does not say it. */
  readonly category?: 'dispute' | 'dispute_reversal';
  readonly currency: string;
  /** Unix seconds; at once when missing. */
  readonly availableOn?: number;
  readonly description?: string | null;
}

const isScheduled = (scope: Scope, kind: 'balance.release' | 'payout.run', at: number): boolean =>
  scope.tables.dueWork.newestFirst().some((work) => work.kind === kind && work.at === at);

const scheduleOnce = (scope: Scope, kind: 'balance.release' | 'payout.run', at: number) => {
  if (!isScheduled(scope, kind, at)) schedule(scope, kind, at, scope.account);
};

/** Books a movement of the account's balance; pending money is released on its day, available money is paid out. */
export const post = (scope: Scope, posting: Posting): Stripe.BalanceTransaction => {
  const { type, source, amount, fee = 0, currency, availableOn = scope.now(), description = null } = posting;
  const feeDescription = posting.feeDescription ?? 'Stripe processing fees';
  const isAvailable = availableOn <= scope.now();
  const transaction = scope.tables.balanceTransactions.put({
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: availableOn,
    balance_type: 'payments',
    created: scope.now(),
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: feeDescription,
              type: 'stripe_fee',
            },
          ],
    net: amount - fee,
    reporting_category: posting.category ?? REPORTING_CATEGORY[type],
    source,
    status: isAvailable ? 'available' : 'pending',
    type,
  });
  if (!isAvailable) scheduleOnce(scope, 'balance.release', availableOn);
  else if (type !== 'payout') scheduleOnce(scope, 'payout.run', businessDaysAfter(scope.now(), 1));
  return transaction;
};
