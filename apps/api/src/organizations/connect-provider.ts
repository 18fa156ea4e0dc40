import type Stripe from 'stripe';
import { type FieldError, NotAllowed, ValidationFailed } from '../graphql/errors.ts';
import type { Ports } from '../ports.ts';
import { isAway, isKeyRefused } from '../stripe/provider-error.ts';
import { createStripe } from '../stripe/stripe.client.ts';

/** What the provider has to tell us by itself; everything else is asked for. */
export const EVENTS = [
  'charge.refunded',
  'charge.updated',
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
  'checkout.session.completed',
  'checkout.session.expired',
  'customer_cash_balance_transaction.created',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.partially_funded',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'payout.created',
  'payout.failed',
  'payout.paid',
  'payout.reconciliation_completed',
  'refund.created',
  'refund.failed',
  'refund.updated',
  'terminal.reader.action_failed',
  'terminal.reader.action_succeeded',
] as const satisfies readonly Stripe.WebhookEndpointCreateParams.EnabledEvent[];

export interface KnownAccount {
  readonly externalId: string;
  readonly displayName: string;
  readonly liveMode: boolean;
}

const wrongKey = (code: FieldError['code']): ValidationFailed =>
  new ValidationFailed([{ path: ['input', 'secretKey'], code }]);

const LIVE = /^(sk|rk)_live_/;
const TEST = /^(sk|rk)_test_/;

/** Rule 16: no live key in a demo, no test key in production. */
export const refuseKeyByMode = (secretKey: string, mode: 'DEMO' | 'PRODUCTION'): void => {
  if (!LIVE.test(secretKey) && !TEST.test(secretKey)) throw wrongKey('MALFORMED');
  if (LIVE.test(secretKey) && mode === 'DEMO')
    throw new NotAllowed('LIVE_KEY_IN_DEMO', ['input', 'secretKey']);
  if (TEST.test(secretKey) && mode === 'PRODUCTION')
    throw new NotAllowed('TEST_KEY_IN_PRODUCTION', ['input', 'secretKey']);
};

const clientFor = ({ env }: Ports, secretKey: string): Stripe =>
  createStripe({ secretKey, apiBase: env.stripe?.apiBase ?? null });

/** Asks the provider whose key this is. Throws `ValidationFailed` when the provider does not take it. */
export const askForAccount = async (ports: Ports, secretKey: string): Promise<KnownAccount> => {
  const account = await clientFor(ports, secretKey)
    .accounts.retrieveCurrent()
    .catch((error: unknown) => {
      throw isKeyRefused(error) ? wrongKey('KEY_REFUSED') : error;
    });
  return {
    externalId: account.id,
    displayName: account.settings?.dashboard.display_name || account.business_profile?.name || account.id,
    liveMode: LIVE.test(secretKey),
  };
};

/** Where the provider sends the events of an account. */
export const addressFor = ({ publicUrl }: Pick<Ports, 'publicUrl'>, accountId: string): string =>
  `${publicUrl}/webhooks/stripe/${accountId}`;

/**
 * Has the provider send its events to our address for this account and returns the secret that signs them. Null where
 * the provider cannot reach this desk; then it is asked instead. Our id of the account is the idempotency key. Throws
 * when the provider does not answer: connected without events it would be deaf for good.
 */
export const registerForEvents = async (
  ports: Ports,
  accountId: string,
  secretKey: string,
): Promise<string | null> => {
  const url = addressFor(ports, accountId);
  try {
    const endpoint = await clientFor(ports, secretKey).webhookEndpoints.create(
      { url, enabled_events: [...EVENTS] },
      { idempotencyKey: `webhook-endpoint:${accountId}` },
    );
    return endpoint.secret ?? null;
  } catch (error) {
    if (isAway(error)) throw error;
    ports.log.warn({ err: error }, 'the provider does not accept our address for its events');
    return null;
  }
};
