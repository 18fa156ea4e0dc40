import type { Movement } from '@zahlwerk/domain/payments/reconcile';
import type Stripe from 'stripe';

/** The object that a balance transaction comes from. */
export const sourceRefOf = ({ source }: Stripe.BalanceTransaction): string | null =>
  typeof source === 'string' ? source : (source?.id ?? null);

/**
 * Charges by bank debit stand on the balance while they are under way, and twice when they have failed: only what has
 * succeeded is money (https://docs.stripe.com/reports/balance-transaction-types, `payment`, `payment_failure_refund`).
 */
const isMoney = ({ source }: Stripe.BalanceTransaction): boolean =>
  typeof source !== 'object' || source?.object !== 'charge' || source.status === 'succeeded';

const toMovement = (transaction: Stripe.BalanceTransaction): Movement => ({
  ref: transaction.id,
  sourceRef: sourceRefOf(transaction),
  currency: transaction.currency.toUpperCase(),
  gross: BigInt(transaction.amount),
  fee: BigInt(transaction.fee),
});

const PAGE = 100;

/** What has moved on the provider's balance from one moment until before another, its time, page by page. */
export async function* listMovements(
  stripe: Stripe,
  { since, until }: { readonly since: Date; readonly until: Date },
): AsyncGenerator<readonly Movement[]> {
  const created = { gte: Math.floor(since.getTime() / 1000), lt: Math.floor(until.getTime() / 1000) };
  let page: Movement[] = [];
  const asking = { created, limit: PAGE, expand: ['data.source'] };
  for await (const transaction of stripe.balanceTransactions.list(asking)) {
    if (isMoney(transaction)) page.push(toMovement(transaction));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
