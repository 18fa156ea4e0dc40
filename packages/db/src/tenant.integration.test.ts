import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Business, createBusiness, customer } from '../test/fixtures.ts';
import { checkDatabase, createDatabase } from './client.ts';
import { businessTime } from './now.ts';
import { withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let business: Business;

beforeAll(async () => {
  database = await createTestDatabase();
  business = await createBusiness(database);
});

afterAll(() => database.drop());

const exists = (id: string) =>
  withTenant(
    database.app,
    business.organizationId,
    async (tx) => (await tx.customer.count({ where: { id } })) === 1,
  );

describe('withTenant', () => {
  it('keeps what was written when the work ends well, and nothing when it throws', async () => {
    const [kept, lost] = [customer(business), customer(business)];
    await withTenant(database.app, business.organizationId, (tx) => tx.customer.create({ data: kept }));
    const refusal = withTenant(database.app, business.organizationId, async (tx) => {
      await tx.customer.create({ data: lost });
      throw new Error('refused');
    });
    await expect(refusal).rejects.toThrow('refused');
    expect([await exists(kept.id), await exists(lost.id)]).toEqual([true, false]);
  });

  it('takes no organization but a uuid', () => {
    expect(() => withTenant(database.app, "' OR true --", async () => undefined)).toThrow(TypeError);
  });

  it('leaves no organization behind on the connection', async () => {
    const narrow = createDatabase(database.url, { role: 'zahlwerk_app', connections: 1 });
    await withTenant(narrow, business.organizationId, (tx) => tx.customer.count());
    const { rows } = await narrow.pool.query(`SELECT current_setting('app.organization', true) AS left_over`);
    await narrow.close();
    expect(rows).toEqual([{ left_over: '' }]);
  });

  it('runs again after a deadlock, so that both sides come through', async () => {
    const rows = [customer(business), customer(business)];
    await withTenant(database.app, business.organizationId, (tx) => tx.customer.createMany({ data: rows }));
    let waiting = 2;
    let release = (): void => {};
    const bothHoldOne = new Promise<void>((resolve) => {
      release = resolve;
    });
    let runs = 0;
    const crosswise = (ids: string[]) =>
      withTenant(database.app, business.organizationId, async (tx) => {
        runs += 1;
        for (const [index, id] of ids.entries()) {
          await tx.customer.updateMany({ where: { id }, data: { note: `run ${runs}` } });
          if (index === 0) {
            waiting -= 1;
            if (waiting === 0) release();
            await bothHoldOne;
          }
        }
      });
    const ids = rows.map((row) => row.id);
    await Promise.all([crosswise(ids), crosswise([...ids].reverse())]);
    // The one that ran again may take its first row before the other has woken up: then they cross once more.
    expect(runs).toBeGreaterThanOrEqual(3);
  });

  it('does not run again for any other error', async () => {
    let runs = 0;
    const failing = withTenant(database.app, business.organizationId, async (tx) => {
      runs += 1;
      await tx.customer.create({ data: customer(business, business.customerId) });
    });
    await expect(failing).rejects.toThrow(/Unique constraint/);
    expect(runs).toBe(1);
  });

  it('as a snapshot writes nothing and sees one state throughout', async () => {
    const late = customer(business);
    const seen = await withTenant(
      database.app,
      business.organizationId,
      async (tx) => {
        const before = await tx.customer.count();
        await withTenant(database.app, business.organizationId, (other) =>
          other.customer.create({ data: late }),
        );
        return [before, await tx.customer.count()];
      },
      { snapshot: true },
    );
    expect(seen[0]).toBe(seen[1]);
    const write = withTenant(
      database.app,
      business.organizationId,
      (tx) => tx.customer.create({ data: customer(business) }),
      { snapshot: true },
    );
    await expect(write).rejects.toThrow(/read-only transaction/);
  });
});

describe('a connection', () => {
  it('has the role it was opened with', async () => {
    await checkDatabase(database.app);
    await checkDatabase(database.system);
  });

  it('gives up waiting for a lock', async () => {
    const holder = new pg.Client({ connectionString: database.superuserUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM customer WHERE id = $1 FOR UPDATE', [business.customerId]);
    const { rows } = await database.app.pool.query<{ lock: string; statement: string; idle: string }>(
      `SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
         current_setting('idle_in_transaction_session_timeout') AS idle`,
    );
    const update = withTenant(database.app, business.organizationId, async (tx) => {
      await tx.$executeRaw`SELECT set_config('lock_timeout', '50ms', true)`;
      await tx.customer.updateMany({ where: { id: business.customerId }, data: { note: 'mine' } });
    });
    await expect(update).rejects.toThrow(/lock timeout/);
    await holder.end();
    expect(rows).toEqual([{ lock: '2s', statement: '5s', idle: '10s' }]);
  });
});

describe('business time', () => {
  const shift = (seconds: number) =>
    withTenant(database.app, business.organizationId, (tx) =>
      tx.organization.update({
        where: { id: business.organizationId },
        data: { clockOffsetSeconds: seconds },
      }),
    );
  const ask = () =>
    withTenant(database.app, business.organizationId, async (tx) => ({
      ...(await businessTime(tx, business.organizationId)),
      real: (await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`)[0]?.at ?? new Date(0),
    }));

  it('is the database’s time shifted by the organization’s offset, with its own calendar day', async () => {
    for (const days of [0, -90, 45]) {
      await shift(days * 86_400);
      const { now, today, timeZone, real } = await ask();
      const off = real.getTime() + days * 86_400_000 - now.getTime();
      expect(Math.abs(off)).toBeLessThan(5_000);
      expect(timeZone).toBe('Europe/Berlin');
      expect(today).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now));
    }
  });
});
