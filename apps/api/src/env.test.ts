import { describe, expect, it } from 'vitest';
import { parseEnv } from './env.ts';

const DATABASE_URL = 'postgresql://owner@127.0.0.1:5432/zahlwerk';
const SECRET = 'a-secret-of-forty-two-characters-in-length';
const production = {
  ZAHLWERK_MODE: 'production',
  ZAHLWERK_PUBLIC_URL: 'https://pay.example.com/',
  DATABASE_URL,
  APP_SECRET: SECRET,
};

describe('parseEnv', () => {
  it('starts a demo with nothing but a database', () => {
    expect(parseEnv({ DATABASE_URL })).toMatchObject({
      mode: 'demo',
      port: 4000,
      allowSignUp: true,
      stripe: null,
    });
  });

  it('treats an empty variable as unset', () => {
    expect(parseEnv({ DATABASE_URL, STRIPE_SECRET_KEY: '', ZAHLWERK_PORT: '' })).toMatchObject({
      stripe: null,
      port: 4000,
    });
  });

  it('closes sign-up and drops the trailing slash in production', () => {
    expect(parseEnv(production)).toMatchObject({ allowSignUp: false, publicUrl: 'https://pay.example.com' });
  });

  it.each([
    [{}, 'DATABASE_URL is missing: it must be a postgres:// address.'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be a postgres:// address.'],
    [{ DATABASE_URL, ZAHLWERK_MODE: 'test' }, 'ZAHLWERK_MODE must be "demo" or "production".'],
    [{ DATABASE_URL, ZAHLWERK_PORT: '70000' }, 'ZAHLWERK_PORT must be a port number from 0 to 65535.'],
    [{ DATABASE_URL, APP_SECRET: 'short' }, 'APP_SECRET must have at least 32 characters.'],
    [
      { DATABASE_URL, STRIPE_SECRET_KEY: 'sk_live_1' },
      'STRIPE_SECRET_KEY is a live key; the demo accepts only test keys.',
    ],
    [
      { DATABASE_URL, RESEND_API_KEY: 're_1' },
      'RESEND_BASE_URL is missing: a demo sends mail only to its stand-in.',
    ],
    [
      { DATABASE_URL, TWILIO_ACCOUNT_SID: 'AC1' },
      'TWILIO_AUTH_TOKEN is missing: it must be set to a valid value.',
    ],
    [{ DATABASE_URL, VAT_REGISTER: 'vies' }, 'VIES_BASE_URL is missing: a demo asks only its stand-in.'],
    [{ DATABASE_URL, VAT_REGISTER: 'bzst' }, 'VAT_REGISTER must be "off" or "vies".'],
    [
      { ...production, VIES_BASE_URL: 'http://localhost:4010/vies/rest-api' },
      'VIES_BASE_URL points to a stand-in and must not be set in production.',
    ],
    [{ ...production, APP_SECRET: undefined }, 'APP_SECRET is missing: it must have at least 32 characters.'],
    [
      { ...production, STRIPE_API_BASE: 'http://localhost:4011' },
      'STRIPE_API_BASE points to a stand-in and must not be set in production.',
    ],
    [
      { ...production, TWILIO_BASE_URL: 'http://localhost:4013' },
      'TWILIO_BASE_URL points to a stand-in and must not be set in production.',
    ],
    [
      { ...production, STRIPE_SECRET_KEY: 'sk_test_1' },
      'STRIPE_SECRET_KEY is a test or demo key; production needs a live one or none.',
    ],
    [
      { ...production, ZAHLWERK_PUBLIC_URL: undefined },
      'ZAHLWERK_PUBLIC_URL is missing: it must be an http(s) address.',
    ],
    [{ ...production, RESEND_API_KEY: 're_1' }, 'MAIL_FROM is missing: mail needs a sender.'],
  ])('refuses %o in one sentence that names the variable', (source, message) => {
    expect(() => parseEnv(source)).toThrow(message);
  });

  it('accepts production with live keys', () => {
    const env = parseEnv({ ...production, STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' });
    expect(env.stripe).toEqual({ secretKey: 'sk_live_1', webhookSecret: 'whsec_1', apiBase: null });
  });
});
