import type { IdempotencyRecord } from '../../state/records.ts';
import type { Scope } from '../world.ts';
import { canonical, type RawMap } from './form.ts';
import { idempotencyError, invalidRequest, type StripeError } from './stripe-error.ts';

const KEPT_FOR_SECONDS = 24 * 3600;

export interface KeyedRequest {
  readonly key: string;
  /** Method and path. */
  readonly endpoint: string;
  readonly raw: RawMap;
}

const recordId = (scope: Scope, key: string) => `${scope.account}/${key}`;

export const checkKey = (key: string): void => {
  if (key.length > 255) throw invalidRequest('Idempotency-Key must be at most 255 characters.');
};

/** The first answer to this key, if there is one; refuses the key for another request. */
export const firstAnswer = (
  scope: Scope,
  { key, endpoint, raw }: KeyedRequest,
): IdempotencyRecord | undefined => {
  const record = scope.tables.idempotencyRecords.get(recordId(scope, key));
  if (!record || scope.now() - record.created > KEPT_FOR_SECONDS) return undefined;
  if (record.endpoint !== endpoint) {
    throw idempotencyError(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${record.endpoint}' instead of '${endpoint}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  if (record.parameters !== canonical(raw)) {
    throw idempotencyError(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  return record;
};

export const keepAnswer = (
  scope: Scope,
  { key, endpoint, raw }: KeyedRequest,
  answer: { status: number; body: string; requestId: string },
): void => {
  scope.tables.idempotencyRecords.put({
    id: recordId(scope, key),
    endpoint,
    parameters: canonical(raw),
    created: scope.now(),
    ...answer,
  });
};

/** Refusals that depend on the state of an object, so that the endpoint had begun its work when it refused. */
const BY_STATE = [
  'balance_insufficient',
  'charge_already_refunded',
  'charge_disputed',
  'intent_invalid_state',
  'payment_intent_unexpected_state',
  'setup_intent_unexpected_state',
  'terminal_reader_offline',
];

/**
 * An error is replayed when the request has changed something or had begun its work; a refused parameter, 401 and 429
 * leave the key free (docs.stripe.com/error-low-level#idempotency).
 */
export const isKept = (error: StripeError): boolean =>
  error.hasEffect || BY_STATE.includes(error.body.code ?? '');
