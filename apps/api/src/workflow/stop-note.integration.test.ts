import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness, type Business } from '../../test/a-business.ts';
import { aDesk } from '../../test/a-desk.ts';
import { aWorkshop } from '../../test/a-workshop.ts';
import { BY_HAND, caseAt, EXACT } from '../../test/by-hand.ts';
import { transition } from './transition.ts';
import type { Workshop } from './workshop.ts';

/** What people read stays valid when the machine, a moment later, only notes why it does not go on by itself. */
describe('a note of the machine about why it has stopped', () => {
  let database: TestDatabase;
  let workshop: Workshop;

  beforeAll(async () => {
    database = await createTestDatabase();
    workshop = aWorkshop(database);
  });

  afterAll(() => database.drop());

  const deskOf = (business: Business) => aDesk(database, workshop, business);

  const stopOf = async (desk: ReturnType<typeof aDesk>, caseId: string) => {
    const state = await desk.read(caseId);
    return { version: state.version, stop: openRun(state)?.stop?.code };
  };

  it('leaves the version alone, so that a form opened before it is accepted', async () => {
    const business = await aBusiness(database, { definition: BY_HAND });
    const desk = deskOf(business);
    const { organizationId, clerk: actor } = business;
    const caseId = await caseAt(desk, actor, 'SAVE_CUSTOMER_RECORD');
    const { data } = (await desk.read(caseId)).customer;
    await desk.run(caseId, actor, 'saveCustomerRecord', { data });
    await desk.ask(caseId, actor, 'confirmCustomerRecord', { version: 1 });
    const { version } = await desk.read(caseId);
    await desk.rest(caseId);
    expect(await stopOf(desk, caseId)).toEqual({ version, stop: 'POLICY_MANUAL' });
    const command = { name: 'skipPaymentMethodUpdate', input: { reason: 'Überweisung' } } as const;
    const form = { organizationId, actor, caseId, command, expectedVersion: version, idempotency: null };
    expect(await transition(workshop, form)).toMatchObject({ changed: true });
    expect((await desk.read(caseId)).version).toBe(version + 1);
  });

  it('leaves it alone with the exception task that comes with the note, and with the one that goes', async () => {
    const business = await aBusiness(database);
    const desk = deskOf(business);
    const caseId = await desk.waiting();
    const { organizationId, clerk: actor } = business;
    await desk.ask(caseId, actor, 'registerReceipt', desk.receipt(119_00n));
    const { version } = await desk.read(caseId);
    await desk.rest(caseId);
    expect(await stopOf(desk, caseId)).toEqual({ version, stop: 'MANUAL_EVIDENCE' });
    expect((await desk.read(caseId)).tasks.map(({ reason }) => reason)).toContain('MANUAL_EVIDENCE');
    const command = { name: 'confirmAmount', input: EXACT } as const;
    const form = { organizationId, actor, caseId, command, expectedVersion: version, idempotency: null };
    expect(await transition(workshop, form)).toMatchObject({ changed: true });
  });

  it('makes a version of its own as soon as the machine also records what it has found', async () => {
    const desk = deskOf(await aBusiness(database));
    const caseId = await desk.start();
    const { version } = await desk.read(caseId);
    await desk.rest(caseId);
    expect(await stopOf(desk, caseId)).toMatchObject({ stop: 'CONFIRMATION_REQUIRED' });
    expect((await desk.read(caseId)).version).toBeGreaterThan(version);
  });
});
