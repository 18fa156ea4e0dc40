import { dayToDate } from '@zahlwerk/db/calendar-day';
import { morningAfter } from '@zahlwerk/db/now';
import { actorColumns, type Writer } from './writer.ts';

/** An exception for the same reason is raised once; the one that lies there already stays. */
export const createTask: Writer<'create-task'> = async (saving, { type: _, dueOn, remindAfter, ...task }) => {
  const { tx, organizationId, state, env } = saving;
  const lying = state.tasks.some(
    (one) =>
      one.kind === 'EXCEPTION' &&
      task.kind === 'EXCEPTION' &&
      one.reason === task.reason &&
      one.state !== 'DONE',
  );
  if (lying) return;
  await tx.task.create({
    data: {
      ...task,
      organizationId,
      caseId: state.id,
      dueOn: dayToDate(dueOn),
      remindAt: await morningAfter(tx, organizationId, remindAfter ?? dueOn),
      state: task.assigneeId ? 'CLAIMED' : 'OPEN',
      claimedAt: task.assigneeId ? env.now : null,
      createdAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
};

export const askApproval: Writer<'ask-approval'> = async ({ tx, organizationId, state, env }, change) => {
  if (env.actor.kind !== 'MEMBER') throw new Error('Only a member can ask for an approval.');
  await tx.approval.create({
    data: {
      organizationId,
      id: change.id,
      kind: change.kind,
      subjectId: change.subjectId,
      caseId: state.id,
      amountMinor: change.amount.minor,
      currency: change.amount.currency,
      reason: change.reason,
      state: 'OPEN',
      askedById: env.actor.id,
      askedAt: env.now,
    },
  });
};

export const decideApproval: Writer<'decide-approval'> = (
  { tx, organizationId, env },
  { id, granted, reason },
) =>
  tx.approval.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      state: granted ? 'GRANTED' : 'REFUSED',
      decidedById: env.actor.id,
      decidedAt: env.now,
      decisionReason: reason,
    },
  });
