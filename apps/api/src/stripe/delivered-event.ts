import { z } from 'zod';

/** What of a delivered event counts: enough to find its object, which is fetched before anything is believed. */
export interface DeliveredEvent {
  readonly id: string;
  readonly type: string;
  readonly liveMode: boolean;
  /** The account it is of, where it says so: only events that come through a platform do. */
  readonly account: string | null;
  readonly apiVersion: string | null;
  /** Null for an object without an id, and for thin events: nobody here follows those. */
  readonly objectId: string | null;
  /** The PaymentIntent that the object says it belongs to, so that one look at it can answer several events. */
  readonly paymentRef: string | null;
  readonly occurredAt: Date;
}

const head = { id: z.string().min(1), type: z.string().min(1), livemode: z.boolean() };

const snapshotEvent = z.object({
  ...head,
  object: z.literal('event'),
  account: z.string().nullish(),
  api_version: z.string().nullish(),
  created: z.number().int(),
  data: z.object({ object: z.object({ id: z.unknown(), payment_intent: z.unknown().optional() }) }),
});

/** Events of Stripe's second API carry no object, only where it can be asked for. */
const thinEvent = z.object({
  ...head,
  object: z.literal('v2.core.event'),
  context: z.string().nullish(),
  created: z.iso.datetime(),
});

const anyEvent = z.discriminatedUnion('object', [snapshotEvent, thinEvent]);

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Reads an event as it was listed; null when it is none. */
export const toDeliveredEvent = (listed: unknown): DeliveredEvent | null => {
  const { data: event } = anyEvent.safeParse(listed);
  if (!event) return null;
  const { id, type, livemode: liveMode } = event;
  if (event.object === 'v2.core.event')
    return {
      ...{ id, type, liveMode, apiVersion: null, objectId: null, paymentRef: null },
      account: event.context ?? null,
      occurredAt: new Date(event.created),
    };
  const { id: objectId, payment_intent: paymentRef } = event.data.object;
  return {
    ...{ id, type, liveMode, apiVersion: event.api_version ?? null },
    objectId: textOrNull(objectId),
    paymentRef: textOrNull(paymentRef),
    account: event.account ?? null,
    occurredAt: new Date(event.created * 1000),
  };
};

/** Reads the body of a delivery; null when it is no event. */
export const readEvent = (body: string): DeliveredEvent | null => toDeliveredEvent(parse(body));
