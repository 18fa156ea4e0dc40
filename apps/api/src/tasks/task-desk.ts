import type { Task } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { deskOfCase, type TaskDesk } from '@zahlwerk/domain/tasks/task-desk';
import type { Member } from '@zahlwerk/domain/workflow/actor';
import { RECEIPT_ASKED } from '../bank/book-other-receipt.ts';
import type { ApiContext } from '../graphql/context.ts';
import { caseOf } from '../workflow/types/case-loader.ts';

type TaskRow = Pick<Task, 'id' | 'kind' | 'reason' | 'state' | 'assigneeId'>;

/** A task that belongs to no case: a person ends it, except for a question, which ends with the answer. */
export const deskOfTask = (
  { id, kind, reason, state, assigneeId }: TaskRow,
  members: readonly Member[],
): TaskDesk => ({
  members,
  task: { id, kind, reason, state, assigneeId },
  endsBy: reason === RECEIPT_ASKED ? { code: 'TASK_ENDS_BY_ITSELF' } : null,
});

/** Who works in the business now. */
export const activeMembers = async (
  tx: Pick<TenantTransaction, 'member'>,
  organizationId: string,
): Promise<readonly Member[]> => {
  const rows = await tx.member.findMany({
    where: { organizationId, state: 'ACTIVE' },
    orderBy: { joinedAt: 'asc' },
  });
  return rows.map(({ id, role, displayName }) => ({ id, role, name: displayName }));
};

const members = new WeakMap<ApiContext, Promise<readonly Member[]>>();

const membersOf = (ctx: ApiContext): Promise<readonly Member[]> => {
  const known = members.get(ctx) ?? activeMembers(ctx.db, ctx.organizationId ?? '');
  members.set(ctx, known);
  return known;
};

/** What the rules look at, for the derived fields of a task; those of one operation are loaded together. */
export const taskDeskOf = async (ctx: ApiContext, task: Task): Promise<TaskDesk> =>
  task.caseId ? deskOfCase(await caseOf(ctx, task.caseId), task.id) : deskOfTask(task, await membersOf(ctx));
