import Stripe from 'stripe';
import { isUnknownObject } from './unknown-object.ts';

type Reader = Stripe.Terminal.Reader;

const PROBLEM: Readonly<Record<string, 'READER_OFFLINE' | 'READER_BUSY'>> = {
  terminal_reader_offline: 'READER_OFFLINE',
  terminal_reader_timeout: 'READER_OFFLINE',
  terminal_reader_busy: 'READER_BUSY',
};

/** Why a reader does not do what it is asked; null for any other error. */
export const readerProblem = (error: unknown): 'READER_OFFLINE' | 'READER_BUSY' | null =>
  error instanceof Stripe.errors.StripeError ? (PROBLEM[error.code ?? ''] ?? null) : null;

/** The payment is over, here or there: no reader can take it any more. */
export const isOver = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError &&
  ['intent_invalid_state', 'payment_intent_unexpected_state'].includes(error.code ?? '');

/** How a reader stands right now; null for one that the provider does not know any more. */
export const lookAtReader = async (stripe: Stripe, providerRef: string): Promise<Reader | null> => {
  try {
    const reader = await stripe.terminal.readers.retrieve(providerRef);
    return reader.deleted ? null : reader;
  } catch (error) {
    if (isUnknownObject(error)) return null;
    throw error;
  }
};

/** The payment that a reader was asked for last, whatever has become of it. */
export const intentAtReader = ({ action }: Reader): string | null => {
  const intent = action?.process_payment_intent?.payment_intent;
  return typeof intent === 'string' ? intent : (intent?.id ?? null);
};

/** The payment for which a reader waits for a card; null while it waits for none. */
export const awaitedAtReader = (reader: Reader): string | null =>
  reader.action?.status === 'in_progress' ? intentAtReader(reader) : null;

/** Has the reader show a payment and wait for a card. Who stands before it may call it off there. */
export const showAtReader = (stripe: Stripe, providerRef: string, intentId: string): Promise<unknown> =>
  stripe.terminal.readers.processPaymentIntent(providerRef, {
    payment_intent: intentId,
    process_config: { enable_customer_cancellation: true },
  });

/**
 * Has the reader wait for this payment no longer, and leaves it alone when it shows another one. A reader that cannot be
 * reached, or reads a card right now, is no obstacle: its payment is canceled next, or has come.
 */
export const clearReader = async (stripe: Stripe, providerRef: string, intentId: string): Promise<void> => {
  const reader = await lookAtReader(stripe, providerRef);
  if (!reader || awaitedAtReader(reader) !== intentId) return;
  await stripe.terminal.readers.cancelAction(providerRef).catch((error: unknown) => {
    if (!readerProblem(error)) throw error;
  });
};
