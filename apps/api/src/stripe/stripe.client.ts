import Stripe from 'stripe';

/** The API version that the pinned SDK speaks; the sandbox speaks the same. */
export interface StripeSettings {
  readonly secretKey: string;
  /** Only in demo mode: where the local stand-in listens. Null is Stripe itself. */
  readonly apiBase: string | null;
}

/** The official SDK; its own retries reuse the idempotency key that each call carries. */
export const createStripe = ({ secretKey, apiBase }: StripeSettings): Stripe => {
  const options = { maxNetworkRetries: 2, timeout: 20_000, telemetry: false, appInfo: { name: 'Zahlwerk' } };
  if (!apiBase) return new Stripe(secretKey, options);
  const { protocol, hostname, port } = new URL(apiBase);
  return new Stripe(secretKey, {
    ...options,
    host: hostname,
    port,
    protocol: protocol === 'https:' ? 'https' : 'http',
  });
};
