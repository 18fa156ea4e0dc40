import type Stripe from 'stripe';
import { invalidRequest } from '../http/stripe-error.ts';
import type { CardFailure } from '../payments/card-error.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

type Reader = Stripe.Terminal.Reader;
type Action = Stripe.Terminal.Reader.Action;

/** Why a reader did not do what it was asked: the card was refused, or something happened at the reader itself. */
export type ReaderFailure =
  | { readonly by: 'stripe'; readonly failure: CardFailure }
  | { readonly by: 'reader'; readonly code: string; readonly message: string };

const change = (scope: Scope, reader: Reader, action: Action | null): Reader =>
  scope.tables.readers.put({ ...reader, action, last_seen_at: scope.now() * 1000 });

export const requireOnline = (reader: Reader): void => {
  if (reader.status === 'online') return;
  throw invalidRequest(
    'Reader is currently offline, please ensure the reader is powered on and connected to the internet before retrying.',
    { code: 'terminal_reader_offline' },
  );
};

/** Shows a payment on the reader. What it has shown before and nobody has paid is gone. */
export const startPayment = (
  scope: Scope,
  reader: Reader,
  process: Action['process_payment_intent'] & object,
): Reader => {
  const started = change(scope, reader, {
    api_error: null,
    failure_code: null,
    failure_message: null,
    process_payment_intent: process,
    status: 'in_progress',
    type: 'process_payment_intent',
  });
  emit(scope, 'terminal.reader.action_updated', started);
  return started;
};

export const clearAction = (scope: Scope, reader: Reader): Reader => change(scope, reader, null);

export const succeedAction = (scope: Scope, reader: Reader, action: Action): Reader => {
  const done = change(scope, reader, { ...action, status: 'succeeded' });
  emit(scope, 'terminal.reader.action_succeeded', done);
  return done;
};

const apiErrorOf = ({
  payment_method: _method,
  ...failure
}: CardFailure): Stripe.Terminal.Reader.Action.ApiError => ({
  ...(failure.charge ? { charge: failure.charge } : {}),
  ...(failure.code ? { code: failure.code } : {}),
  ...(failure.decline_code ? { decline_code: failure.decline_code } : {}),
  ...(failure.doc_url ? { doc_url: failure.doc_url } : {}),
  ...(failure.message ? { message: failure.message } : {}),
  type: failure.type,
});

export const failAction = (scope: Scope, reader: Reader, action: Action, why: ReaderFailure): Reader => {
  const failed = change(scope, reader, {
    ...action,
    api_error: why.by === 'stripe' ? apiErrorOf(why.failure) : null,
    failure_code: why.by === 'stripe' ? (why.failure.code ?? 'card_declined') : why.code,
    failure_message: why.by === 'stripe' ? (why.failure.message ?? '') : why.message,
    status: 'failed',
  });
  emit(scope, 'terminal.reader.action_failed', failed);
  return failed;
};
