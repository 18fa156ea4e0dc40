import type Stripe from 'stripe';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, range, text } from '../http/parameters.ts';
import { invalidRequest, missing } from '../http/stripe-error.ts';
import type { Scope } from '../world.ts';

const LIST = {
  ...PAGINATION,
  created: range,
  currency: text,
  payout: text,
  source: text,
  type: text,
} satisfies FieldsOf<Stripe.BalanceTransactionListParams>;

/** Only an automatic payout knows which transactions it carried, and only once it is reconciled. */
const requireExplained = (scope: Scope, id: string): void => {
  const payout = scope.tables.payouts.get(id);
  if (!payout) throw missing('payout', id, 'payout');
  if (!payout.automatic) {
    throw invalidRequest(
      'Balance transaction history can only be filtered on automatic transfers, not manual.',
      {
        param: 'payout',
      },
    );
  }
  if (payout.reconciliation_status === 'in_progress') {
    throw invalidRequest('Reconciliation of this payout is not ready yet. Please try again later.', {
      code: 'payout_reconciliation_not_ready',
      param: 'payout',
    });
  }
};

export const balanceTransactionEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/balance_transactions', LIST, ({ scope, params }) => {
    if (params.payout !== undefined) requireExplained(scope, params.payout);
    const transactions = scope.tables.balanceTransactions
      .newestFirst()
      .filter(
        ({ id }) => params.payout === undefined || scope.tables.payoutItems.get(id)?.payout === params.payout,
      )
      .filter(({ source }) => params.source === undefined || source === params.source)
      .filter(({ type }) => params.type === undefined || type === params.type)
      .filter(({ currency }) => params.currency === undefined || currency === params.currency)
      .filter(({ created }) => params.created === undefined || inRange(created, params.created));
    return pageOf(transactions, params, '/v1/balance_transactions');
  }),
  endpoint('GET', '/v1/balance_transactions/:id', {}, ({ scope, id }) => {
    const transaction = scope.tables.balanceTransactions.get(id);
    if (!transaction) throw missing('balance transaction', id);
    return transaction;
  }),
];
