import { describe, expect, it } from 'vitest';
import { apiEnvironment, plainEnvironment, sandboxEnvironment } from './environment.mjs';
import { readSettings } from './settings.mjs';

const desk = (args: string[], env: Record<string, string>) =>
  ({
    settings: readSettings(args, env, 1000),
    env,
    appSecret: 'secret-of-this-installation',
    databaseUrl: 'postgres://owner@127.0.0.1:4014/zahlwerk',
  }) as unknown as Parameters<typeof apiEnvironment>[0];

describe("the API's environment", () => {
  it('points to the stand-ins in the demo', () => {
    expect(apiEnvironment(desk([], {}))).toMatchObject({
      ZAHLWERK_MODE: 'demo',
      STRIPE_API_BASE: 'http://127.0.0.1:4011',
      RESEND_BASE_URL: 'http://127.0.0.1:4012',
      TWILIO_API_BASE: 'http://127.0.0.1:4013',
      VAT_REGISTER: 'vies',
      VIES_BASE_URL: 'http://127.0.0.1:4010/vies/rest-api',
      APP_SECRET: 'secret-of-this-installation',
    });
  });

  it("prefers a test key of the person's own to the stand-in", () => {
    const env = apiEnvironment(desk([], { STRIPE_SECRET_KEY: 'sk_test_own' }));
    expect(env).toMatchObject({ STRIPE_SECRET_KEY: 'sk_test_own' });
    expect(env).not.toHaveProperty('STRIPE_API_BASE');
  });

  it('has nothing of a stand-in in production', () => {
    const env = apiEnvironment(desk(['--mode=production'], {}));
    expect(Object.keys(env).filter((name) => /STRIPE|RESEND|TWILIO|VIES/.test(name))).toEqual([]);
  });

  it('leaves the secret to the operator where several machines may share a database', () => {
    const env = { DATABASE_URL: 'postgres://db.example/zahlwerk' };
    expect(apiEnvironment(desk(['--mode=production'], env))).not.toHaveProperty('APP_SECRET');
  });
});

describe('the environment of the other parts', () => {
  const secrets = {
    STRIPE_SECRET_KEY: 'sk',
    APP_SECRET: 'a',
    DATABASE_URL: 'postgres://x/y',
    RESEND_API_KEY: 'r',
  };

  it('holds no secret', () => {
    for (const env of [plainEnvironment(secrets), sandboxEnvironment(desk([], secrets))])
      expect(Object.keys(env).filter((name) => name in secrets)).toEqual([]);
  });

  it("does not hold npm's own variables either", () => {
    expect(plainEnvironment({ PATH: '/bin', npm_config_cache: '/x', INIT_CWD: '/y' })).toEqual({
      PATH: '/bin',
    });
  });
});
