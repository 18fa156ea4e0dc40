import type Stripe from 'stripe';
import type { Delivery } from '../../state/records.ts';
import { newId } from '../ids.ts';
import type { Scope } from '../world.ts';

/** The id under which the endpoint of the environment appears among the deliveries. */
export const CONFIGURED_ENDPOINT = 'we_configured';

/** The endpoints that want to hear of an event of this type. */
export const endpointsFor = (scope: Scope, type: string): string[] => {
  const own = scope.tables.webhookEndpoints
    .newestFirst()
    .filter((endpoint) => endpoint.status === 'enabled')
    .filter(({ enabled_events: types }) => types.includes('*') || types.includes(type))
    .map((endpoint) => endpoint.id);
  return scope.world.configuredEndpoint ? [CONFIGURED_ENDPOINT, ...own] : own;
};

const held = (scope: Scope): Delivery[] =>
  scope.world.store.shelves.deliveries
    .open()
    .filter(({ account, value }) => account === scope.account && value.state === 'held')
    .map(({ value }) => value);

/** Sends what the reorder lever holds back: last first. */
export const releaseHeld = (scope: Scope): void => {
  const waiting = held(scope);
  const orders = waiting.map((delivery) => delivery.order).sort((a, b) => b - a);
  waiting.forEach((delivery, index) => {
    scope.tables.deliveries.put({
      ...delivery,
      state: 'pending',
      nextTryAt: scope.now(),
      order: orders[index] ?? delivery.order,
    });
  });
};

/** Creates one delivery per endpoint, as the pulled webhook levers allow. */
export const enqueueDeliveries = (
  scope: Scope,
  event: Stripe.EventBase,
  endpoints: readonly string[],
): void => {
  if (endpoints.length === 0) return;
  const fault = scope.world.faults.takeForEvent(event.type);
  const copies = fault?.lever === 'webhook_duplicate' ? 2 : 1;
  const delay = fault?.lever === 'webhook_delay' ? fault.seconds : 0;
  for (const endpoint of endpoints.flatMap((id) => Array.from({ length: copies }, () => id))) {
    const delivery: Delivery = {
      id: newId('whdel'),
      event: event.id,
      endpoint,
      state:
        fault?.lever === 'webhook_drop' ? 'dropped' : fault?.lever === 'webhook_reorder' ? 'held' : 'pending',
      attempts: [],
      nextTryAt:
        fault?.lever === 'webhook_drop' || fault?.lever === 'webhook_reorder' ? null : scope.now() + delay,
      order: scope.world.store.nextSeq(),
    };
    scope.tables.deliveries.put(delivery);
  }
  if (fault?.lever === 'webhook_reorder' && held(scope).length >= fault.batch) releaseHeld(scope);
};
