import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Business, createBusiness, customer } from '../test/fixtures.ts';
import { claimIdempotencyKey, type IdempotentCommand, setOutcome } from './idempotency.ts';
import { withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let business: Business;

beforeAll(async () => {
  database = await createTestDatabase();
  business = await createBusiness(database);
});

afterAll(() => database.drop());

const command = (rest: Partial<IdempotentCommand> = {}): IdempotentCommand => ({
  organizationId: business.organizationId,
  actor: `MEMBER:${business.ownerId}`,
  key: randomUUID(),
  operation: 'initiatePayment',
  input: { amount: { minor: 10_000n, currency: 'EUR' }, reference: 'A-17' },
  outcomeId: randomUUID(),
  ...rest,
});

const run = (wanted: IdempotentCommand, after: () => void = () => {}) =>
  withTenant(
    database.app,
    business.organizationId,
    async (tx) => {
      const claim = await claimIdempotencyKey(tx, wanted);
      if (claim.type === 'CLAIMED') await tx.customer.create({ data: customer(business, wanted.outcomeId) });
      after();
      return claim;
    },
    { maxWait: 20_000, timeout: 20_000 },
  );

describe('an idempotency key', () => {
  it('answers the same command with its first outcome', async () => {
    const first = command();
    expect(await run(first)).toEqual({ type: 'CLAIMED' });
    expect(await run({ ...first, outcomeId: randomUUID() })).toEqual({
      type: 'REPLAYED',
      outcomeId: first.outcomeId,
    });
  });

  it('does not mind the order of the input’s keys', async () => {
    const first = command({ input: { a: 1, b: 2 } });
    await run(first);
    expect(await run({ ...first, input: { b: 2, a: 1 } })).toMatchObject({ type: 'REPLAYED' });
  });

  it('is refused to another input and to another operation', async () => {
    const first = command();
    await run(first);
    expect(await run({ ...first, input: { amount: '1' } })).toEqual({ type: 'REUSED' });
    expect(await run({ ...first, operation: 'requestRefund' })).toEqual({ type: 'REUSED' });
  });

  it('belongs to its actor: another may use the same key and sees nothing of the first', async () => {
    const first = command();
    await run(first);
    const other = { ...first, actor: `MEMBER:${business.leadId}`, outcomeId: randomUUID() };
    expect(await run(other)).toEqual({ type: 'CLAIMED' });
  });

  it('is free again when the command was refused', async () => {
    const first = command();
    const refusal = run(first, () => {
      throw new Error('refused');
    });
    await expect(refusal).rejects.toThrow('refused');
    expect(await run(first)).toEqual({ type: 'CLAIMED' });
  });

  it('lets one of 30 calls at once act, and the others see its outcome', async () => {
    const key = randomUUID();
    const claims = await Promise.all(Array.from({ length: 30 }, () => run(command({ key }))));
    expect(claims.filter((claim) => claim.type === 'CLAIMED')).toHaveLength(1);
    const outcomes = new Set(claims.flatMap((claim) => (claim.type === 'REPLAYED' ? [claim.outcomeId] : [])));
    expect(outcomes.size).toBe(1);
  });

  it('takes the outcome that was found out on the way', async () => {
    const first = command();
    const found = randomUUID();
    await run(first);
    await withTenant(database.app, business.organizationId, (tx) => setOutcome(tx, first, found));
    expect(await run(first)).toEqual({ type: 'REPLAYED', outcomeId: found });
  });
});
