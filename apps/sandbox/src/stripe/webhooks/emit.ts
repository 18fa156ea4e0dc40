import type Stripe from 'stripe';
import { API_VERSION } from '../api-version.ts';
import { newId } from '../ids.ts';
import type { Scope } from '../world.ts';
import { endpointsFor, enqueueDeliveries } from './enqueue.ts';

export type EventType = Stripe.Event['type'];
type EventOf<T extends EventType> = Extract<Stripe.Event, { type: T }>;
type EventObject<T extends EventType> = EventOf<T>['data']['object'];

/** Records an event with a snapshot of its object, and puts it on its way to every endpoint that wants it. */
export const emit = <T extends EventType>(
  scope: Scope,
  type: T,
  object: EventObject<T>,
  previous?: Partial<EventObject<T>>,
): void => {
  const endpoints = endpointsFor(scope, type);
  const event: Stripe.EventBase = {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: scope.now(),
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: scope.request,
    type,
  };
  scope.tables.events.put(event);
  enqueueDeliveries(scope, event, endpoints);
};
