import type Stripe from 'stripe';
import type { TestCard } from '../cards/test-card.ts';
import { cardByNumber } from '../cards/test-cards.ts';
import { invalidRequest } from '../http/stripe-error.ts';
import { authorizeCard } from '../payments/authorize-card.ts';
import { createPresentMethod } from '../payments/payment-method.ts';
import type { Scope } from '../world.ts';
import { failAction, type ReaderFailure, succeedAction } from './reader-action.ts';

type Reader = Stripe.Terminal.Reader;

/** The payment a reader is showing, or a refusal when it shows none. */
export const shownOn = (scope: Scope, reader: Reader) => {
  const action = reader.action;
  const id = action?.process_payment_intent?.payment_intent;
  const intent = typeof id === 'string' ? scope.tables.paymentIntents.get(id) : undefined;
  if (action?.status !== 'in_progress' || !intent) {
    throw invalidRequest(
      'There is no action in progress on this reader: process a PaymentIntent on it first.',
    );
  }
  return { action, intent };
};

const authorize = (scope: Scope, reader: Reader, intent: Stripe.PaymentIntent, card: TestCard) => {
  const method = createPresentMethod(scope, card);
  const presented = scope.tables.paymentIntents.put({ ...intent, payment_method: method.id });
  return authorizeCard(scope, presented, method, card, null, {
    id: reader.id,
    location: typeof reader.location === 'string' ? reader.location : null,
  });
};

/** A customer holds a card to a simulated reader, and the bank is asked. */
export const presentCard = (scope: Scope, reader: Reader, number: string): Reader => {
  const { action, intent } = shownOn(scope, reader);
  const card = cardByNumber(number);
  if (!card) {
    throw invalidRequest(`This is no test card: ${number}`, { param: 'card_present[number]' });
  }
  const { failure } = authorize(scope, reader, intent, card);
  return failure
    ? failAction(scope, reader, action, { by: 'stripe', failure })
    : succeedAction(scope, reader, action);
};

/** Something happens at the reader before any card is read: the payment stays open. */
export const abandon = (
  scope: Scope,
  reader: Reader,
  why: Extract<ReaderFailure, { by: 'reader' }>,
): Reader => failAction(scope, reader, shownOn(scope, reader).action, why);
