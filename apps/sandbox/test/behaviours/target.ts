import Stripe from 'stripe';
import { vi } from 'vitest';
import { openSandbox, stripeClient } from '../open-sandbox.ts';

/** The Stripe whose behavior is described: the sandbox, or the real one in test mode. */
export interface Target {
  readonly stripe: Stripe;
  /** What a browser or an app of the same account can do. */
  publishable(): Stripe;
  /** Reads again until it holds: the sandbox moves its clock meanwhile, the real Stripe takes its time. */
  eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T>;
}

const SIX_HOURS = 6 * 3600;
const LOOKS = 60;
const PATIENCE = { timeout: 240_000, interval: 3_000 };

const check = async <T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
  const value = await read();
  if (!holds(value)) throw new Error(`It never became so: ${JSON.stringify(value, null, 2)}`);
  return value;
};

const realStripe = (key: string): Target => {
  if (!key.startsWith('sk_test_')) throw new Error('STRIPE_TEST_KEY must be a test key: sk_test_…');
  vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
  return {
    stripe: new Stripe(key, { telemetry: false }),
    publishable: () => new Stripe(process.env.STRIPE_TEST_PUBLISHABLE_KEY ?? '', { telemetry: false }),
    eventually: (read, holds) => vi.waitFor(() => check(read, holds), PATIENCE),
  };
};

const sandboxed = async (): Promise<Target> => {
  const { sandbox } = await openSandbox();
  return {
    stripe: stripeClient(sandbox),
    publishable: () => stripeClient(sandbox, 'pk_test_main0001'),
    eventually: async (read, holds) => {
      for (let look = 1; look < LOOKS; look += 1) {
        const value = await read();
        if (holds(value)) return value;
        sandbox.clock.advance(SIX_HOURS);
      }
      return check(read, holds);
    },
  };
};

/** One account to describe; with STRIPE_TEST_KEY (and STRIPE_TEST_PUBLISHABLE_KEY) the behaviors are checked at Stripe itself. */
export const openTarget = (): Promise<Target> => {
  const key = process.env.STRIPE_TEST_KEY;
  return key ? Promise.resolve(realStripe(key)) : sandboxed();
};
