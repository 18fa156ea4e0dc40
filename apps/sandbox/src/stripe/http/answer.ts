import { setTimeout as wait } from 'node:timers/promises';
import type { IdempotencyRecord } from '../../state/records.ts';
import type { ApiLever } from '../faults.ts';
import type { Scope } from '../world.ts';
import { secretKeyRequired } from './api-key.ts';
import type { Endpoint } from './endpoint.ts';
import { expand } from './expand.ts';
import type { RawMap } from './form.ts';
import { firstAnswer, isKept, keepAnswer } from './idempotency.ts';
import { StripeError } from './stripe-error.ts';

export interface ApiRequest {
  readonly scope: Scope;
  readonly endpoint: Endpoint;
  readonly path: string;
  readonly id: string;
  readonly part: string;
  readonly isPublishable: boolean;
  readonly raw: RawMap;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

const asJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

const errorReply = (error: StripeError, headers: Record<string, string> = {}): Reply => ({
  status: error.status,
  body: asJson({ error: error.body }),
  headers,
});

const rateLimit = (code: 'rate_limit' | 'lock_timeout'): Reply =>
  errorReply(
    new StripeError(429, {
      type: 'invalid_request_error',
      code,
      message:
        code === 'rate_limit'
          ? 'Request rate limit exceeded. Learn more about rate limits: https://stripe.com/docs/rate-limits.'
          : 'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
    }),
    { 'Stripe-Should-Retry': code === 'lock_timeout' ? 'true' : 'false' },
  );

const serverError = () => new StripeError(500, { type: 'api_error', message: 'An unknown error occurred.' });

const handlerOf = ({ endpoint, isPublishable }: ApiRequest) => {
  const handle = isPublishable ? endpoint.publicly : endpoint.handle;
  if (!handle) throw secretKeyRequired();
  return handle;
};

const replayed = (first: IdempotencyRecord): Reply => ({
  status: first.status,
  body: first.body,
  headers: { 'Idempotent-Replayed': 'true', 'Original-Request': first.requestId },
});

/** What an endpoint answers. A refusal is an answer only when it is itself an effect; any other is thrown. */
const run = (request: ApiRequest, lever: ApiLever | undefined): Reply => {
  try {
    const { answer, expand: paths } = handlerOf(request)(request.scope, request, request.raw);
    if (lever === 'server_error_after') return errorReply(serverError());
    return { status: 200, body: asJson(expand(request.scope, answer, paths)), headers: {} };
  } catch (error) {
    if (error instanceof StripeError && error.hasEffect) return errorReply(error);
    throw error;
  }
};

/** Carries a request out and keeps its answer for its idempotency key, all in one unit of work. */
const execute = (request: ApiRequest, lever: ApiLever | undefined): Reply => {
  const { scope, endpoint, requestId, idempotencyKey } = request;
  const { store } = scope.world;
  const keyed =
    idempotencyKey === null ? null : { key: idempotencyKey, endpoint: request.path, raw: request.raw };
  const kept = (reply: Reply): Reply => {
    if (keyed) keepAnswer(scope, keyed, { status: reply.status, body: reply.body, requestId });
    if (endpoint.method !== 'POST') return reply;
    return { ...reply, headers: { ...reply.headers, 'Original-Request': requestId } };
  };
  try {
    return store.work(() => {
      const first = keyed ? firstAnswer(scope, keyed) : undefined;
      return first ? replayed(first) : kept(run(request, lever));
    });
  } catch (error) {
    if (!(error instanceof StripeError) || !isKept(error)) throw error;
    // What the endpoint had begun is undone by now; only its refusal stays.
    return store.work(() => kept(errorReply(error)));
  }
};

/** Answers one API request, or does not, as the pulled levers have it. */
export const answer = async (request: ApiRequest): Promise<Reply | 'no answer'> => {
  const fault = request.scope.world.faults.takeForRequest(request.endpoint.method, request.path);
  if (fault && fault.holdMs > 0) await wait(fault.holdMs);
  switch (fault?.lever) {
    case 'timeout_before':
      return 'no answer';
    case 'rate_limit':
    case 'lock_timeout':
      return rateLimit(fault.lever);
    case 'server_error_before':
      return errorReply(serverError());
    default: {
      const reply = execute(request, fault?.lever);
      return fault?.lever === 'timeout_after' ? 'no answer' : reply;
    }
  }
};
