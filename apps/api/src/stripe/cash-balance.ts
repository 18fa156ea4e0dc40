import { isCurrency } from '@zahlwerk/domain/money/currency';
import { type Money, money } from '@zahlwerk/domain/money/money';
import type Stripe from 'stripe';

/** What the provider holds for a customer of ours, whom no payment has claimed it from. */
export interface CashHeld {
  readonly customerRef: string;
  readonly held: readonly Money[];
}

/**
 * Whose cash balance an event is about, by the provider's own record of the event, and what lies on it now. Null for an
 * event about anything else.
 */
export const fetchUnclaimedCash = async (stripe: Stripe, eventId: string): Promise<CashHeld | null> => {
  const event = await stripe.events.retrieve(eventId);
  if (event.type !== 'customer_cash_balance_transaction.created') return null;
  const { customer } = event.data.object;
  const customerRef = typeof customer === 'string' ? customer : (customer?.id ?? null);
  if (customerRef === null) return null;
  const { available } = await stripe.customers.retrieveCashBalance(customerRef);
  const held = Object.entries(available ?? {}).flatMap(([code, minor]): Money[] => {
    const currency = code.toUpperCase();
    return minor > 0 && isCurrency(currency) ? [money(BigInt(minor), currency)] : [];
  });
  return { customerRef, held };
};
