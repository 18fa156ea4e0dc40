import { join } from 'node:path';

/** What every part gets from the outside: not npm's own variables, and an empty one counts as unset. */
const inherited = (env) =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => value !== '' && !/^npm_|^INIT_CWD$|^NODE_CHANNEL/.test(name),
    ),
  );

/** What only the API and its helpers may know. */
const SECRET = /^(STRIPE|RESEND|TWILIO)_|^APP_SECRET$|^DATABASE_URL$/;

/** For parts that need neither settings nor secrets. */
export const plainEnvironment = (env) =>
  Object.fromEntries(Object.entries(inherited(env)).filter(([name]) => !SECRET.test(name)));

/**
 * The API's settings. What the person who started has set always wins; in the demo a provider without a key is
 * replaced by its stand-in. In production nothing is filled in but what this machine itself has made.
 * @param {import('./desk.mjs').Desk} desk
 */
export const apiEnvironment = ({ settings, env, databaseUrl, appSecret }) => ({
  ...(settings.mode === 'demo' ? standIns(settings.ports, env) : {}),
  // With a database of their own several machines share one secret, which only the operator can know.
  ...(settings.databaseUrl === null || settings.mode === 'demo' ? { APP_SECRET: appSecret } : {}),
  ...inherited(env),
  // Libraries ask for it, the desk's own mode is another thing: without it they check themselves at every turn.
  NODE_ENV: 'production',
  ZAHLWERK_MODE: settings.mode,
  ZAHLWERK_HOST: settings.host,
  ZAHLWERK_PORT: String(settings.ports.api),
  ZAHLWERK_SUPERVISED: 'true',
  DATABASE_URL: databaseUrl,
  ...(settings.publicUrl ? { ZAHLWERK_PUBLIC_URL: settings.publicUrl } : {}),
});

/** What the stand-in signs with; in production the provider shows its own. */
const RESEND_WEBHOOK_SECRET = 'whsec_emFobHdlcmstZGVtby1yZXNlbmQ=';

/** @param {import('./desk.mjs').Desk} desk */
export const sandboxEnvironment = ({ settings, env }) => ({
  ...plainEnvironment(env),
  SANDBOX_PORT: String(settings.ports.sandbox),
  SANDBOX_STRIPE_PORT: String(settings.ports.stripe),
  SANDBOX_RESEND_PORT: String(settings.ports.resend),
  SANDBOX_TWILIO_PORT: String(settings.ports.twilio),
  SANDBOX_DATA_DIR: join(settings.dataDir, 'sandbox'),
  SANDBOX_RESEND_WEBHOOK_URL: `http://127.0.0.1:${settings.ports.api}/webhooks/resend`,
  SANDBOX_RESEND_WEBHOOK_SECRET: RESEND_WEBHOOK_SECRET,
});

const standIns = (ports, env) => ({
  ...(env.STRIPE_SECRET_KEY
    ? {}
    : {
        STRIPE_SECRET_KEY: 'sk_test_zahlwerk_demo',
        STRIPE_API_BASE: `http://127.0.0.1:${ports.stripe}`,
      }),
  ...(env.RESEND_API_KEY
    ? {}
    : {
        RESEND_API_KEY: 're_zahlwerk_demo',
        RESEND_BASE_URL: `http://127.0.0.1:${ports.resend}`,
        RESEND_WEBHOOK_SECRET,
      }),
  ...(env.TWILIO_AUTH_TOKEN
    ? {}
    : {
        TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
        TWILIO_AUTH_TOKEN: 'twilio_test_auth_token',
        TWILIO_FROM: '+4915735990000',
        TWILIO_API_BASE: `http://127.0.0.1:${ports.twilio}`,
      }),
  ...(env.VAT_REGISTER
    ? {}
    : { VAT_REGISTER: 'vies', VIES_BASE_URL: `http://127.0.0.1:${ports.sandbox}/vies/rest-api` }),
});
