import type { SandboxOptions } from './start-sandbox.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const port = (environment: Environment, name: string, fallback: number): number => {
  const value = environment[name];
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new Error(`${name} must be a port number, not "${value}".`);
};

const optional = <K extends keyof SandboxOptions>(
  key: K,
  value: string | undefined,
): Partial<SandboxOptions> => (value ? { [key]: value } : {});

/** Reads SANDBOX_* once; an error names the variable. */
export const readEnvironment = (environment: Environment): SandboxOptions => ({
  ports: {
    page: port(environment, 'SANDBOX_PORT', 4010),
    stripe: port(environment, 'SANDBOX_STRIPE_PORT', 4011),
    resend: port(environment, 'SANDBOX_RESEND_PORT', 4012),
    twilio: port(environment, 'SANDBOX_TWILIO_PORT', 4013),
  },
  ...optional('host', environment.SANDBOX_HOST),
  ...optional('dataDir', environment.SANDBOX_DATA_DIR),
  ...optional('webhookUrl', environment.SANDBOX_WEBHOOK_URL),
  ...optional('webhookSecret', environment.SANDBOX_WEBHOOK_SECRET),
  ...(environment.SANDBOX_RESEND_WEBHOOK_URL && environment.SANDBOX_RESEND_WEBHOOK_SECRET
    ? {
        resendWebhook: {
          url: environment.SANDBOX_RESEND_WEBHOOK_URL,
          secret: environment.SANDBOX_RESEND_WEBHOOK_SECRET,
        },
      }
    : {}),
  ...optional('publicStripeUrl', environment.SANDBOX_STRIPE_PUBLIC_URL),
});
