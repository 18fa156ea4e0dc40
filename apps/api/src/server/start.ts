import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkDatabase, createDatabase } from '@zahlwerk/db/client';
import { connectionOptions } from '@zahlwerk/db/connection';
import { migrate } from '@zahlwerk/db/migrate';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { createAuth } from '../auth/auth.ts';
import { createAuthenticate } from '../auth/authenticate.ts';
import { createLinkTokens } from '../auth/link-token.ts';
import { createOneTimeCodes } from '../auth/one-time-code.ts';
import { createSecretBox } from '../auth/secret-box.ts';
import type { Env } from '../env.ts';
import { createGraphql } from '../graphql/yoga.ts';
import { startJobs } from '../jobs/pg-boss-jobs.ts';
import { createDoorbell, notifyThrough } from '../live/doorbell.ts';
import { createStreamPlaces } from '../live/stream-places.ts';
import type { Ports } from '../ports.ts';
import { createMailer, noMailer } from '../resend/mailer.ts';
import { schema } from '../schema.ts';
import { createStripeAccounts } from '../stripe/accounts.ts';
import { createTexter } from '../twilio/texter.ts';
import { createViesRegister } from '../vies/vies-register.ts';
import { createApp } from './app.ts';
import { openHttpServer } from './http-server.ts';
import { webhooksRoute } from './webhooks.route.ts';

const ROOT = new URL('../../../../', import.meta.url);

export interface StartSettings {
  readonly env: Env;
  readonly log: Logger;
  /** What this process works on beside answering; none in tests that look at single jobs. */
  readonly registerWorkers: (ports: Ports) => Promise<void>;
}

export interface RunningApi {
  readonly url: string;
  readonly ports: Ports;
  readonly auth: ReturnType<typeof createAuth>;
  /** Ends streams, requests, jobs and connections, in this order, in less than five seconds. */
  readonly stop: () => Promise<void>;
}

/** Puts the API together: port, database, queue, bell, schema, routes. Fails with one sentence or runs. */
export const startApi = async ({ env, log, registerWorkers }: StartSettings): Promise<RunningApi> => {
  const server = await openHttpServer(env.port, env.host);
  const publicUrl = env.publicUrl ?? server.address;
  await migrate(env.databaseUrl);
  const onConnectionLost = (error: Error): void => log.warn({ err: error }, 'a database connection was lost');
  const db = createDatabase(env.databaseUrl, { role: 'zahlwerk_app', connections: 20, onConnectionLost });
  const systemDb = createDatabase(env.databaseUrl, {
    role: 'zahlwerk_system',
    connections: 6,
    onConnectionLost,
  });
  await checkDatabase(db);
  await checkDatabase(systemDb);
  const jobs = await startJobs({ url: env.databaseUrl, log });
  const doorbell = createDoorbell({
    connection: connectionOptions(env.databaseUrl, 'zahlwerk_system'),
    notify: notifyThrough(systemDb.pool),
    log,
  });
  const links = createLinkTokens(env.appSecret);
  const box = createSecretBox(env.appSecret);
  const closing = new AbortController();
  const ports: Ports = {
    env,
    publicUrl,
    db,
    systemDb,
    jobs,
    doorbell,
    streams: createStreamPlaces(),
    closing: closing.signal,
    links,
    codes: createOneTimeCodes(env.appSecret),
    box,
    stripe: createStripeAccounts({ database: db, decrypt: box.open, apiBase: env.stripe?.apiBase ?? null }),
    mailer: env.resend ? createMailer(env.resend) : noMailer,
    texter: env.twilio ? createTexter({ ...env.twilio, publicUrl }) : null,
    vatRegister: env.vies ? createViesRegister(env.vies) : null,
    log,
    newId: () => uuidv7(),
  };
  const auth = createAuth({ env, publicUrl, db, systemDb, hashOf: links.hashOf, jobs, log });
  const authenticate = createAuthenticate({ auth, db, systemDb });
  // Whoever is told that the desk is ready may count on its workers, too.
  await registerWorkers(ports);
  server.serve(
    createApp({
      ports,
      auth,
      authenticate,
      graphql: createGraphql({ schema, ports, authenticate }),
      sdl: await readFile(new URL('schema.graphql', ROOT), 'utf8'),
      webhooks: webhooksRoute(ports),
      panelFolder: fileURLToPath(new URL('apps/admin/dist', ROOT)),
    }),
  );
  return {
    url: server.address,
    ports,
    auth,
    stop: async () => {
      closing.abort();
      await Promise.all([doorbell.stop(), server.stop(), jobs.stop()]);
      await Promise.all([db.close(), systemDb.close()]);
    },
  };
};
