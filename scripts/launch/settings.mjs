import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

/** The folder with package.json. */
export const HOME = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Everything that listens, with the variable that moves it elsewhere. */
export const PORTS = {
  api: { variable: 'ZAHLWERK_PORT', fallback: 4000 },
  sandbox: { variable: 'SANDBOX_PORT', fallback: 4010 },
  stripe: { variable: 'SANDBOX_STRIPE_PORT', fallback: 4011 },
  resend: { variable: 'SANDBOX_RESEND_PORT', fallback: 4012 },
  twilio: { variable: 'SANDBOX_TWILIO_PORT', fallback: 4013 },
  postgres: { variable: 'ZAHLWERK_POSTGRES_PORT', fallback: 4014 },
};
const SANDBOX = ['sandbox', 'stripe', 'resend', 'twilio'];

export const USAGE = `npm start [-- options]

  --mode=demo|production   demo (the default) brings stand-ins for Stripe, Resend, Twilio and VIES
  --verbose                print what the parts log, not only to their files
  --help

Settings are environment variables; README.md and docs/operating.md name them.`;

/**
 * What was asked for, from the command line and the environment. `ports` holds only what this mode starts.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @param {number | undefined} uid
 */
export const readSettings = (args, env, uid) => {
  const unknown = args.find((arg) => !/^--(mode=.*|verbose|help)$/.test(arg));
  if (unknown !== undefined) throw new Refusal(`There is no option ${unknown}; --help lists them.`);
  const mode =
    args.find((arg) => arg.startsWith('--mode='))?.slice('--mode='.length) ?? (env.ZAHLWERK_MODE || 'demo');
  if (mode !== 'demo' && mode !== 'production')
    throw new Refusal(`The mode is "demo" or "production", not "${mode}".`);
  const databaseUrl = env.DATABASE_URL || null;
  const host = env.ZAHLWERK_HOST || '127.0.0.1';
  const ports = Object.fromEntries(
    Object.keys(PORTS)
      .filter((name) =>
        name === 'postgres' ? databaseUrl === null : mode === 'demo' || !SANDBOX.includes(name),
      )
      .map((name) => [name, portOf(name, env)]),
  );
  refuseSharedPorts(ports);
  return {
    mode,
    host,
    ports,
    databaseUrl,
    /** Whether a new demo gets the demo business; stories that found their own do without. */
    seed: env.ZAHLWERK_SEED !== '0',
    help: args.includes('--help'),
    verbose: args.includes('--verbose'),
    dataDir: env.ZAHLWERK_DATA_DIR ? resolve(env.ZAHLWERK_DATA_DIR) : join(defaultFolder(uid), mode),
    publicUrl: env.ZAHLWERK_PUBLIC_URL || (mode === 'demo' ? `http://localhost:${ports.api}` : null),
  };
};

const portOf = (name, env) => {
  const { variable, fallback } = PORTS[name];
  const port = env[variable] ? Number(env[variable]) : fallback;
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`${variable} must be a port number from 1 to 65535, not "${env[variable]}".`);
};

const refuseSharedPorts = (ports) => {
  const names = Object.keys(ports);
  for (const [index, name] of names.entries()) {
    const other = names.slice(index + 1).find((candidate) => ports[candidate] === ports[name]);
    if (other)
      throw new Refusal(
        `${PORTS[name].variable} and ${PORTS[other].variable} name the same port ${ports[name]}.`,
      );
  }
};

/** Root's data lie where the user that runs Postgres can pass; a clone may stand in a folder for root alone. */
const defaultFolder = (uid) =>
  uid === 0
    ? join('/var/lib/zahlwerk', createHash('sha256').update(HOME).digest('hex').slice(0, 12))
    : join(HOME, '.zahlwerk');
