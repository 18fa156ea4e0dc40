import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { refuse, type Shell } from './shell.ts';

/** How long requests under way may take to end when the server stops. */
const DRAIN_MS = 2_500;

/**
 * Longer than proxies keep a connection idle (60 s with nginx and the large clouds): whoever closes it first breaks a
 * request that the other one is just sending over it.
 */
const KEEP_ALIVE_MS = 75_000;

export interface HttpServer {
  /** Where it listens, such as `http://localhost:4000`. */
  readonly address: string;
  /** From now on this answers; until then everything is refused as not ready. */
  readonly serve: (app: Hono<Shell>) => void;
  /** Accepts nothing more, lets what is under way end for a moment, then breaks it off. */
  readonly stop: () => Promise<void>;
}

/** A port that cannot be had, said in one sentence. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const REASON: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'needs rights that this user does not have',
  EADDRNOTAVAIL: 'is not on this machine',
};

const listen = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new ListenError(`${host}:${port} ${REASON[error.code ?? ''] ?? `cannot be used (${error.code})`}.`),
      ),
    );
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

const notReady = (): Hono<Shell> =>
  new Hono<Shell>()
    .get('/healthz', (c) => c.json({ status: 'starting' }))
    .all('*', (c) => refuse(c, 503, 'STARTING', 'The desk is starting.'));

/** Takes the port at once, so that a taken one is known before anything else is done. */
export const openHttpServer = async (port: number, host: string): Promise<HttpServer> => {
  let app = notReady();
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
  });
  const server = createServer(
    {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: 16_384,
    },
    listener,
  );
  const { port: taken } = await listen(server, port, host);
  const name =
    host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${name}:${taken}`,
    serve: (next) => {
      app = next;
    },
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.race([closed, delay(DRAIN_MS, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
};
