import { Hono } from 'hono';
import { createVirtualClock, type VirtualClock } from './clock/virtual-clock.ts';
import { createActions } from './control/actions.ts';
import { controlRoutes } from './control/routes.ts';
import { type Listener, listen } from './listen.ts';
import { pageRoutes } from './page/page-routes.ts';
import { inbox } from './resend/inbox.ts';
import { createMailHooks, type MailHookTarget } from './resend/mail-hooks.ts';
import { resendApi } from './resend/resend-api.ts';
import { memoryDisk, sqliteDisk } from './state/disk.ts';
import { createStore } from './state/store.ts';
import { createFaults, type Faults } from './stripe/faults.ts';
import { startHeartbeat } from './stripe/heartbeat.ts';
import { stripeApp } from './stripe/stripe-app.ts';
import type { World } from './stripe/world.ts';
import { startTwilio } from './twilio/twilio.ts';
import { createVies } from './vies/vies.ts';

export interface Ports {
  readonly page: number;
  readonly stripe: number;
  readonly resend: number;
  readonly twilio: number;
}

export interface SandboxOptions {
  /** 0 (the default) takes free ports. */
  readonly ports?: Ports | 0;
  readonly host?: string;
  /** Kept in memory only when missing. */
  readonly dataDir?: string;
  /** Hears the events of every account; `{account}` in it is replaced by the account's id. */
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  /** Hears what becomes of every mail; it can be set later by the lever `resend-webhook`. */
  readonly resendWebhook?: MailHookTarget;
  /** Where browsers reach the Stripe stand-in, when that differs from host and port. */
  readonly publicStripeUrl?: string;
}

export interface Sandbox {
  readonly stripeUrl: string;
  readonly resendUrl: string;
  readonly twilioUrl: string;
  readonly pageUrl: string;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  /** Resolves once no webhook is under way or due. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const FREE_PORTS: Ports = { page: 0, stripe: 0, resend: 0, twilio: 0 };
const DEFAULT_WEBHOOK_SECRET = 'whsec_zahlwerk_sandbox';

const openUrl = (host: string, port: number): string =>
  `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;

/** Starts the stand-ins for Stripe, Resend, Twilio and VIES and the page that shows them. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const host = options.host ?? '127.0.0.1';
  const ports = options.ports || FREE_PORTS;
  const store = createStore(options.dataDir === undefined ? memoryDisk() : sqliteDisk(options.dataDir));
  const clock = createVirtualClock(store);
  const faults = createFaults();
  const urls = { page: '', stripe: '', resend: '', twilio: '' };
  const world: World = {
    store,
    clock,
    faults,
    configuredEndpoint: options.webhookUrl
      ? { url: options.webhookUrl, secret: options.webhookSecret ?? DEFAULT_WEBHOOK_SECRET }
      : null,
    get stripeUrl() {
      return options.publicStripeUrl ?? urls.stripe;
    },
  };
  const heartbeat = startHeartbeat(world);
  const actions = createActions(world, heartbeat);
  const hooks = createMailHooks();
  hooks.pointTo(options.resendWebhook ?? null);
  const vies = createVies();
  const control = controlRoutes(world, heartbeat, actions, { hooks, vies });

  const pageApp = new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .route('/', control)
    .route('/vies', vies.app)
    .route(
      '/',
      pageRoutes(world, actions, () => ({ inbox: `${urls.resend}/inbox`, sms: urls.twilio })),
    );
  const mailApp = new Hono().route('/', resendApi(store, clock, hooks)).route('/', inbox(store));

  const opened: Array<Pick<Listener, 'close'>> = [];
  const stop = async (): Promise<void> => {
    heartbeat.stop();
    await Promise.all(opened.map((listener) => listener.close()));
    store.close();
  };
  try {
    const open = async (fetch: Parameters<typeof listen>[0], port: number): Promise<string> => {
      const listener = await listen(fetch, host, port);
      opened.push(listener);
      return openUrl(host, listener.port);
    };
    urls.stripe = await open(stripeApp(world, heartbeat.beat, control).fetch, ports.stripe);
    urls.resend = await open(mailApp.fetch, ports.resend);
    const twilio = await startTwilio(host, ports.twilio);
    opened.push(twilio);
    urls.twilio = openUrl(host, twilio.port);
    // The page comes last: when it answers, everything does.
    urls.page = await open(pageApp.fetch, ports.page);
  } catch (error) {
    await stop();
    throw error;
  }
  heartbeat.beat();

  return {
    stripeUrl: urls.stripe,
    resendUrl: urls.resend,
    twilioUrl: urls.twilio,
    pageUrl: urls.page,
    clock,
    faults,
    settled: async () => {
      await heartbeat.pump.settled();
      await hooks.settled();
    },
    stop,
  };
};
