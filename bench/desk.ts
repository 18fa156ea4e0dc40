import { type Ask, askByKey, command } from '@zahlwerk/e2e/drivers/api.driver';
import { dayFromNow } from '@zahlwerk/e2e/drivers/claim.driver';
import { signUpPeople } from '@zahlwerk/e2e/people';
import { EMPTY, type Stack, startStack } from '@zahlwerk/e2e/stack';
import { type Gate, openGate } from './gate.ts';

const PROVIDER_KEY = 'sk_test_benchmark';

/** The whole desk with one business whose provider delivers through a gate. */
export interface BenchDesk {
  readonly stack: Stack;
  readonly gate: Gate;
  /** Asks as the owner. */
  readonly ask: Ask;
  /** Asks as a partner's server that may let an app collect. */
  readonly askAsPartner: Ask;
  /** What somebody of the house sends along to be known. */
  readonly headers: Readonly<Record<string, string>>;
  /** Calls the provider's API as the business. */
  readonly provider: (
    path: string,
    form: Readonly<Record<string, string>>,
  ) => Promise<Record<string, unknown>>;
  /** One figure of the API's own metrics. */
  readonly metric: (name: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export const openDesk = async (): Promise<BenchDesk> => {
  const gate = await openGate();
  const stack = await startStack({ ...EMPTY, ZAHLWERK_PUBLIC_URL: gate.url });
  gate.leadTo(stack.deskUrl);
  const { OWNER: cookie } = await signUpPeople(stack.deskUrl, gate.url);
  const headers = { cookie };
  const ask: Ask = async (query, variables = {}) => {
    const response = await fetch(`${stack.deskUrl}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: never; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  await command(ask, 'createOrganization', BUSINESS, 'organization { id }');
  const account = { provider: 'STRIPE', secretKey: PROVIDER_KEY };
  await command(ask, 'connectProvider', account, 'providerAccount { id }');
  const key = await createKey(ask);
  return {
    ...{ stack, gate, ask, headers },
    askAsPartner: (query, variables) => askByKey(stack, key, query, variables),
    provider: async (path, form) => {
      const response = await fetch(`${stack.stripeUrl}/v1/${path}`, {
        method: 'POST',
        // A connection that is kept may be closed by the other side just as it is used again.
        headers: { authorization: `Bearer ${PROVIDER_KEY}`, connection: 'close' },
        body: new URLSearchParams(form),
      });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Record<string, unknown>;
    },
    metric: async (name) => {
      const metrics = await (await fetch(`${stack.deskUrl}/metrics`)).text();
      return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
    },
    stop: async () => {
      await stack.stop();
      await gate.stop();
    },
  };
};

const createKey = async (ask: Ask): Promise<string> => {
  const app = { name: 'App' };
  const { integration } = await command<{ integration: { id: string } }>(
    ask,
    'createIntegration',
    app,
    'integration { id }',
  );
  const key = { integrationId: integration.id, name: 'Server', scopes: ['payment:start'] };
  return (await command<{ secret: string }>(ask, 'createApiKey', key, 'secret')).secret;
};

/** A case that an app collects: its own id, and the PaymentIntent that waits for a card. */
export interface WaitingPayment {
  readonly caseId: string;
  readonly intentId: string;
}

/** Cases of customers who are new, so that each stops at step 3 and a payment is all that happens to it. */
export const startAppPayment = async (
  { ask, askAsPartner }: BenchDesk,
  number: number,
): Promise<WaitingPayment> => {
  const { case: started } = await command<{ case: { id: string } }>(
    ask,
    'initiatePayment',
    {
      channel: 'MOBILE_APP',
      customer: {
        ...{ kind: 'PERSON', givenName: `Gast${number}`, familyName: `Nr${number}`, language: 'de' },
        ...{ street: `Weg ${number}`, postalCode: '04275', city: 'Leipzig', country: 'DE' },
        email: `gast${number}@bench.example`,
      },
      amount: { amount: '119.00', currency: 'EUR' },
      dueOn: dayFromNow(14),
      lines: [{ name: 'Stuhl', quantity: '1', unitPrice: '100.00', taxCase: 'DE_19' }],
      supply: { from: dayFromNow(0), to: dayFromNow(0) },
    },
    'case { id }',
  );
  const paying = { caseId: started.id, methodType: 'CARD' };
  const { clientSecret } = await command<{ clientSecret: string }>(
    askAsPartner,
    'startAppPayment',
    paying,
    'clientSecret',
  );
  return { caseId: started.id, intentId: clientSecret.split('_secret_')[0] ?? '' };
};

const BUSINESS = {
  name: 'Messwerk',
  street: 'Lindenweg 4',
  postalCode: '04109',
  city: 'Leipzig',
  taxNumber: '231/123/45678',
  iban: 'DE02120300000000202051',
  accountHolder: 'Messwerk',
  email: 'post@messwerk.example',
  accountsEmail: 'buchhaltung@messwerk.example',
};
