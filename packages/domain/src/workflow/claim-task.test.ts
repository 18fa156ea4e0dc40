import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anEnv,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  LEAD,
  PARTNER,
  STRANGER,
} from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, refusalOf } from '../../test/outcome.ts';
import { SYSTEM } from './actor.ts';
import { claimTask } from './claim-task.ts';
import type { CaseTask } from './payment-case.ts';

const claim = (task: Partial<CaseTask> = {}, actor = as(CLERK), taskId = 'task') =>
  claimTask(
    aPaymentCase({
      tasks: [{ id: 'task', kind: 'PAYMENT', reason: null, state: 'OPEN', assigneeId: null, ...task }],
    }),
    { taskId },
    anEnv({ actor }),
  );

describe('claimTask', () => {
  it('gives the task to the member who takes it', () => {
    expect(changesOf(claim(), 'claim-task')).toEqual([
      { type: 'claim-task', id: 'task', assigneeId: CLERK.id },
    ]);
  });

  it('changes nothing when it is one’s own already', () => {
    expect(decisionOf(claim({ state: 'CLAIMED', assigneeId: CLERK.id })).changes).toEqual([]);
  });

  it('says who has it', () => {
    expect(claim({ state: 'CLAIMED', assigneeId: LEAD.id })).toMatchObject({
      refusal: { code: 'TASK_ALREADY_CLAIMED', unblockedBy: LEAD.name },
    });
  });

  it('finds no task that is done or unknown', () => {
    expect(refusalOf(claim({ state: 'DONE' }))).toBe('TASK_UNKNOWN');
    expect(refusalOf(claim({}, as(CLERK), 'other'))).toBe('TASK_UNKNOWN');
  });

  it.each([as(ADVISER), STRANGER, PARTNER, CUSTOMER, SYSTEM])('is refused to $kind $id', (actor) => {
    expect(refusalOf(claim({}, actor))).toBe('ROLE_NOT_ALLOWED');
  });
});
