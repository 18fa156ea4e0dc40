import { setTimeout as wait } from 'node:timers/promises';
import type { ApiLever } from '../faults.ts';
import type { Scope } from '../world.ts';
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

/** Carries a request out and keeps its answer for its idempotency key, all in one unit of work. */
const execute = (request: ApiRequest, lever: ApiLever | undefined): Reply => {
  const { scope, endpoint, requestId, idempotencyKey } = request;
  const method = endpoint.method;
  const keyed =
    idempotencyKey === null ? null : { key: idempotencyKey, endpoint: request.path, raw: request.raw };
  return scope.world.store.work(() => {
    const first = keyed ? firstAnswer(scope, keyed) : undefined;
    if (first) {
      return {
        status: first.status,
        body: first.body,
        headers: { 'Idempotent-Replayed': 'true', 'Original-Request': first.requestId },
      };
    }
    const run = (): Reply => {
      // An endpoint that refuses leaves nothing behind, unless its refusal is itself an effect.
      const { answer, expand: paths } = endpoint.handle(scope, request, request.raw);
      if (lever === 'server_error_after') return errorReply(serverError());
      return { status: 200, body: asJson(expand(scope, answer, paths)), headers: {} };
    };
    let reply: Reply;
    try {
      reply = run();
    } catch (error) {
      if (!(error instanceof StripeError) || !isKept(error)) throw error;
      reply = errorReply(error);
    }
    if (keyed) keepAnswer(scope, keyed, { status: reply.status, body: reply.body, requestId });
    return method === 'POST'
      ? { ...reply, headers: { ...reply.headers, 'Original-Request': requestId } }
      : reply;
  });
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
