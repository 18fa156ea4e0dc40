import type Stripe from 'stripe';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, flag, inRange, list, range, text } from '../http/parameters.ts';
import { invalidRequest, missing } from '../http/stripe-error.ts';
import type { Scope } from '../world.ts';

const KEPT_FOR_SECONDS = 30 * 86_400;

const LIST = {
  ...PAGINATION,
  created: range,
  delivery_success: flag,
  type: text,
  types: list(text),
} satisfies FieldsOf<Stripe.EventListParams>;

const openDeliveries = (scope: Scope): Map<string, number> => {
  const open = new Map<string, number>();
  for (const { event, state } of scope.tables.deliveries.newestFirst()) {
    if (state !== 'delivered') open.set(event, (open.get(event) ?? 0) + 1);
  }
  return open;
};

/** Exact type, or everything below a prefix such as `charge.*`. */
const matches = (type: string, wanted: string): boolean =>
  wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;

export const eventEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/events', LIST, ({ scope, params }) => {
    if (params.type !== undefined && params.types !== undefined) {
      throw invalidRequest('You may only specify one of these parameters: type, types.', {
        code: 'parameters_exclusive',
      });
    }
    const wanted = params.type !== undefined ? [params.type] : params.types;
    const open = openDeliveries(scope);
    const events = scope.tables.events
      .newestFirst()
      .filter((event) => scope.now() - event.created <= KEPT_FOR_SECONDS)
      .filter((event) => wanted === undefined || wanted.some((type) => matches(event.type, type)))
      .filter((event) => params.created === undefined || inRange(event.created, params.created))
      .filter(
        (event) => params.delivery_success === undefined || open.has(event.id) !== params.delivery_success,
      )
      .map((event) => ({ ...event, pending_webhooks: open.get(event.id) ?? 0 }));
    return pageOf(events, params, '/v1/events');
  }),
  endpoint('GET', '/v1/events/:id', {}, ({ scope, id }) => {
    const event = scope.tables.events.get(id);
    if (!event) throw missing('event', id);
    return { ...event, pending_webhooks: openDeliveries(scope).get(id) ?? 0 };
  }),
];
