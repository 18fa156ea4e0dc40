import { withTenant } from '@zahlwerk/db/tenant';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import {
  ORGANIZATION_DEFAULTS,
  organizationSchema,
} from '@zahlwerk/domain/organizations/organization.schema';
import type { Role } from '@zahlwerk/domain/workflow/actor';
import { pino } from 'pino';
import { expect } from 'vitest';
import { demoPersonOf } from '../src/auth/demo-persons.ts';
import { ensureDemoUsers } from '../src/auth/demo-users.ts';
import { parseEnv } from '../src/env.ts';
import { encodeId } from '../src/graphql/ids.ts';
import { createOrganization } from '../src/organizations/create-organization.ts';
import type { Ports } from '../src/ports.ts';
import { type RunningApi, startApi } from '../src/server/start.ts';
import { readViolations } from './rows.ts';
import { createTestClient, type TestClient } from './test-client.ts';

export interface TestApiOptions {
  /** Workers to run in the process; none unless given. */
  readonly registerWorkers?: (ports: Ports) => Promise<void>;
  /** Without the demo's persons and their business. */
  readonly empty?: boolean;
  /** Its tests put rows in that break the rules of the books: those are not asked for at the end. */
  readonly breaksBooks?: boolean;
  /** Settings on top of a plain demo's. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface TestApi extends RunningApi {
  readonly database: TestDatabase;
  /** The business whose members the demo's persons are. */
  readonly organizationId: string;
  readonly memberIds: Readonly<Record<Role, string>>;
  /** A client with the session of the person who has this role. */
  readonly signIn: (role: Role) => Promise<TestClient>;
  /** A client without any credentials. */
  readonly anonymous: TestClient;
  /** A client that sends this key. */
  readonly withKey: (secret: string) => TestClient;
  /** Signs a new person up under this address. */
  readonly signUp: (email: string, name?: string) => Promise<TestClient>;
}

const SECRET = 'a-secret-for-tests-that-is-long-enough';

const NOBODY = {
  organizationId: '',
  memberIds: { OWNER: '', TEAM_LEAD: '', CLERK: '', ADVISER: '' },
};

/** A business with one member per role, made by the same functions as every other. */
const found = async ({ ports, auth }: RunningApi): Promise<Pick<TestApi, 'organizationId' | 'memberIds'>> => {
  const userIds = await ensureDemoUsers(auth);
  const data = organizationSchema.parse({
    ...ORGANIZATION_DEFAULTS,
    name: 'Sommer Möbel',
    street: 'Lindenweg 3',
    postalCode: '48143',
    city: 'Münster',
    taxNumber: '336/5822/1234',
    iban: 'DE89370400440532013000',
    accountHolder: 'Sommer Möbel',
    accountsEmail: 'buchhaltung@sommer-moebel.example',
  });
  const owner = { userId: userIds.OWNER, name: 'Hanna Sommer', email: 'hanna.sommer@sommer-moebel.example' };
  const idempotency = { key: 'the-business-of-the-tests', requestHash: new Uint8Array(32) };
  const { organizationId, memberId } = await createOrganization(ports, { data, owner, idempotency });
  const memberIds = {
    OWNER: memberId,
    TEAM_LEAD: ports.newId(),
    CLERK: ports.newId(),
    ADVISER: ports.newId(),
  };
  await withTenant(ports.db, organizationId, (tx) =>
    tx.member.createMany({
      data: (['TEAM_LEAD', 'CLERK', 'ADVISER'] as const).map((role) => ({
        organizationId,
        id: memberIds[role],
        userId: userIds[role],
        role,
        state: 'ACTIVE',
        displayName: demoPersonOf(role)?.name ?? role,
        email: demoPersonOf(role)?.email ?? `${role}@example.com`,
        joinedAt: new Date(),
      })),
    }),
  );
  return { organizationId, memberIds };
};

/** The real API over HTTP on a free port, with a database of its own. Stop it after the tests. */
export const createTestApi = async (options: TestApiOptions = {}): Promise<TestApi> => {
  const database = await createTestDatabase();
  const env = parseEnv({
    DATABASE_URL: database.url,
    ZAHLWERK_PORT: '0',
    APP_SECRET: SECRET,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...options.env,
  });
  const api = await startApi({
    env,
    log: pino({ level: env.logLevel }),
    registerWorkers: options.registerWorkers ?? (async () => {}),
  });
  const business = options.empty ? NOBODY : await found(api);
  const client = (credentials: Readonly<Record<string, string>>): TestClient =>
    createTestClient(api.url, credentials, api.ports.publicUrl);
  return {
    ...api,
    ...business,
    database,
    anonymous: client({}),
    withKey: (secret) => client({ authorization: `Bearer ${secret}` }),
    signIn: async (role) => {
      const answer = await client({}).post('/api/demo/sign-in', { role });
      return client({
        cookie: answer.cookie,
        'x-organization': encodeId('Organization', business.organizationId),
      });
    },
    signUp: async (email, name = 'Nora Neu') => {
      const answer = await client({}).post('/api/auth/sign-up/email', {
        email,
        name,
        password: 'correct horse 42',
      });
      if (answer.status !== 200) throw new Error(`Sign-up was answered with ${answer.status}.`);
      return client({ cookie: answer.cookie });
    },
    stop: async () => {
      await api.stop();
      const violations = options.breaksBooks ? [] : await readViolations(database);
      await database.drop();
      // Whatever a test has done, every rule of the books holds afterwards.
      expect(violations).toEqual([]);
    },
  };
};
