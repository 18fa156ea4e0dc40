import type Stripe from 'stripe';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { cashBalanceOf, cashIn, moveCash, reconcilesItself } from './cash-balance.ts';
import { applyCash, remainingOf } from './pay-by-transfer.ts';

export interface IncomingTransfer {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** What the customer wrote into the reference field of his bank. */
  readonly reference: string | null;
  /** Whose bank account it comes from; left out, the customer's own. */
  readonly sender?: string;
}

const SENDER = { bic: 'COBADEFFXXX', iban_last4: '3000' };

const referenceOf = (intent: Stripe.PaymentIntent): string | null =>
  intent.next_action?.display_bank_transfer_instructions?.reference ?? null;

/** The payments of a customer that wait for a transfer, oldest first. */
export const waitingFor = (scope: Scope, customer: string, currency: string): Stripe.PaymentIntent[] =>
  scope.tables.paymentIntents
    .newestFirst()
    .filter(
      (intent) =>
        intent.customer === customer &&
        intent.currency === currency &&
        intent.status === 'requires_action' &&
        intent.next_action?.type === 'display_bank_transfer_instructions',
    )
    .reverse();

const sameWords = (text: string | null, code: string | null): boolean =>
  text !== null && code !== null && text.toUpperCase().replaceAll(/\s/g, '').includes(code);

/** The payment that names the reference goes first, then one of exactly this amount, then the oldest. */
const inOrder = (
  scope: Scope,
  waiting: readonly Stripe.PaymentIntent[],
  { amount, reference }: IncomingTransfer,
): Stripe.PaymentIntent[] => {
  const rank = (intent: Stripe.PaymentIntent): number => {
    if (sameWords(reference, referenceOf(intent))) return 0;
    return remainingOf(scope, intent) === amount ? 1 : 2;
  };
  return waiting.toSorted((a, b) => rank(a) - rank(b));
};

const nameOf = (scope: Scope, id: string): string | null => {
  const customer = scope.tables.customers.get(id);
  return customer && !customer.deleted ? (customer.name ?? null) : null;
};

/** Money reaches a customer's virtual account; open payments are covered with it, the rest stays his. */
export const receiveTransfer = (
  scope: Scope,
  customer: string,
  transfer: IncomingTransfer,
): Stripe.CustomerCashBalanceTransaction => {
  const { amount, currency, reference } = transfer;
  const sender = transfer.sender ?? nameOf(scope, customer);
  const funded = moveCash(scope, customer, amount, currency, {
    type: 'funded',
    funded: {
      bank_transfer: {
        eu_bank_transfer: { ...SENDER, sender_name: sender },
        reference,
        type: 'eu_bank_transfer',
      },
    },
  });
  emit(scope, 'cash_balance.funds_available', cashBalanceOf(scope, customer));
  if (!reconcilesItself(scope, customer)) return funded;
  for (const intent of inOrder(scope, waitingFor(scope, customer, currency), transfer)) {
    const usable = Math.min(cashIn(scope, customer, currency), remainingOf(scope, intent));
    if (usable > 0) applyCash(scope, intent, usable);
  }
  return funded;
};
