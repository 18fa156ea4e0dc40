import type Stripe from 'stripe';
import { businessDaysAfter } from '../../clock/business-days.ts';
import { bankAccountId } from '../bank-account.ts';
import { differences } from '../http/common-fields.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { newId } from '../ids.ts';
import { payoutInterval } from '../resources/balance-settings.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule, unschedule } from '../world.ts';
import { balanceOf } from './balance.ts';
import { post } from './balance-transactions.ts';

const RECONCILED_AFTER_SECONDS = 60;
/** A payout made by hand can be taken back until it is on its way to the bank. */
const SUBMITTED_AFTER_SECONDS = 3600;

export interface NewPayout {
  readonly amount: number;
  readonly currency: string;
  readonly automatic: boolean;
  readonly description?: string;
  readonly statementDescriptor?: string;
  readonly metadata?: Stripe.Metadata;
}

/** Sends money to the bank: the balance falls at once, the bank has it on the next business day. */
export const createPayout = (scope: Scope, wanted: NewPayout): Stripe.Payout => {
  const id = newId('po');
  const arrival = businessDaysAfter(scope.now(), 1);
  const transaction = post(scope, {
    type: 'payout',
    source: id,
    amount: -wanted.amount,
    currency: wanted.currency,
    description: wanted.automatic ? 'STRIPE PAYOUT' : (wanted.description ?? 'STRIPE PAYOUT'),
  });
  const payout = scope.tables.payouts.put({
    id,
    object: 'payout',
    amount: wanted.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: arrival,
    automatic: wanted.automatic,
    balance_transaction: transaction.id,
    created: scope.now(),
    currency: wanted.currency,
    description: wanted.description ?? 'STRIPE PAYOUT',
    destination: bankAccountId(scope.account),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: wanted.metadata ?? {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: wanted.automatic ? 'in_progress' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: wanted.statementDescriptor ?? null,
    status: wanted.automatic ? 'in_transit' : 'pending',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  });
  if (wanted.automatic) schedule(scope, 'payout.reconcile', scope.now() + RECONCILED_AFTER_SECONDS, id);
  else schedule(scope, 'payout.submit', scope.now() + SUBMITTED_AFTER_SECONDS, id);
  schedule(scope, 'payout.arrive', arrival, id);
  emit(scope, 'payout.created', payout);
  return payout;
};

/** Pays out, per currency, all available money that no payout has carried yet. */
export const payOutAvailable = (scope: Scope): Stripe.Payout[] => {
  const open = scope.tables.balanceTransactions
    .newestFirst()
    .filter(({ id, status }) => status === 'available' && !scope.tables.payoutItems.get(id));
  return [...Map.groupBy(open, (transaction) => transaction.currency)].flatMap(([currency, items]) => {
    const amount = items.reduce((sum, item) => sum + item.net, 0);
    // A negative balance is not collected from the bank; it waits for the next payments.
    if (amount <= 0) return [];
    const payout = createPayout(scope, { amount, currency, automatic: true });
    const own = typeof payout.balance_transaction === 'string' ? [payout.balance_transaction] : [];
    for (const id of [...items.map((item) => item.id), ...own])
      scope.tables.payoutItems.put({ id, payout: payout.id });
    return [payout];
  });
};

/** Due work: money whose day has come becomes available, and goes out when the schedule says so. */
export const releaseBalance = (scope: Scope): void => {
  const due = scope.tables.balanceTransactions
    .newestFirst()
    .filter((transaction) => transaction.status === 'pending' && transaction.available_on <= scope.now());
  for (const transaction of due)
    scope.tables.balanceTransactions.put({ ...transaction, status: 'available' });
  if (due.length > 0) emit(scope, 'balance.available', balanceOf(scope));
  runSchedule(scope);
};

export const runSchedule = (scope: Scope): void => {
  if (payoutInterval(scope) === 'daily') payOutAvailable(scope);
};

const change = (
  scope: Scope,
  id: string,
  next: Partial<Stripe.Payout>,
): { before: Stripe.Payout; after: Stripe.Payout } | null => {
  const before = scope.tables.payouts.get(id);
  return before ? { before, after: scope.tables.payouts.put({ ...before, ...next }) } : null;
};

/** Due work: from now on the payout's balance transactions can be listed. */
export const reconcilePayout = (scope: Scope, id: string): void => {
  unschedule(scope, 'payout.reconcile', id);
  const changed = change(scope, id, { reconciliation_status: 'completed' });
  if (changed) emit(scope, 'payout.reconciliation_completed', changed.after);
};

/** Due work: the payout is on its way. */
export const submitPayout = (scope: Scope, id: string): void => {
  unschedule(scope, 'payout.submit', id);
  if (scope.tables.payouts.get(id)?.status !== 'pending') return;
  const changed = change(scope, id, { status: 'in_transit' });
  if (changed) emit(scope, 'payout.updated', changed.after, differences(changed.before, changed.after));
};

/** Takes a payout back before it leaves; the money is available again. */
export const cancelPayout = (scope: Scope, payout: Stripe.Payout): Stripe.Payout => {
  unschedule(scope, 'payout.submit', payout.id);
  unschedule(scope, 'payout.arrive', payout.id);
  const transaction = post(scope, {
    type: 'payout_cancel',
    source: payout.id,
    amount: payout.amount,
    currency: payout.currency,
    description: 'Payout canceled',
  });
  const canceled = scope.tables.payouts.put({
    ...payout,
    status: 'canceled',
    failure_balance_transaction: transaction.id,
  });
  emit(scope, 'payout.canceled', canceled);
  return canceled;
};

/** Due work: the bank has the money. */
export const arrivePayout = (scope: Scope, id: string): void => {
  submitPayout(scope, id);
  unschedule(scope, 'payout.arrive', id);
  const changed = change(scope, id, {
    status: 'paid',
    trace_id: { status: 'supported', value: `ZW${id.slice(3, 17).toUpperCase()}` },
  });
  if (!changed) return;
  emit(scope, 'payout.updated', changed.after, differences(changed.before, changed.after));
  emit(scope, 'payout.paid', changed.after);
};

/** The bank sends the money back, which Stripe hears within days even after the payout was paid. */
export const failPayout = (scope: Scope, id: string, code = 'account_closed'): Stripe.Payout => {
  const before = scope.tables.payouts.get(id);
  if (!before || before.status === 'failed' || before.status === 'canceled')
    throw invalidRequest(`This payout cannot fail any more: '${id}'`);
  unschedule(scope, 'payout.submit', id);
  unschedule(scope, 'payout.arrive', id);
  const transaction = post(scope, {
    type: 'payout_failure',
    source: id,
    amount: before.amount,
    currency: before.currency,
    description: 'Payout failure',
  });
  const after = scope.tables.payouts.put({
    ...before,
    status: 'failed',
    failure_code: code,
    failure_message: 'The bank account has been closed.',
    failure_balance_transaction: transaction.id,
  });
  emit(scope, 'payout.updated', after, differences(before, after));
  emit(scope, 'payout.failed', after);
  return after;
};
