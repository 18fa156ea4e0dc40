import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { EventToAppend } from '@zahlwerk/db/events';
import type { Task } from '@zahlwerk/db/generated/client';
import { type BusinessTime, morningAfter } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';

/** What somebody is to look after that is not a step of a case: a message, a payout, an event, a customer's copy. */
export interface ExceptionAbout extends Pick<Task, 'organizationId' | 'reason' | 'subject' | 'subjectId'> {
  readonly caseId?: string | null;
  /** What it is about, in the words of a machine: a template, an event's type, a code. */
  readonly detail?: string | null;
}

/** Raises a task for whoever looks first, due today. Gives back the event that tells of it, to be appended last. */
export const raiseException = async (
  tx: TenantTransaction,
  id: string,
  about: ExceptionAbout,
  { now, today }: Pick<BusinessTime, 'now' | 'today'>,
): Promise<EventToAppend> => {
  await tx.task.create({
    data: {
      ...about,
      id,
      kind: 'EXCEPTION',
      dueOn: dayToDate(today),
      remindAt: await morningAfter(tx, about.organizationId, today),
      state: 'OPEN',
      createdAt: now,
      createdByKind: 'SYSTEM',
    },
  });
  return {
    stream: 'task',
    streamId: id,
    type: 'task.created',
    at: now,
    actor: SYSTEM,
    caseId: about.caseId ?? null,
    data: { taskId: id },
  };
};
