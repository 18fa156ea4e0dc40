import { checkDatabase, createDatabase } from '@zahlwerk/db/client';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { createLinkTokens } from '../auth/link-token.ts';
import { createOneTimeCodes } from '../auth/one-time-code.ts';
import { createSecretBox } from '../auth/secret-box.ts';
import type { Env } from '../env.ts';
import type { Doorbell } from '../live/doorbell.ts';
import { createStreamPlaces } from '../live/stream-places.ts';
import type { Ports } from '../ports.ts';
import { createMailer } from '../resend/mailer.ts';
import { createStripeAccounts } from '../stripe/accounts.ts';
import { createTexter } from '../twilio/texter.ts';
import { createViesRegister } from '../vies/vies-register.ts';
import type { InlineJobs } from './inline-jobs.ts';

/** What is wrong with the surroundings of the seed, in one sentence for a person. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Nobody reads live while the past is being told. */
const SILENT: Doorbell = {
  ring: () => {},
  listenTo: () => {
    throw new Error('Nobody listens at this door.');
  },
  listeners: () => 0,
  stop: async () => {},
};

/** The desk will listen where the links in the mails of the past lead to. */
const isLocal = (host: string): boolean => host === '127.0.0.1' || host === '0.0.0.0';

const JOBS_AND_ACT = 8;

export interface OpenPorts {
  readonly ports: Ports;
  readonly close: () => Promise<void>;
}

/** The outside world for a process that plays the demo's past: the same as the desk's, with its jobs done inline. */
export const openPorts = async (env: Env, log: Logger, jobs: InlineJobs): Promise<OpenPorts> => {
  if (env.mode !== 'demo') throw new DemoError('A demo business belongs into demo mode only.');
  if (!env.resend)
    throw new DemoError('The demo sends its mails to a stand-in: set RESEND_API_KEY and RESEND_BASE_URL.');
  const url = env.databaseUrl;
  const db = createDatabase(url, { role: 'zahlwerk_app', connections: JOBS_AND_ACT });
  const systemDb = createDatabase(url, { role: 'zahlwerk_system', connections: 2 });
  await checkDatabase(db);
  await checkDatabase(systemDb);
  const box = createSecretBox(env.appSecret);
  const publicUrl = env.publicUrl ?? `http://${isLocal(env.host) ? 'localhost' : env.host}:${env.port}`;
  const ports: Ports = {
    env,
    publicUrl,
    db,
    systemDb,
    jobs,
    doorbell: SILENT,
    streams: createStreamPlaces(),
    closing: new AbortController().signal,
    links: createLinkTokens(env.appSecret),
    codes: createOneTimeCodes(env.appSecret),
    box,
    stripe: createStripeAccounts({ database: db, decrypt: box.open, apiBase: env.stripe?.apiBase ?? null }),
    mailer: createMailer(env.resend),
    texter: env.twilio ? createTexter({ ...env.twilio, publicUrl }) : null,
    vatRegister: env.vies ? createViesRegister(env.vies) : null,
    log,
    newId: () => uuidv7(),
  };
  return {
    ports,
    close: async () => {
      await Promise.all([db.close(), systemDb.close()]);
    },
  };
};
