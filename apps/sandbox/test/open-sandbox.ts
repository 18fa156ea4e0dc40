import Stripe from 'stripe';
import { afterAll } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../src/start-sandbox.ts';

/** The official SDK, pointed at a sandbox. Every key is an account of its own. */
export const stripeClient = (
  { stripeUrl }: Pick<Sandbox, 'stripeUrl'>,
  key = 'sk_test_main0001',
  config: Stripe.StripeConfig = {},
): Stripe => {
  const { hostname, port } = new URL(stripeUrl);
  return new Stripe(key, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
    ...config,
  });
};

/** A sandbox on free ports for one test file; it ends with the file. */
export const openSandbox = async (options: SandboxOptions = {}) => {
  const sandbox = await startSandbox(options);
  afterAll(() => sandbox.stop());
  let accounts = 0;
  return {
    sandbox,
    stripe: stripeClient(sandbox),
    /** A client of an account nobody has used yet. */
    newAccount: () => stripeClient(sandbox, `sk_test_account${String(++accounts).padStart(4, '0')}`),
  };
};

/** The error a call is refused with. */
export const refusal = async (call: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  const outcome = await call.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  if (outcome instanceof Stripe.errors.StripeError) return outcome;
  throw new Error(`Expected a Stripe error, got: ${String(outcome)}`);
};

export const RETURN = { return_url: 'https://shop.example/return' };

/** A card charge of 119.00 EUR, confirmed at once. */
export const charged = (
  stripe: Stripe,
  method = 'pm_card_visa',
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({
    amount: 11_900,
    currency: 'eur',
    payment_method: method,
    confirm: true,
    ...RETURN,
    ...extra,
  });

export const chargeOf = async (stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Stripe.Charge> =>
  stripe.charges.retrieve(String(intent.latest_charge));
