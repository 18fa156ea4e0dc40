import { randomBytes, randomUUID } from 'node:crypto';
import { fromPrisma, PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Business, createBusiness, customer, NOW, paymentCase } from '../test/fixtures.ts';
import { sha256 } from './canonical-json.ts';
import { connectionOptions } from './connection.ts';
import { findDueWork } from './due-work.ts';
import { receiveEvents } from './inbox.ts';
import {
  findAccessLink,
  findApiKey,
  findProviderAccounts,
  findSubscribedAccounts,
  membershipsOf,
  touchApiKey,
  withSystem,
} from './system.ts';
import { withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let ours: Business;
let theirs: Business;

beforeAll(async () => {
  database = await createTestDatabase();
  ours = await createBusiness(database, 'Malerei Blau');
  theirs = await createBusiness(database, 'Tischlerei Grün');
});

afterAll(() => database.drop());

const created = { createdByKind: 'SYSTEM', createdAt: NOW } as const;

describe('before the organization is known', () => {
  it('a user’s memberships are found, without the one that has ended', async () => {
    const userId = await withTenant(database.app, ours.organizationId, async (tx) => {
      const member = await tx.member.findFirstOrThrow({ where: { id: ours.leadId } });
      return member.userId;
    });
    await withTenant(database.app, theirs.organizationId, (tx) =>
      tx.member.create({
        data: {
          organizationId: theirs.organizationId,
          id: randomUUID(),
          userId,
          role: 'CLERK',
          state: 'REMOVED',
          displayName: 'Person 1',
          email: 'person@example.org',
          joinedAt: NOW,
          removedAt: NOW,
        },
      }),
    );
    const memberships = await withSystem(database.system, (tx) => membershipsOf(tx, userId));
    expect(memberships).toEqual([
      expect.objectContaining({
        organizationId: ours.organizationId,
        memberId: ours.leadId,
        role: 'TEAM_LEAD',
        organization: { name: 'Malerei Blau', mode: 'DEMO', locale: 'de', testTwinOfId: null },
      }),
    ]);
  });

  it('a key is found by its hash while it is valid, and its use is noted', async () => {
    const secrets = { valid: randomUUID(), expired: randomUUID(), revoked: randomUUID() };
    const integrationId = randomUUID();
    await withTenant(database.app, ours.organizationId, async (tx) => {
      await tx.integration.create({
        data: { organizationId: ours.organizationId, id: integrationId, name: 'Shop', ...created },
      });
      const key = (secret: string) => ({
        organizationId: ours.organizationId,
        id: randomUUID(),
        integrationId,
        name: 'Read',
        prefix: 'zw_test',
        hash: sha256(secret),
        scopes: ['case:read'],
        ...created,
      });
      await tx.apiKey.create({ data: key(secrets.valid) });
      await tx.apiKey.create({ data: { ...key(secrets.expired), expiresAt: new Date(0) } });
      await tx.apiKey.create({ data: { ...key(secrets.revoked), revokedAt: NOW } });
    });
    const find = (secret: string) => withSystem(database.system, (tx) => findApiKey(tx, sha256(secret)));
    const found = await find(secrets.valid);
    expect(found).toMatchObject({
      organizationId: ours.organizationId,
      integrationId,
      scopes: ['case:read'],
    });
    expect([await find(secrets.expired), await find(secrets.revoked), await find('guessed')]).toEqual([
      null,
      null,
      null,
    ]);
    if (found) await withSystem(database.system, (tx) => touchApiKey(tx, found));
    const used = await withTenant(database.app, ours.organizationId, (tx) =>
      tx.apiKey.count({ where: { lastUsedAt: { not: null } } }),
    );
    expect(used).toBe(1);
  });

  it('a link is found by the hash of its token', async () => {
    const token = randomBytes(32);
    const id = randomUUID();
    await withTenant(database.app, ours.organizationId, async (tx) => {
      const row = await tx.paymentCase.create({ data: paymentCase(ours) });
      await tx.accessLink.create({
        data: {
          organizationId: ours.organizationId,
          id,
          purpose: 'PAY',
          caseId: row.id,
          tokenHash: sha256(token),
          ...created,
        },
      });
    });
    const found = await withSystem(database.system, (tx) => findAccessLink(tx, sha256(token)));
    expect(found).toEqual({ organizationId: ours.organizationId, id, purpose: 'PAY' });
  });

  it('a provider account is found by its id and by the provider’s', async () => {
    const byId = await withSystem(database.system, (tx) =>
      findProviderAccounts(tx, { id: ours.providerAccountId }),
    );
    const byRef = await withSystem(database.system, (tx) =>
      findProviderAccounts(tx, { externalId: `acct_${ours.organizationId}` }),
    );
    expect(byRef).toEqual(byId);
    expect(byId).toMatchObject([{ organizationId: ours.organizationId, liveMode: false }]);
  });

  it('accounts that the provider tells us about are found in every organization, disconnected ones are not', async () => {
    const change = (
      of: Business,
      data: { webhookSecret?: Uint8Array<ArrayBuffer>; disabledAt?: Date | null },
    ) => withTenant(database.app, of.organizationId, (tx) => tx.providerAccount.updateMany({ data }));
    const found = async () => (await withSystem(database.system, findSubscribedAccounts)).map(({ id }) => id);
    expect(await found()).toEqual([]);
    for (const of of [ours, theirs]) await change(of, { webhookSecret: new Uint8Array([1]) });
    expect((await found()).toSorted()).toEqual([ours, theirs].map((of) => of.providerAccountId).toSorted());
    await change(theirs, { disabledAt: NOW });
    expect(await found()).toEqual([ours.providerAccountId]);
  });

  it('the app’s connections are refused', () => {
    expect(() => withSystem(database.app, async () => undefined)).toThrow(TypeError);
  });
});

describe('the inbox', () => {
  const event = (of: Business, eventId: string) => ({
    id: randomUUID(),
    organizationId: of.organizationId,
    provider: 'STRIPE' as const,
    account: `acct_${of.organizationId}`,
    liveMode: false,
    eventId,
    type: 'payment_intent.succeeded',
    objectId: 'pi_1',
    apiVersion: null,
    payload: { id: eventId },
    occurredAt: NOW,
  });
  const receive = (of: Business, ...eventIds: readonly string[]) =>
    withSystem(database.system, (tx) =>
      receiveEvents(
        tx,
        eventIds.map((eventId) => event(of, eventId)),
      ),
    );

  it('keeps an event once, however often it is delivered', async () => {
    const received = await Promise.all(Array.from({ length: 10 }, () => receive(ours, 'evt_1')));
    expect(received.flat()).toHaveLength(1);
    expect(await receive(ours, 'evt_0', 'evt_1')).toHaveLength(1);
  });

  it('is emptied by the organization whose event it is, and by no other', async () => {
    await receive(theirs, 'evt_2');
    const done = (of: Business) =>
      withTenant(database.app, of.organizationId, (tx) =>
        tx.webhookInbox.updateMany({ where: { eventId: 'evt_2' }, data: { state: 'DONE', doneAt: NOW } }),
      );
    expect([(await done(ours)).count, (await done(theirs)).count]).toEqual([0, 1]);
  });
});

describe('due work', () => {
  it('is found on each organization’s own time', async () => {
    const message = (of: Business, sendAt: Date) => {
      const id = randomUUID();
      return {
        organizationId: of.organizationId,
        id,
        template: 'receipt',
        subjectId: id,
        recipientKind: 'CUSTOMER' as const,
        recipient: 'erika@example.org',
        channel: 'EMAIL' as const,
        locale: 'de' as const,
        state: 'QUEUED' as const,
        providerKey: id,
        sendAt,
        queuedAt: NOW,
      };
    };
    const inTenDays = new Date(Date.now() + 10 * 86_400_000);
    for (const of of [ours, theirs]) {
      await withTenant(database.app, of.organizationId, (tx) =>
        tx.message.create({ data: message(of, inTenDays) }),
      );
    }
    const messages = async () =>
      (await withSystem(database.system, findDueWork)).filter((work) => work.kind === 'MESSAGE');
    expect(await messages()).toEqual([]);
    await withTenant(database.app, theirs.organizationId, (tx) =>
      tx.organization.update({
        where: { id: theirs.organizationId },
        data: { clockOffsetSeconds: 11 * 86_400 },
      }),
    );
    expect(await messages()).toEqual([{ organizationId: theirs.organizationId, kind: 'MESSAGE', count: 1 }]);
  });
});

describe('a job', () => {
  it('is there exactly when the tenant’s transaction that sent it has committed', async () => {
    const boss = new PgBoss({
      ...connectionOptions(database.url, 'zahlwerk_system'),
      createSchema: false,
      migrate: false,
      schedule: false,
      supervise: false,
    });
    await boss.start();
    await boss.createQueue('advance-case');
    const send = (fails: boolean) =>
      withTenant(database.app, ours.organizationId, async (tx) => {
        await tx.customer.create({ data: customer(ours) });
        await boss.send('advance-case', { organizationId: ours.organizationId }, { db: fromPrisma(tx) });
        if (fails) throw new Error('refused');
      });
    await expect(send(true)).rejects.toThrow('refused');
    expect(await boss.fetch('advance-case')).toEqual([]);
    await send(false);
    const jobs = await boss.fetch<{ organizationId: string }>('advance-case');
    expect(jobs.map((job) => job.data)).toEqual([{ organizationId: ours.organizationId }]);
    await boss.complete(
      'advance-case',
      jobs.map((job) => job.id),
    );
    await boss.stop({ graceful: false });
  });
});
