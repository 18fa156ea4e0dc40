import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Business, createBusiness, paymentCase } from '../test/fixtures.ts';
import { nextNumber } from './numbers.ts';
import { withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let business: Business;

beforeAll(async () => {
  database = await createTestDatabase();
  business = await createBusiness(database);
});

afterAll(() => database.drop());

const take = (series: Parameters<typeof nextNumber>[2], today: string, of = business) =>
  withTenant(database.app, of.organizationId, (tx) => nextNumber(tx, of.organizationId, series, today));

describe('a number', () => {
  it('counts in its series, and anew each year where the series says so', async () => {
    expect(await take('invoice', '2026-12-31')).toBe('RE-2026-0001');
    expect(await take('invoice', '2026-12-31')).toBe('RE-2026-0002');
    expect(await take('invoice', '2027-01-01')).toBe('RE-2027-0001');
    expect(await take('receipt', '2026-12-31')).toBe('ZB-2026-0001');
    expect(await take('customer', '2026-12-31')).toBe('K-000001');
    expect(await take('customer', '2027-01-01')).toBe('K-000002');
  });

  it('counts for each organization by itself', async () => {
    const other = await createBusiness(database, 'Tischlerei Grün');
    await take('payout', '2026-01-01');
    expect(await take('payout', '2026-01-01', other)).toBe('AZ-2026-0001');
  });

  it('is never lost: 50 at once, every third rolled back, leave no gap', async () => {
    const row = async (index: number) =>
      withTenant(
        database.app,
        business.organizationId,
        async (tx) => {
          const number = await nextNumber(tx, business.organizationId, 'case', '2026-11-23');
          await tx.paymentCase.create({ data: { ...paymentCase(business), number } });
          if (index % 3 === 0) throw new Error('changed my mind');
          return number;
        },
        { maxWait: 20_000, timeout: 20_000 },
      );
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => row(index)));
    const numbers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(numbers).toHaveLength(33);
    expect(numbers.sort()).toEqual(
      Array.from({ length: 33 }, (_, index) => `ZV-2026-${String(index + 1).padStart(6, '0')}`),
    );
  });
});
