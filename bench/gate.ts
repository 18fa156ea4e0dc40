import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the provider delivers passes here on its way to the desk, is noted, and can be kept out. */
export interface Gate {
  readonly url: string;
  /** Where the desk listens, once it does. */
  readonly leadTo: (deskUrl: string) => void;
  /** Answers 503 instead of the desk, or no longer. */
  readonly close: (isClosed: boolean) => void;
  /** The id of a PaymentIntent → when its first delivery was let through, in `performance.now()`. */
  readonly firstDelivery: ReadonlyMap<string, number>;
  readonly letThrough: () => number;
  readonly stop: () => Promise<void>;
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
  let passed = 0;
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    if (isClosed) return void response.writeHead(503).end();
    const intent = intentOf(body);
    if (!firstDelivery.has(intent)) firstDelivery.set(intent, performance.now());
    const answer = await fetch(`${deskUrl}${request.url}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'stripe-signature': String(request.headers['stripe-signature']),
      },
      body,
    });
    if (answer.ok) passed += 1;
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
    firstDelivery,
    letThrough: () => passed,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
