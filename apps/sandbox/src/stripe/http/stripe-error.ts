import type Stripe from 'stripe';

type Body = Omit<Stripe.StripeRawError, 'headers' | 'statusCode' | 'requestId' | 'type'> & {
  type: NonNullable<Stripe.StripeRawError['type']>;
};
type Details = Partial<Pick<Body, 'param' | 'code'>>;

/** An error as Stripe answers it: an HTTP status and an error object. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: Body;
  /** The request has changed something although it is answered with an error (a declined card, for one). */
  readonly hasEffect: boolean;

  constructor(status: number, body: Body, hasEffect = false) {
    super(body.message ?? body.type);
    this.status = status;
    this.body = body.code ? { ...body, doc_url: docUrl(body.code) } : body;
    this.hasEffect = hasEffect;
  }
}

export const docUrl = (code: string): string =>
  `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;

export const invalidRequest = (message: string, details: Details = {}, status = 400): StripeError =>
  new StripeError(status, { type: 'invalid_request_error', message, ...details });

/** 404 for an object named in the path, 400 for one named by a parameter. */
export const missing = (what: string, id: string, param = 'id'): StripeError =>
  invalidRequest(`No such ${what}: '${id}'`, { code: 'resource_missing', param }, param === 'id' ? 404 : 400);

export const missingParameter = (param: string): StripeError =>
  invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });

export const idempotencyError = (message: string): StripeError =>
  new StripeError(400, { type: 'idempotency_error', message });

/** 409: the first request with this key has not been answered yet. */
export const keyInUse = (key: string): StripeError =>
  new StripeError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });

/** 402: the card or bank refused. What the attempt has changed stays. */
export const cardError = (body: Omit<Body, 'type'>): StripeError =>
  new StripeError(402, { ...body, type: 'card_error' }, true);
