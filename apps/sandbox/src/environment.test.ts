import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('has the addresses of the house as defaults', () => {
    expect(readEnvironment({})).toEqual({ ports: { page: 4010, stripe: 4011, resend: 4012, twilio: 4013 } });
  });

  it('sets ports, host, data, webhook and public address', () => {
    expect(
      readEnvironment({
        SANDBOX_PORT: '5010',
        SANDBOX_HOST: '0.0.0.0',
        SANDBOX_DATA_DIR: '/data',
        SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:4000/webhooks/stripe',
        SANDBOX_WEBHOOK_SECRET: 'whsec_x',
        SANDBOX_STRIPE_PUBLIC_URL: 'https://pay.test.example',
      }),
    ).toMatchObject({
      ports: { page: 5010, stripe: 4011 },
      host: '0.0.0.0',
      dataDir: '/data',
      webhookUrl: 'http://127.0.0.1:4000/webhooks/stripe',
      webhookSecret: 'whsec_x',
      publicStripeUrl: 'https://pay.test.example',
    });
  });

  it('names the variable that is wrong', () => {
    expect(() => readEnvironment({ SANDBOX_RESEND_PORT: '99999' })).toThrow(
      'SANDBOX_RESEND_PORT must be a port number, not "99999".',
    );
  });
});
