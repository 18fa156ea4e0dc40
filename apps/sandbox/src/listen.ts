import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

type Fetch = Parameters<typeof getRequestListener>[0];

/** Serves a Hono app. Closing also ends connections that are kept alive, so that nothing holds the process. */
export const listen = (fetch: Fetch, hostname: string, port: number): Promise<Listener> => {
  const server: Server = createServer(getRequestListener(fetch, { overrideGlobalObjects: false }));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
};
