import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import { raiseException } from './raise-exception.ts';
import { remindTasks } from './remind-tasks.ts';

const CLERK = 'mina.aydin@sommer-moebel.example';
const LEAD = 'jonas.brandt@sommer-moebel.example';
const ACCOUNTS = 'buchhaltung@sommer-moebel.example';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

const inTenant = <Result>(work: Parameters<typeof withTenant<Result>>[2]): Promise<Result> =>
  withTenant(stage.ports.db, stage.organizationId, work);

const now = () => inTenant((tx) => businessTime(tx, stage.organizationId));

/** Lets the business's clock stand at this hour (Europe/Berlin) of a day. */
const standAt = async (day: string, hour: string): Promise<void> => {
  await inTenant(
    (tx) => tx.$executeRaw`
      UPDATE organization SET clock_offset_seconds =
        ceil(extract(epoch FROM (${day}::date + ${hour}::time) AT TIME ZONE time_zone - clock_timestamp()))`,
  );
};

/** The payment task of a case that waits for its money, with whom it lies, due some days from now. */
const aTask = async (
  assigneeId: string | null,
): Promise<{ readonly taskId: string; readonly dueOn: string }> => {
  const { today } = await now();
  const caseId = await stage.desk.waiting({ dueOn: addDays(today, 10) });
  await stage.settle();
  const taskId = (await stage.desk.read(caseId)).tasks.find(({ kind }) => kind === 'PAYMENT')?.id ?? '';
  if (assigneeId)
    await stage.desk.ask(caseId, stage.business.owner, 'assignTask', { taskId, assigneeId, note: null });
  const { dueOn } = await inTenant((tx) => tx.task.findFirstOrThrow({ where: { id: taskId } }));
  return { taskId, dueOn: dueOn.toISOString().slice(0, 10) };
};

const remindersOf = (taskId: string) =>
  inTenant((tx) =>
    tx.message.findMany({
      where: { template: 'task-overdue', subjectId: taskId },
      orderBy: { queuedAt: 'asc' },
      select: { recipient: true, state: true },
    }),
  );

const eventsOf = (taskId: string) =>
  inTenant((tx) =>
    tx.event.findMany({ where: { type: 'task.reminded', data: { path: ['taskId'], equals: taskId } } }),
  );

const sent = (recipient: string) => ({ recipient, state: 'SENT' });

describe('an overdue task', { timeout: 60_000 }, () => {
  it('reminds whoever has it once, two days later the team lead once, and then nobody', async () => {
    const { taskId, dueOn } = await aTask(stage.memberIds.CLERK);
    await standAt(addDays(dueOn, 1), '07:59');
    await stage.lookAround();
    expect(await remindersOf(taskId)).toEqual([]);
    await standAt(addDays(dueOn, 1), '08:01');
    await stage.lookAround();
    await stage.lookAround();
    expect(await remindersOf(taskId)).toEqual([sent(CLERK)]);
    expect(await eventsOf(taskId)).toMatchObject([{ data: { taskId, dueOn }, actorKind: 'SYSTEM' }]);
    const [mail] = (await stage.sandbox.mailsTo(CLERK)).slice(-1);
    expect(mail?.text).toContain('diese Aufgabe ist überfällig');
    await standAt(addDays(dueOn, 3), '08:05');
    await stage.lookAround();
    await standAt(addDays(dueOn, 30), '08:00');
    await stage.lookAround();
    expect(await remindersOf(taskId)).toEqual([sent(CLERK), sent(LEAD)]);
    const before = await readRows(stage.database);
    await stage.lookAround();
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('that nobody has reminds the accounts department', async () => {
    const { taskId, dueOn } = await aTask(null);
    await standAt(addDays(dueOn, 1), '09:00');
    await stage.lookAround();
    expect(await remindersOf(taskId)).toEqual([sent(ACCOUNTS)]);
  });

  it('that is done by then reminds nobody', async () => {
    const { taskId, dueOn } = await aTask(null);
    await inTenant((tx) =>
      tx.task.updateMany({
        where: { id: taskId },
        data: { state: 'DONE', doneAt: new Date(), doneByKind: 'SYSTEM' },
      }),
    );
    await standAt(addDays(dueOn, 1), '09:00');
    await stage.lookAround();
    expect(await remindersOf(taskId)).toEqual([]);
  });

  it('of no case says what it is about', async () => {
    const taskId = stage.ports.newId();
    const { today } = await now();
    await inTenant(async (tx) => {
      const about = {
        organizationId: stage.organizationId,
        reason: 'PAYOUT_FAILED',
        subject: 'PAYOUT',
        subjectId: taskId,
      } as const;
      const time = await businessTime(tx, stage.organizationId);
      await appendEvents(tx, stage.organizationId, [await raiseException(tx, taskId, about, time)]);
    });
    await standAt(addDays(today, 1), '09:00');
    await stage.lookAround();
    expect(await remindersOf(taskId)).toEqual([sent(ACCOUNTS)]);
    const mails = (await stage.sandbox.mailsTo(ACCOUNTS)).map(({ text }) => text);
    expect(mails.some((text) => text.includes('Auszahlung fehlgeschlagen'))).toBe(true);
  });

  it('is reminded of once by two processes at once', async () => {
    const { taskId, dueOn } = await aTask(stage.memberIds.CLERK);
    await standAt(addDays(dueOn, 1), '09:00');
    await Promise.all([1, 2, 3].map(() => remindTasks(stage.ports, stage.organizationId)));
    await stage.settle();
    expect(await remindersOf(taskId)).toEqual([sent(CLERK)]);
    expect(await eventsOf(taskId)).toHaveLength(1);
  });

  it('makes no further task when its mail cannot be sent', async () => {
    const { taskId, dueOn } = await aTask(null);
    await inTenant((tx) =>
      tx.organization.updateMany({ data: { accountsEmail: 'undelivered@invalid address' } }),
    );
    await standAt(addDays(dueOn, 1), '09:00');
    await stage.lookAround();
    expect(await remindersOf(taskId)).toMatchObject([{ state: 'FAILED' }]);
    const tasks = await inTenant((tx) => tx.task.findMany({ where: { reason: 'MESSAGE_FAILED' } }));
    expect(tasks).toEqual([]);
    await inTenant((tx) => tx.organization.updateMany({ data: { accountsEmail: ACCOUNTS } }));
  });
});
