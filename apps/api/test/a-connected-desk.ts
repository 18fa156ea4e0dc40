import { withSystem } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import type { TestDatabase } from '@zahlwerk/db/test-database';
import type { Actor, Role } from '@zahlwerk/domain/workflow/actor';
import type Stripe from 'stripe';
import { LOOK_AROUND } from '../src/jobs/look-around.ts';
import { workshopOf } from '../src/workflow/workshop.ts';
import type { Business } from './a-business.ts';
import { aDesk } from './a-desk.ts';
import { call, mutationDocument } from './case-call.ts';
import { createTestApi, type TestApi } from './create-test-api.ts';
import { type SandboxProcess, startSandboxProcess, TWILIO } from './sandbox-process.ts';
import { handWorked } from './work-off.ts';

export interface ConnectedAccount {
  /** Our own id of it, which the address for its events ends with. */
  readonly id: string;
  readonly externalId: string;
  readonly webhookSecret: string;
  /** The provider's API with the key of this account. */
  readonly stripe: Stripe;
}

export interface ConnectedDesk extends TestApi {
  readonly sandbox: SandboxProcess;
  readonly business: Business;
  readonly desk: ReturnType<typeof aDesk>;
  readonly account: ConnectedAccount;
  /** Connects one more account of the same business. */
  readonly connect: () => Promise<ConnectedAccount>;
  /** Runs the jobs that wait, all or those of one queue. */
  readonly workOff: (queue?: string) => Promise<number>;
  /** Lets the provider deliver what it has to tell, works it off, and whatever comes of it. */
  readonly settle: () => Promise<void>;
  /** Lets days pass, for the provider and for the business, and works off what comes of it. */
  readonly passDays: (days: number) => Promise<void>;
  /** Lets some seconds pass for the business alone. */
  readonly later: (seconds: number) => Promise<void>;
  /** Looks for what time has made due, some seconds later, and works it off. */
  readonly lookAround: (seconds?: number) => Promise<void>;
  /** The address of the provider's hosted page for paying a case, as the pay page gets it. */
  readonly openCheckout: (caseId: string, methodType?: 'CARD' | 'SEPA_DEBIT') => Promise<string>;
}

const DAY = 86_400;

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it can send SMS, which most desks do without. */
  readonly texts?: boolean;
  /** False: nobody looks at the provider's list of events, so that what is not delivered stays unheard. */
  readonly isSwept?: boolean;
  /** Its tests put rows in that break the rules of the books. */
  readonly breaksBooks?: boolean;
}

/**
 * The real API on a real database, connected with the stand-ins for Stripe, Resend and VIES in a process of their own, whose
 * events come in over HTTP. Its jobs run when the test says so.
 */
export const aConnectedDesk = async ({
  env,
  texts = false,
  isSwept = true,
  breaksBooks = false,
}: Options = {}): Promise<ConnectedDesk> => {
  const sandbox = await startSandboxProcess();
  let database: TestDatabase;
  const { register, workOff } = handWorked(() => database);
  const api = await createTestApi({
    breaksBooks,
    registerWorkers: register,
    env: {
      STRIPE_SECRET_KEY: 'sk_test_of_the_environment',
      STRIPE_API_BASE: sandbox.stripeUrl,
      RESEND_API_KEY: 're_test_desk',
      RESEND_BASE_URL: sandbox.resendUrl,
      VAT_REGISTER: 'vies',
      VIES_BASE_URL: sandbox.viesUrl,
      ...(texts ? { ...TWILIO, TWILIO_API_BASE: sandbox.twilioUrl } : {}),
      ...env,
    },
  });
  database = api.database;
  const member = (role: Role): Actor => ({ kind: 'MEMBER', id: api.memberIds[role] });
  const business: Business = {
    organizationId: api.organizationId,
    owner: member('OWNER'),
    lead: member('TEAM_LEAD'),
    clerk: member('CLERK'),
    adviser: member('ADVISER'),
  };
  const connect = async (): Promise<ConnectedAccount> => {
    const account = await connectAccount(api);
    if (!isSwept)
      await withTenant(api.ports.db, api.organizationId, (tx) =>
        tx.providerAccount.updateMany({ data: { sweepAt: new Date('2100-01-01') } }),
      );
    return account;
  };
  const settle = async (): Promise<void> => {
    do await sandbox.settled();
    while ((await workOff()) > 0);
  };
  const later = async (seconds: number): Promise<void> => {
    await withTenant(api.ports.db, api.organizationId, (tx) =>
      tx.organization.updateMany({ data: { clockOffsetSeconds: { increment: seconds } } }),
    );
  };
  return {
    ...api,
    sandbox,
    business,
    desk: aDesk(api.database, workshopOf(api.ports), business),
    account: await connect(),
    connect,
    workOff,
    settle,
    passDays: async (days) => {
      await sandbox.press('clock', { advanceSeconds: days * DAY });
      await later(days * DAY);
      await settle();
    },
    later,
    lookAround: async (seconds = 0) => {
      await later(seconds);
      await withSystem(api.ports.systemDb, (tx) => api.ports.jobs.enqueue(tx, LOOK_AROUND, {}));
      await settle();
    },
    openCheckout: async (caseId, methodType = 'CARD') => {
      const token = await payTokenOf(api, caseId);
      const input = { token, methodType };
      const { data } = await api.anonymous.query(mutationDocument('startPayment', 'url'), { input });
      return data.startPayment.url;
    },
    stop: () => api.stop().finally(sandbox.stop),
  };
};

/** The owner connects an account that nobody has used before, by its key. */
const connectAccount = async (api: TestApi): Promise<ConnectedAccount> => {
  const { ports, organizationId, signIn } = api;
  const secretKey = `sk_test_${ports.newId().replaceAll('-', '')}`;
  const connected = await call(
    await signIn('OWNER'),
    'connectProvider',
    { provider: 'STRIPE', secretKey },
    'providerAccount { externalId }',
  );
  const { externalId } = connected.providerAccount;
  const row = await withTenant(ports.db, organizationId, (tx) =>
    tx.providerAccount.findFirstOrThrow({ where: { organizationId, externalId } }),
  );
  if (!row.webhookSecret) throw new Error('The provider has not registered our address.');
  const { stripe } = await ports.stripe.open(organizationId, row.id);
  return { id: row.id, externalId, webhookSecret: ports.box.open(row.webhookSecret), stripe };
};

/** The token in the pay link that the case's customer has been sent. */
export const payTokenOf = async (
  { ports, organizationId }: Pick<TestApi, 'ports' | 'organizationId'>,
  caseId: string,
): Promise<string> => {
  const link = await withTenant(ports.db, organizationId, (tx) =>
    tx.accessLink.findFirstOrThrow({ where: { organizationId, caseId, purpose: 'PAY' } }),
  );
  return ports.links.tokenOf(link.id);
};
