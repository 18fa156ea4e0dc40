import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempt, type Business, createBusiness, customer, paymentCase } from '../test/fixtures.ts';
import { withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** Outside the wall on purpose; everything else in the schema has it. */
const OUTSIDE = [
  '_prisma_migrations',
  'account',
  'passkey',
  'rate_limit',
  'session',
  'status_edge',
  'two_factor',
  'user',
  'verification',
];

let database: TestDatabase;
let superuser: pg.Client;
let ours: Business;
let theirs: Business;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  ours = await createBusiness(database, 'Malerei Blau');
  theirs = await createBusiness(database, 'Tischlerei Grün');
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

const tables = async (): Promise<string[]> => {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows.map((row) => row.name);
};

const walled = async (): Promise<string[]> => (await tables()).filter((name) => !OUTSIDE.includes(name));

describe('the catalog', () => {
  it('has row-level security enabled and forced on every table inside the wall', async () => {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity
       ORDER BY 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(await walled());
    expect(rows.length).toBeGreaterThan(38);
  });

  it('binds every such table to app.organization, for reading and for writing', async () => {
    const { rows } = await superuser.query<{ name: string; reads: string; writes: string }>(
      `SELECT tablename AS name, qual AS reads, with_check AS writes FROM pg_policies
       WHERE policyname = 'tenant' AND cmd = 'ALL' AND roles = '{public}' ORDER BY 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(await walled());
    for (const { name, reads, writes } of rows) {
      const column = name === 'organization' ? 'id' : 'organization_id';
      expect(reads).toBe(
        `(${column} = (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid)`,
      );
      expect(writes).toBe(reads);
    }
  });

  it('lets no policy but the tenant one write business data, except into the inbox', async () => {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT DISTINCT tablename AS name FROM pg_policies
       WHERE policyname <> 'tenant' AND cmd <> 'SELECT' ORDER BY 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(['api_key', 'user', 'webhook_inbox']);
  });

  it('starts every key with the organization', async () => {
    const { rows } = await superuser.query<{ name: string; first: string }>(
      `SELECT relname AS name, (SELECT attname FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum = conkey[1]) AS first
       FROM pg_class JOIN pg_constraint ON conrelid = pg_class.oid AND contype = 'p'
       WHERE relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const other = rows.filter((row) => row.first !== 'organization_id' && !OUTSIDE.includes(row.name));
    // The inbox is filled before anybody knows whose event it is; its rows carry the organization all the same.
    expect(other.map((row) => row.name)).toEqual(['organization', 'webhook_inbox']);
  });

  it('takes the organization along in every reference between tables inside the wall', async () => {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT conrelid::regclass || '.' || conname AS name FROM pg_constraint
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace
         AND confrelid NOT IN ('organization'::regclass, '"user"'::regclass)
         AND conrelid <> ALL ($1::regclass[])
         AND NOT EXISTS (SELECT 1 FROM pg_attribute
           WHERE attrelid = conrelid AND attnum = ANY (conkey) AND attname = 'organization_id')`,
      [OUTSIDE.map((name) => `"${name}"`)],
    );
    expect(rows).toEqual([]);
  });

  it('lets neither role own a table or pass by the walls', async () => {
    const { rows } = await superuser.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole,
         (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid AND relnamespace = 'public'::regnamespace) AS owned
       FROM pg_roles WHERE rolname IN ('zahlwerk_app', 'zahlwerk_system') ORDER BY 1`,
    );
    const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 };
    expect(rows).toEqual([
      { rolname: 'zahlwerk_app', ...powerless },
      { rolname: 'zahlwerk_system', ...powerless },
    ]);
  });
});

describe('as zahlwerk_app', () => {
  it('sees no row of any table without an organization', async () => {
    for (const name of await walled()) {
      const { rows } = await database.app.pool.query<{ count: number }>(
        `SELECT count(*)::int FROM "${name}"`,
      );
      expect([name, rows[0]?.count]).toEqual([name, 0]);
    }
  });

  it('sees no row of any table with an empty organization', async () => {
    await database.app.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.organization', '', true)`;
      expect(await tx.customer.count()).toBe(0);
    });
  });

  it('sees its own rows and none of another organization', async () => {
    const seen = await withTenant(database.app, ours.organizationId, async (tx) => ({
      organizations: await tx.organization.findMany({ select: { id: true } }),
      customers: await tx.customer.findMany({ select: { id: true } }),
      foreign: await tx.customer.findUnique({
        where: { organizationId_id: { organizationId: theirs.organizationId, id: theirs.customerId } },
      }),
      raw: await tx.$queryRaw`SELECT id FROM customer WHERE id = ${theirs.customerId}::uuid`,
    }));
    expect(seen).toEqual({
      organizations: [{ id: ours.organizationId }],
      customers: [{ id: ours.customerId }],
      foreign: null,
      raw: [],
    });
  });

  it('writes nothing into another organization', async () => {
    const insert = withTenant(database.app, ours.organizationId, (tx) =>
      tx.customer.create({ data: customer(theirs) }),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
    const changed = await withTenant(database.app, ours.organizationId, (tx) =>
      tx.customer.updateMany({ where: { id: theirs.customerId }, data: { note: 'mine now' } }),
    );
    expect(changed.count).toBe(0);
  });

  it('moves no row to another organization', async () => {
    const move = withTenant(database.app, ours.organizationId, (tx) =>
      tx.customer.updateMany({
        where: { id: ours.customerId },
        data: { organizationId: theirs.organizationId },
      }),
    );
    await expect(move).rejects.toThrow(/row-level security/);
  });

  it('refers to nothing of another organization, even where row-level security cannot look', async () => {
    const insert = withTenant(database.app, ours.organizationId, (tx) =>
      tx.paymentCase.create({ data: { ...paymentCase(ours), customerId: theirs.customerId } }),
    );
    await expect(insert).rejects.toThrow(/foreign key/i);
  });

  it('sees the users that are its members and no others', async () => {
    const users = await withTenant(database.app, ours.organizationId, (tx) => tx.user.findMany());
    expect(users.map((user) => user.name)).toEqual(['Malerei Blau', 'Malerei Blau']);
    expect(await database.app.prisma.user.count()).toBe(0);
  });

  it.each(['session', 'account', 'verification', 'two_factor', 'passkey', 'rate_limit'])(
    'has no right to %s',
    async (name) => {
      await expect(database.app.pool.query(`SELECT 1 FROM ${name}`)).rejects.toThrow(/permission denied/);
    },
  );

  it.each([
    'event',
    'journal_entry',
    'journal_line',
    'allocation',
    'adjustment',
    'failed_try',
    'transfer_credit',
  ])('has no right to change %s', async (name) => {
    await expect(
      database.app.pool.query(`UPDATE ${name} SET organization_id = organization_id`),
    ).rejects.toThrow(/permission denied/);
    await expect(database.app.pool.query(`DELETE FROM ${name}`)).rejects.toThrow(/permission denied/);
  });

  it('creates nothing and turns off nothing', async () => {
    const { pool } = database.app;
    await expect(pool.query('CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(pool.query('ALTER TABLE event DISABLE TRIGGER ALL')).rejects.toThrow(/must be owner/);
    await expect(pool.query('SET session_replication_role = replica')).rejects.toThrow(/permission denied/);
  });
});

describe('as zahlwerk_system', () => {
  it('reads the columns it finds organizations by, of everybody', async () => {
    const members = await database.system.prisma.member.findMany({ select: { organizationId: true } });
    expect(new Set(members.map((member) => member.organizationId)).size).toBe(2);
  });

  it.each([
    'SELECT iban FROM organization',
    'SELECT * FROM customer',
    'SELECT amount_minor FROM payment_attempt',
    'SELECT recipient FROM message',
    'SELECT credential FROM provider_account',
    'SELECT * FROM document',
    "UPDATE member SET role = 'OWNER'",
    "UPDATE api_key SET scopes = '{everything}'",
    "INSERT INTO event_head (organization_id, position, hash) VALUES (gen_random_uuid(), 0, sha256(''))",
  ])('is refused: %s', async (sql) => {
    await expect(database.system.pool.query(sql)).rejects.toThrow(/permission denied/);
  });
});

describe('the owner', () => {
  it('is bound by the walls too', async () => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const { rows } = await owner.query('SELECT id FROM customer');
    await owner.end();
    expect(rows).toEqual([]);
  });
});

describe('findUnique calls of one tick', () => {
  it('are put together by Prisma, but never across organizations', async () => {
    const load = (business: Business) =>
      withTenant(database.app, business.organizationId, async (tx) => {
        const [mine, foreign] = await Promise.all(
          [ours, theirs].map(({ organizationId, customerId: id }) =>
            tx.customer.findUnique({ where: { organizationId_id: { organizationId, id } } }),
          ),
        );
        return [mine?.organizationId ?? null, foreign?.organizationId ?? null];
      });
    const rounds = await Promise.all(
      Array.from({ length: 10 }, () => Promise.all([load(ours), load(theirs)])),
    );
    for (const round of rounds) {
      expect(round).toEqual([
        [ours.organizationId, null],
        [null, theirs.organizationId],
      ]);
    }
  });

  it('do not cross organizations through relations either', async () => {
    const id = await withTenant(database.app, theirs.organizationId, async (tx) => {
      const row = await tx.paymentCase.create({ data: paymentCase(theirs) });
      await tx.paymentAttempt.create({ data: attempt(theirs, row.id) });
      return row.id;
    });
    const found = await withTenant(database.app, ours.organizationId, (tx) =>
      tx.organization.findUniqueOrThrow({
        where: { id: ours.organizationId },
        include: { paymentCases: { where: { id }, include: { attempts: true } } },
      }),
    );
    expect(found.paymentCases).toEqual([]);
  });
});
