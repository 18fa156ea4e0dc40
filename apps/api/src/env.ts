import { z } from 'zod';

/** What a demo signs with when it is given no secret; production refuses it. */
const DEMO_SECRET = 'demo-secret-of-zahlwerk-not-for-production';

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const httpUrl = z.url({ protocol: /^https?$/ });

const schema = z.object({
  ZAHLWERK_MODE: z.enum(['demo', 'production']).default('demo'),
  ZAHLWERK_HOST: text.default('127.0.0.1'),
  ZAHLWERK_PORT: port.default(4000),
  ZAHLWERK_PUBLIC_URL: httpUrl.optional(),
  ZAHLWERK_SUPERVISED: flag.default(false),
  ZAHLWERK_TRUSTED_IP_HEADER: text.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  APP_SECRET: z.string().min(32).optional(),
  ALLOW_SIGN_UP: flag.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  MAIL_FROM: text.optional(),
  STRIPE_SECRET_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  STRIPE_API_BASE: httpUrl.optional(),
  RESEND_API_KEY: text.optional(),
  RESEND_WEBHOOK_SECRET: text.optional(),
  RESEND_BASE_URL: httpUrl.optional(),
  TWILIO_ACCOUNT_SID: text.optional(),
  TWILIO_AUTH_TOKEN: text.optional(),
  TWILIO_FROM: text.optional(),
  TWILIO_API_BASE: httpUrl.optional(),
  VAT_REGISTER: z.enum(['off', 'vies']).default('off'),
  VIES_BASE_URL: httpUrl.optional(),
});

type Variables = z.infer<typeof schema>;
type Name = keyof Variables;
type Source = Readonly<Record<string, string | undefined>>;

/** The environment is not as it must be; the message holds one sentence per variable and names it. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

const EXPECTED: Partial<Record<Name, string>> = {
  ZAHLWERK_MODE: 'must be "demo" or "production"',
  ZAHLWERK_PORT: 'must be a port number from 0 to 65535',
  ZAHLWERK_PUBLIC_URL: 'must be an http(s) address',
  DATABASE_URL: 'must be a postgres:// address',
  APP_SECRET: 'must have at least 32 characters',
  VAT_REGISTER: 'must be "off" or "vies"',
  LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent',
};

const sentence = (name: string, given: unknown): string => {
  const expected = EXPECTED[name as Name] ?? 'must be set to a valid value';
  return given === undefined ? `${name} is missing: it ${expected}.` : `${name} ${expected}.`;
};

const STAND_IN = /^(STRIPE|RESEND|TWILIO|VIES)_(.+_)?(API_BASE|BASE_URL)$/;
const DEMO_KEY = /^(sk|rk|pk)_test_|demo|sandbox|emulate/i;
const LIVE_KEY = /^(sk|rk)_live_/;
const KEYS = [
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'RESEND_API_KEY',
  'TWILIO_AUTH_TOKEN',
] as const satisfies readonly Name[];

/** Rule 16: production has real providers or none, and never starts with a stand-in. */
const refusedInProduction = (source: Source, env: Variables): readonly string[] => [
  ...Object.keys(source)
    .filter((name) => STAND_IN.test(name) && source[name])
    .map((name) => `${name} points to a stand-in and must not be set in production.`),
  ...KEYS.filter((name) => DEMO_KEY.test(env[name] ?? '')).map(
    (name) => `${name} is a test or demo key; production needs a live one or none.`,
  ),
  ...(env.APP_SECRET === undefined ? [sentence('APP_SECRET', undefined)] : []),
  ...(env.APP_SECRET === DEMO_SECRET ? ['APP_SECRET is the demo secret; production needs its own.'] : []),
  ...(env.ZAHLWERK_PUBLIC_URL === undefined ? [sentence('ZAHLWERK_PUBLIC_URL', undefined)] : []),
  ...(env.RESEND_API_KEY && !env.MAIL_FROM ? ['MAIL_FROM is missing: mail needs a sender.'] : []),
];

/** Rule 16: a demo never touches real money or real inboxes. */
const refusedInDemo = (env: Variables): readonly string[] => [
  ...(LIVE_KEY.test(env.STRIPE_SECRET_KEY ?? '')
    ? ['STRIPE_SECRET_KEY is a live key; the demo accepts only test keys.']
    : []),
  ...(env.RESEND_API_KEY && !env.RESEND_BASE_URL
    ? ['RESEND_BASE_URL is missing: a demo sends mail only to its stand-in.']
    : []),
  ...(env.TWILIO_AUTH_TOKEN && !env.TWILIO_API_BASE
    ? ['TWILIO_API_BASE is missing: a demo sends messages only to its stand-in.']
    : []),
  ...(env.VAT_REGISTER === 'vies' && !env.VIES_BASE_URL
    ? ['VIES_BASE_URL is missing: a demo asks only its stand-in.']
    : []),
];

/** Variables that only make sense together. */
const refusedAlways = (env: Variables): readonly string[] => [
  ...(env.TWILIO_ACCOUNT_SID && !env.TWILIO_AUTH_TOKEN ? [sentence('TWILIO_AUTH_TOKEN', undefined)] : []),
  ...(env.TWILIO_AUTH_TOKEN && !env.TWILIO_ACCOUNT_SID ? [sentence('TWILIO_ACCOUNT_SID', undefined)] : []),
  ...(env.TWILIO_AUTH_TOKEN && !env.TWILIO_FROM ? [sentence('TWILIO_FROM', undefined)] : []),
];

const providersOf = (env: Variables) => ({
  stripe: env.STRIPE_SECRET_KEY
    ? {
        secretKey: env.STRIPE_SECRET_KEY,
        webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? null,
        apiBase: env.STRIPE_API_BASE ?? null,
      }
    : null,
  resend: env.RESEND_API_KEY
    ? {
        apiKey: env.RESEND_API_KEY,
        webhookSecret: env.RESEND_WEBHOOK_SECRET ?? null,
        baseUrl: env.RESEND_BASE_URL ?? null,
        from: env.MAIL_FROM ?? 'Zahlwerk <noreply@zahlwerk.example>',
      }
    : null,
  twilio:
    env.TWILIO_ACCOUNT_SID && env.TWILIO_AUTH_TOKEN && env.TWILIO_FROM
      ? {
          accountSid: env.TWILIO_ACCOUNT_SID,
          authToken: env.TWILIO_AUTH_TOKEN,
          from: env.TWILIO_FROM,
          apiBase: env.TWILIO_API_BASE ?? null,
        }
      : null,
  vies: env.VAT_REGISTER === 'vies' ? { baseUrl: env.VIES_BASE_URL ?? null } : null,
});

const isDemo = (env: Variables): boolean => env.ZAHLWERK_MODE === 'demo';

const shape = (env: Variables) => ({
  mode: env.ZAHLWERK_MODE,
  host: env.ZAHLWERK_HOST,
  port: env.ZAHLWERK_PORT,
  /** Without a trailing slash; null means: wherever the server listens. */
  publicUrl: env.ZAHLWERK_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
  databaseUrl: env.DATABASE_URL,
  appSecret: env.APP_SECRET ?? DEMO_SECRET,
  /** Whether anybody may sign up; if not, the first person and those who were invited still may. */
  allowSignUp: env.ALLOW_SIGN_UP ?? isDemo(env),
  /** The header in which the proxy in front writes the caller's address; null trusts none. */
  trustedIpHeader: env.ZAHLWERK_TRUSTED_IP_HEADER ?? null,
  supervised: env.ZAHLWERK_SUPERVISED,
  logLevel: env.LOG_LEVEL,
  ...providersOf(env),
});

export type Env = Readonly<ReturnType<typeof shape>>;

/**
 * Reads the settings of the process, once, at the start. An empty variable counts as unset.
 * Throws `EnvError` with one sentence per wrong variable.
 */
export const parseEnv = (source: Source): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    throw new EnvError(names.map((name) => sentence(name, given[name])).join('\n'));
  }
  const env = parsed.data;
  const problems = [
    ...refusedAlways(env),
    ...(isDemo(env) ? refusedInDemo(env) : refusedInProduction(given, env)),
  ];
  if (problems.length > 0) throw new EnvError(problems.join('\n'));
  return shape(env);
};
