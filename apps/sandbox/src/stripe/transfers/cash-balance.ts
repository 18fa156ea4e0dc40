import type Stripe from 'stripe';
import type { CashAccount } from '../../state/records.ts';
import { newId } from '../ids.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

type Transaction = Stripe.CustomerCashBalanceTransaction;
/** What moved the money, beside amount and customer. */
type Cause = Pick<
  Transaction,
  'type' | 'funded' | 'applied_to_payment' | 'unapplied_from_payment' | 'refunded_from_payment'
>;

export const cashAccountOf = (scope: Scope, customer: string): CashAccount =>
  scope.tables.cashAccounts.get(customer) ?? {
    id: customer,
    available: {},
    reconciliation: 'merchant_default',
  };

/** Money of the customer's that no payment has used yet, in minor units. */
export const cashIn = (scope: Scope, customer: string, currency: string): number =>
  cashAccountOf(scope, customer).available[currency] ?? 0;

/** Incoming money is applied to open payments by itself, unless the business has said otherwise. */
export const reconcilesItself = (scope: Scope, customer: string): boolean =>
  cashAccountOf(scope, customer).reconciliation !== 'manual';

export const cashBalanceOf = (scope: Scope, customer: string): Stripe.CashBalance => {
  const { available, reconciliation } = cashAccountOf(scope, customer);
  const held = Object.entries(available).filter(([, amount]) => amount !== 0);
  return {
    object: 'cash_balance',
    available: held.length > 0 ? Object.fromEntries(held) : null,
    customer,
    customer_account: null,
    livemode: false,
    settings: {
      reconciliation_mode: reconciliation === 'manual' ? 'manual' : 'automatic',
      using_merchant_default: reconciliation === 'merchant_default',
    },
  };
};

/** Moves a customer's cash balance, positive in and negative out, and tells of it. */
export const moveCash = (
  scope: Scope,
  customer: string,
  amount: number,
  currency: string,
  cause: Cause,
): Transaction => {
  const account = cashAccountOf(scope, customer);
  const ending = (account.available[currency] ?? 0) + amount;
  scope.tables.cashAccounts.put({ ...account, available: { ...account.available, [currency]: ending } });
  const transaction = scope.tables.cashBalanceTransactions.put({
    id: newId('ccsbtxn'),
    object: 'customer_cash_balance_transaction',
    ...cause,
    created: scope.now(),
    currency,
    customer,
    customer_account: null,
    ending_balance: ending,
    livemode: false,
    net_amount: amount,
  });
  emit(scope, 'customer_cash_balance_transaction.created', transaction);
  return transaction;
};

/** How much of a payment the customer's money has covered so far, in minor units. */
export const appliedTo = (scope: Scope, intent: string): number => {
  const sum = scope.tables.cashBalanceTransactions.newestFirst().reduce((total, transaction) => {
    const payment =
      transaction.applied_to_payment?.payment_intent ?? transaction.unapplied_from_payment?.payment_intent;
    return payment === intent ? total - transaction.net_amount : total;
  }, 0);
  return sum;
};
