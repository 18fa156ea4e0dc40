import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** What the provider delivers passes here on its way to the desk, is noted, and can be kept out. */
export interface Gate {
  readonly url: string;
  /** Where the desk listens, once it does. */
  readonly leadTo: (deskUrl: string) => void;
  /** Answers 503 instead of the desk, or no longer. */
  readonly close: (isClosed: boolean) => void;
  /** Takes deliveries in the desk's place, and keeps them until they are released. */
  readonly hold: () => void;
  /**
   * Delivers what was held at this pace, whether or not the desk keeps up: a provider with many senders waits for
   * nobody. Resolves once all are answered.
   */
  readonly release: (perSecond: number) => Promise<void>;
  readonly held: () => number;
  /** The id of a PaymentIntent → when its first delivery was let through, in `performance.now()`. */
  readonly firstDelivery: ReadonlyMap<string, number>;
  readonly letThrough: () => number;
  readonly stop: () => Promise<void>;
}

/** A delivery as it came, to be handed on byte for byte: it is signed. */
interface Delivery {
  readonly path: string;
  readonly signature: string;
  readonly body: string;
}

interface Delivered {
  readonly data: { readonly object: { readonly id: string; readonly payment_intent?: string | null } };
}

const intentOf = (body: string): string => {
  const { data } = JSON.parse(body) as Delivered;
  return data.object.payment_intent ?? data.object.id;
};

export const openGate = async (): Promise<Gate> => {
  const firstDelivery = new Map<string, number>();
  let deskUrl = '';
  let isClosed = false;
  let isHolding = false;
  let passed = 0;
  const kept: Delivery[] = [];
  const deliver = async ({ path, signature, body }: Delivery): Promise<Response> => {
    const intent = intentOf(body);
    if (!firstDelivery.has(intent)) firstDelivery.set(intent, performance.now());
    const answer = await fetch(`${deskUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      body,
    });
    if (answer.ok) passed += 1;
    return answer;
  };
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signature = String(request.headers['stripe-signature']);
    const delivery = { path: request.url ?? '', signature, body: await text(request) };
    if (isClosed) return void response.writeHead(503).end();
    if (isHolding) {
      kept.push(delivery);
      return void response.writeHead(200).end();
    }
    const answer = await deliver(delivery);
    response.writeHead(answer.status).end(await answer.text());
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.writeHead(502).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => {
      deskUrl = url;
    },
    close: (closed) => {
      isClosed = closed;
    },
    hold: () => {
      isHolding = true;
    },
    held: () => kept.length,
    release: async (perSecond) => {
      isHolding = false;
      const started = performance.now();
      const answers = kept.splice(0).map(async (delivery, index) => {
        await pause(started + (index * 1_000) / perSecond - performance.now());
        return (await deliver(delivery)).ok;
      });
      const refused = (await Promise.all(answers)).filter((isTaken) => !isTaken).length;
      if (refused > 0) throw new Error(`The desk has refused ${refused} deliveries.`);
    },
    firstDelivery,
    letThrough: () => passed,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
