import type { Delivery, DeliveryAttempt } from '../../state/records.ts';
import type { World } from '../world.ts';
import { CONFIGURED_ENDPOINT } from './enqueue.ts';
import { signatureHeader } from './signature.ts';

const TIMEOUT_MS = 10_000;

/** Seconds after each failed attempt until the next one: about three days in all, as Stripe keeps trying. */
const BACKOFF_SECONDS = [5, 30, 120, 600, 3600, 6 * 3600, 12 * 3600, 24 * 3600, 24 * 3600];

interface Target {
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

const targetOf = (world: World, account: string, delivery: Delivery): Target | undefined => {
  const tables = world.store.tablesOf(account);
  const event = tables.events.get(delivery.event);
  if (!event) return undefined;
  if (delivery.endpoint === CONFIGURED_ENDPOINT) {
    const configured = world.configuredEndpoint;
    // It hears all accounts, as a Connect endpoint does, so each event says whose it is.
    return (
      (configured && {
        url: configured.url.replaceAll('{account}', account),
        secret: configured.secret,
        body: JSON.stringify({ ...event, account }, null, 2),
      }) ??
      undefined
    );
  }
  const endpoint = tables.webhookEndpoints.get(delivery.endpoint);
  return endpoint?.status === 'enabled'
    ? { url: endpoint.url, secret: endpoint.secret, body: JSON.stringify(event, null, 2) }
    : undefined;
};

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
};

const post = async (
  { url, secret, body }: Target,
  signal: AbortSignal,
): Promise<Omit<DeliveryAttempt, 'at'>> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'Stripe-Signature': signatureHeader(body, secret, Math.floor(Date.now() / 1000)),
      },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    return { status: response.status, error: response.ok ? null : `HTTP ${response.status}` };
  } catch (error) {
    return { status: null, error: reasonOf(error) };
  }
};

const after = (delivery: Delivery, attempt: DeliveryAttempt): Delivery => {
  const attempts = [...delivery.attempts, attempt];
  if (attempt.error === null) return { ...delivery, attempts, state: 'delivered', nextTryAt: null };
  const pause = BACKOFF_SECONDS[attempts.length - 1];
  return pause === undefined
    ? { ...delivery, attempts, state: 'given_up', nextTryAt: null }
    : { ...delivery, attempts, state: 'pending', nextTryAt: attempt.at + pause };
};

/** Sends one delivery and records the attempt; the endpoint may have been deleted meanwhile. */
export const sendDelivery = async (
  world: World,
  account: string,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> => {
  const table = world.store.tablesOf(account).deliveries;
  const target = targetOf(world, account, delivery);
  const result = target ? await post(target, signal) : null;
  if (signal.aborted) return;
  const current = table.get(delivery.id);
  if (!current) return;
  world.store.work(() =>
    table.put(
      result
        ? after(current, { at: world.clock.now(), ...result })
        : { ...current, state: 'given_up', nextTryAt: null },
    ),
  );
};
