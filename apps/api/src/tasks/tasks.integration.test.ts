import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { atTheBarrier } from '../../test/at-the-barrier.ts';
import { call, freshKey, send } from '../../test/case-call.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';
import { raiseException } from './raise-exception.ts';

const TASK = 'replayed task { state note doneAt assignee { name } }';
const CLERK = 'Mina Aydin';
const LEAD = 'Jonas Brandt';

describe('a task', () => {
  let stage: Stage;
  let clerk: TestClient;
  let lead: TestClient;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
    lead = await stage.signIn('TEAM_LEAD');
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  /** A task of no case: a payout that has failed. */
  const ofNoCase = (): Promise<string> =>
    withTenant(stage.ports.db, stage.organizationId, async (tx) => {
      const { organizationId, ports } = stage;
      const time = await businessTime(tx, organizationId);
      const id = ports.newId();
      const about = { organizationId, reason: 'PAYOUT_FAILED', subject: 'PAYOUT', subjectId: id } as const;
      await appendEvents(tx, organizationId, [await raiseException(tx, id, about, time)]);
      return id;
    });

  /** A task of a case that no step will end: money that came after the case was canceled. */
  const ofLateMoney = async (): Promise<string> => {
    const { at, desk, business } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    await desk.ask(caseId, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    await desk.ask(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
    return (await desk.read(caseId)).tasks.find(({ reason }) => reason === 'LATE_MONEY')?.id ?? '';
  };

  const ofPayment = async (): Promise<string> => {
    const { tasks } = await stage.own.desk.read(await stage.own.at('CONFIRM_AMOUNT'));
    return tasks.find(({ kind }) => kind === 'PAYMENT')?.id ?? '';
  };

  const idOf = (taskId: string) => encodeId('Task', taskId);
  const member = (role: 'OWNER' | 'TEAM_LEAD' | 'CLERK' | 'ADVISER') =>
    encodeId('Member', stage.memberIds[role]);

  const eventsOf = async (taskId: string) => {
    const rows = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.event.findMany({
        where: { data: { path: ['taskId'], equals: taskId }, type: { startsWith: 'task.' } },
        include: { reason: true },
        orderBy: { position: 'asc' },
      }),
    );
    return rows.map(({ type, reason }) => [type, reason?.text ?? null]);
  };

  const writesNothing = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const before = await readRows(stage.database);
    const answer = await ask();
    expect(await readRows(stage.database)).toEqual(before);
    return answer;
  };

  describe.each([
    ['of no case', ofNoCase],
    ['of a case that is over', ofLateMoney],
  ] as const)('%s', (_which, raise) => {
    let taskId: string;

    beforeEach(async () => {
      taskId = await raise();
    });

    it('is taken, handed over with a note and ended with what came of it, all in the log', async () => {
      expect(await call(clerk, 'claimTask', { taskId: idOf(taskId) }, TASK)).toMatchObject({
        replayed: false,
        task: { state: 'CLAIMED', assignee: { name: CLERK } },
      });
      const over = { taskId: idOf(taskId), assigneeId: member('TEAM_LEAD'), note: 'Bitte die Bank anrufen' };
      expect(await call(clerk, 'assignTask', over, TASK)).toMatchObject({
        task: { state: 'CLAIMED', note: 'Bitte die Bank anrufen', assignee: { name: LEAD } },
      });
      const done = { taskId: idOf(taskId), note: 'IBAN berichtigt' };
      expect(await call(lead, 'finishTask', done, TASK)).toMatchObject({
        task: { state: 'DONE', note: 'IBAN berichtigt', doneAt: expect.any(String) },
      });
      const told = await eventsOf(taskId);
      expect(told.filter(([type]) => type !== 'task.created')).toEqual([
        ['task.claimed', null],
        ['task.assigned', 'Bitte die Bank anrufen'],
        ['task.done', 'IBAN berichtigt'],
      ]);
    });

    it('that somebody else has is taken from them by a lead alone', async () => {
      await call(lead, 'claimTask', { taskId: idOf(taskId) });
      const asks = [
        () => call(clerk, 'claimTask', { taskId: idOf(taskId) }),
        () => call(clerk, 'assignTask', { taskId: idOf(taskId), assigneeId: member('CLERK') }),
        () => call(clerk, 'finishTask', { taskId: idOf(taskId), note: 'Erledigt' }),
      ];
      for (const ask of asks)
        expect(await writesNothing(ask)).toMatchObject({
          __typename: 'CaseRefused',
          code: 'TASK_ALREADY_CLAIMED',
          unblockedBy: LEAD,
        });
      const back = { taskId: idOf(taskId), assigneeId: member('CLERK') };
      expect(await call(lead, 'assignTask', back, TASK)).toMatchObject({
        task: { assignee: { name: CLERK } },
      });
    });

    it('is refused in words: to an adviser, without a note, to nobody and once it is over', async () => {
      const id = idOf(taskId);
      const adviser = await stage.signIn('ADVISER');
      expect(await writesNothing(() => send(adviser, 'finishTask', { taskId: id, note: 'x' }))).toMatchObject(
        { status: 403, errors: [{ extensions: { code: 'FORBIDDEN', requiredScope: 'task:write' } }] },
      );
      expect(await writesNothing(() => call(clerk, 'finishTask', { taskId: id, note: '  ' }))).toMatchObject({
        code: 'NOTE_REQUIRED',
        message: 'Please write down what came of it.',
      });
      const toAdviser = { taskId: id, assigneeId: member('ADVISER') };
      expect(await writesNothing(() => call(clerk, 'assignTask', toAdviser))).toMatchObject({
        code: 'MEMBER_ONLY_READS',
      });
      const toNobody = { taskId: id, assigneeId: encodeId('Member', stage.ports.newId()) };
      expect(await writesNothing(() => call(clerk, 'assignTask', toNobody))).toMatchObject({
        code: 'MEMBER_UNKNOWN',
      });
      await call(clerk, 'finishTask', { taskId: id, note: 'Erledigt' });
      expect(
        await writesNothing(() => call(clerk, 'finishTask', { taskId: id, note: 'Noch einmal' })),
      ).toMatchObject({ code: 'TASK_UNKNOWN' });
    });

    it('is ended once however often the same call comes, and not at all under a key of something else', async () => {
      const input = { taskId: idOf(taskId), note: 'Erledigt', idempotencyKey: freshKey() };
      expect(await call(clerk, 'finishTask', input)).toMatchObject({ replayed: false });
      expect(await writesNothing(() => call(clerk, 'finishTask', input))).toMatchObject({ replayed: true });
      expect(
        await writesNothing(() => call(clerk, 'finishTask', { ...input, note: 'Anders' })),
      ).toMatchObject({ __typename: 'IdempotencyKeyReused' });
      expect((await eventsOf(taskId)).filter(([type]) => type === 'task.done')).toHaveLength(1);
    });

    it('says what may be done with it, and why not', async () => {
      const ask = async (client: TestClient) =>
        (
          await client.query(
            `query ($id: ID!) { node(id: $id) { ... on Task { allowedActions blockedActions { action code unblockedBy } } } }`,
            { id: idOf(taskId) },
          )
        ).data.node;
      expect(await ask(clerk)).toEqual({ allowedActions: ['CLAIM', 'ASSIGN', 'FINISH'], blockedActions: [] });
      await call(lead, 'claimTask', { taskId: idOf(taskId) });
      const held = { code: 'TASK_ALREADY_CLAIMED', unblockedBy: LEAD };
      expect(await ask(clerk)).toEqual({
        allowedActions: [],
        blockedActions: ['CLAIM', 'ASSIGN', 'FINISH'].map((action) => ({ action, ...held })),
      });
    });
  });

  it.each(['claimTask', 'assignTask', 'finishTask'] as const)(
    'of no case lets exactly one of four simultaneous %s through',
    async (name) => {
      const taskId = await ofNoCase();
      const inputs = {
        claimTask: {},
        assignTask: { assigneeId: member('TEAM_LEAD') },
        finishTask: { note: 'Erledigt' },
      };
      const input = { taskId: idOf(taskId), ...inputs[name] };
      const clients = [clerk, await stage.signIn('OWNER'), clerk, clerk];
      const before = await eventsOf(taskId);
      let next = 0;
      await atTheBarrier(stage.database, { taskId, runners: 4 }, () => {
        const client = clients[next++] ?? clerk;
        return call(client, name, input);
      });
      expect((await eventsOf(taskId)).length - before.length).toBe(1);
    },
  );

  it('of a payment ends with its case alone', async () => {
    const input = { taskId: idOf(await ofPayment()), note: 'Erledigt' };
    expect(await writesNothing(() => call(lead, 'finishTask', input))).toMatchObject({
      code: 'TASK_ENDS_WITH_CASE',
      message: 'This task ends with its case: step 10 closes it.',
    });
  });

  it('that waits for a second person ends with their answer', async () => {
    const { at, desk, business } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(100_00n));
    const writeOff = { paymentId: null, resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
    const { tasks } = await desk.run(caseId, business.clerk, 'confirmAmount', writeOff);
    const taskId = idOf(tasks.find(({ reason }) => reason === 'APPROVAL_ASKED')?.id ?? '');
    expect(await writesNothing(() => call(lead, 'finishTask', { taskId, note: 'Egal' }))).toMatchObject({
      code: 'TASK_ENDS_BY_ITSELF',
    });
  });

  it('that is handed over disturbs nobody’s open form on its case', async () => {
    const { at, desk } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    const before = await desk.read(caseId);
    const taskId = idOf(before.tasks.find(({ kind }) => kind === 'PAYMENT')?.id ?? '');
    await call(clerk, 'assignTask', { taskId, assigneeId: member('TEAM_LEAD') });
    expect((await desk.read(caseId)).version).toBe(before.version);
  });
});
