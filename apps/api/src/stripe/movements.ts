import type { Movement } from '@zahlwerk/domain/payments/reconcile';
import type Stripe from 'stripe';

/** The object that a balance transaction comes from. */
export const sourceRefOf = ({ source }: Stripe.BalanceTransaction): string | null =>
  typeof source === 'string' ? source : (source?.id ?? null);

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
  for await (const transaction of stripe.balanceTransactions.list({ created, limit: PAGE })) {
    page.push(toMovement(transaction));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
