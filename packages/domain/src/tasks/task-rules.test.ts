import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anApproval,
  anEnv,
  aPayment,
  aPaymentCase,
  aRefund,
  as,
  CLERK,
  CUSTOMER,
  LEAD,
  OWNER,
  PARTNER,
  STRANGER,
} from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, refusalOf } from '../../test/outcome.ts';
import { type Actor, SYSTEM } from '../workflow/actor.ts';
import type { CaseTask, PaymentCase, StepRun } from '../workflow/payment-case.ts';
import { assignTask } from './assign-task.ts';
import { claimTask } from './claim-task.ts';
import { finishTask } from './finish-task.ts';
import { deskOfCase } from './task-desk.ts';

const aTask = (task: Partial<CaseTask> = {}): CaseTask => ({
  id: 'task',
  kind: 'EXCEPTION',
  reason: 'LATE_MONEY',
  state: 'OPEN',
  assigneeId: null,
  ...task,
});

const deskOf = (task: Partial<CaseTask>, rest: Partial<PaymentCase> = {}, taskId = 'task') =>
  deskOfCase(aPaymentCase({ tasks: [aTask(task)], ...rest }), taskId);

const claim = (task: Partial<CaseTask> = {}, actor: Actor = as(CLERK), taskId = 'task') =>
  claimTask(deskOf(task, {}, taskId), { taskId }, anEnv({ actor }));

const assign = (task: Partial<CaseTask> = {}, actor: Actor = as(CLERK), assigneeId = LEAD.id) =>
  assignTask(deskOf(task), { taskId: 'task', assigneeId, note: 'Bitte ansehen' }, anEnv({ actor }));

const finish = (
  task: Partial<CaseTask> = {},
  actor: Actor = as(CLERK),
  rest: Partial<PaymentCase> = {},
  note: string | null = 'Mit der Kundin besprochen',
) => finishTask(deskOf(task, rest), { taskId: 'task', note }, anEnv({ actor }));

const WITH_LEAD = { state: 'CLAIMED', assigneeId: LEAD.id } as const;
const WITH_CLERK = { state: 'CLAIMED', assigneeId: CLERK.id } as const;

describe('a task', () => {
  it.each([
    ['claim', claim],
    ['assign', assign],
    ['finish', finish],
  ] as const)('is given nobody who only reads or is no member: %s', (_name, ask) => {
    for (const actor of [as(ADVISER), STRANGER, PARTNER, CUSTOMER, SYSTEM])
      expect(refusalOf(ask({}, actor))).toBe('ROLE_NOT_ALLOWED');
  });

  it.each([
    ['claim', claim],
    ['assign', assign],
    ['finish', finish],
  ] as const)('that is over is not found by %s', (_name, ask) => {
    expect(refusalOf(ask({ state: 'DONE' }))).toBe('TASK_UNKNOWN');
  });

  it('of a member who has left is nobody’s', () => {
    const left = { state: 'CLAIMED', assigneeId: 'left' } as const;
    expect(changesOf(claim(left), 'assign-task')).toHaveLength(1);
    expect(changesOf(finish(left), 'finish-task')).toHaveLength(1);
  });
});

describe('claimTask', () => {
  it('gives the task to the member who takes it', () => {
    expect(changesOf(claim(), 'assign-task')).toEqual([
      { type: 'assign-task', id: 'task', assigneeId: CLERK.id, note: null },
    ]);
  });

  it('changes nothing when it is one’s own already', () => {
    expect(decisionOf(claim(WITH_CLERK)).changes).toEqual([]);
  });

  it('says who has it, to a lead as well', () => {
    expect(claim(WITH_LEAD)).toMatchObject({
      refusal: { code: 'TASK_ALREADY_CLAIMED', unblockedBy: LEAD.name },
    });
    expect(refusalOf(claim(WITH_CLERK, as(LEAD)))).toBe('TASK_ALREADY_CLAIMED');
  });

  it('finds no task that is unknown', () => {
    expect(refusalOf(claim({}, as(CLERK), 'other'))).toBe('TASK_UNKNOWN');
  });
});

describe('assignTask', () => {
  it('hands it over with what is to be known, in the log too', () => {
    expect(decisionOf(assign(WITH_CLERK))).toMatchObject({
      changes: [{ type: 'assign-task', id: 'task', assigneeId: LEAD.id, note: 'Bitte ansehen' }],
      events: [
        {
          type: 'task.assigned',
          data: { taskId: 'task', assigneeId: LEAD.id },
          reason: 'Bitte ansehen',
        },
      ],
    });
  });

  it('is done by a lead also with what others have', () => {
    expect(refusalOf(assign({ state: 'CLAIMED', assigneeId: OWNER.id }))).toBe('TASK_ALREADY_CLAIMED');
    expect(changesOf(assign(WITH_CLERK, as(OWNER)), 'assign-task')).toHaveLength(1);
  });

  it('changes nothing when that member has it already', () => {
    expect(decisionOf(assign(WITH_LEAD, as(LEAD))).changes).toEqual([]);
  });

  it('goes to nobody who only reads or is unknown', () => {
    expect(assign({}, as(CLERK), ADVISER.id)).toMatchObject({
      refusal: { code: 'MEMBER_ONLY_READS', detail: ADVISER.name },
    });
    expect(refusalOf(assign({}, as(CLERK), 'other'))).toBe('MEMBER_UNKNOWN');
  });
});

const stopped = (code: string): Partial<PaymentCase> => {
  const { runs } = aPaymentCase({ at: 'CONFIRM_AMOUNT' });
  const stop = { code, detail: null };
  return { runs: runs.map((run): StepRun => (run.state === 'OPEN' ? { ...run, stop } : run)) };
};

describe('finishTask', () => {
  it('ends an exception with what came of it, in the log too', () => {
    expect(decisionOf(finish())).toMatchObject({
      changes: [{ type: 'finish-task', id: 'task', note: 'Mit der Kundin besprochen' }],
      events: [{ type: 'task.done', data: { taskId: 'task' }, reason: 'Mit der Kundin besprochen' }],
    });
  });

  it('ends one on a case that is over', () => {
    expect(changesOf(finish({}, as(CLERK), { state: 'CLOSED', runs: [] }), 'finish-task')).toHaveLength(1);
  });

  it.each([null, '', '  '])('wants to know what came of it: %j', (note) => {
    expect(refusalOf(finish({}, as(CLERK), {}, note))).toBe('NOTE_REQUIRED');
  });

  it('leaves what somebody else has to them, and to a lead', () => {
    expect(refusalOf(finish(WITH_LEAD))).toBe('TASK_ALREADY_CLAIMED');
    expect(changesOf(finish(WITH_CLERK, as(LEAD)), 'finish-task')).toHaveLength(1);
  });

  it('never ends the payment task: its case does', () => {
    expect(refusalOf(finish({ kind: 'PAYMENT', reason: 'PAYMENT_EXPECTED' }))).toBe('TASK_ENDS_WITH_CASE');
  });

  it('leaves what holds the open step up to the machine, until that is no longer so', () => {
    const task = { reason: 'AMOUNT_DIFFERS' };
    expect(refusalOf(finish(task, as(CLERK), stopped('AMOUNT_DIFFERS')))).toBe('TASK_ENDS_BY_ITSELF');
    expect(changesOf(finish(task, as(CLERK), stopped('PAYER_DIFFERS')), 'finish-task')).toHaveLength(1);
  });

  it('leaves what waits for a second person to that person', () => {
    const approvals = [anApproval()];
    const task = { reason: 'APPROVAL_ASKED' };
    expect(refusalOf(finish(task, as(CLERK), { approvals }))).toBe('TASK_ENDS_BY_ITSELF');
    expect(changesOf(finish(task), 'finish-task')).toHaveLength(1);
  });

  it('leaves a transfer to whoever records it', () => {
    const task = { reason: 'REFUND_TO_TRANSFER' };
    const refunding = (state: 'APPROVED' | 'SUCCEEDED') => ({
      payments: [aPayment()],
      refunds: [aRefund({ state })],
    });
    expect(refusalOf(finish(task, as(CLERK), refunding('APPROVED')))).toBe('TASK_ENDS_BY_ITSELF');
    expect(changesOf(finish(task, as(CLERK), refunding('SUCCEEDED')), 'finish-task')).toHaveLength(1);
  });
});
