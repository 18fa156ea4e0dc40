import { dateToDay } from '@zahlwerk/db/calendar-day';
import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { Member, Organization, Task } from '@zahlwerk/db/generated/client';
import { businessTime, morningAfter } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import type { Ports } from '../ports.ts';
import { type Workshop, workshopOf } from '../workflow/workshop.ts';

type Overdue = Task & { readonly assignee: Member | null };
type Recipient = Pick<Member, 'email' | 'locale'> & { readonly kind: 'MEMBER' | 'ACCOUNTS' };

/**
 * Reminds of every task that has become overdue: its assignee, or the accounts department while nobody has it; and once
 * more, on the morning two days later, the team leads. That is all: a task is not nagged about (WORKFLOW, step 5).
 */
export const remindTasks = async (ports: Ports, organizationId: string): Promise<void> => {
  const workshop = workshopOf(ports);
  await withTenant(ports.db, organizationId, async (tx) => {
    const { now, today } = await businessTime(tx, organizationId);
    const secondTime = await morningAfter(tx, organizationId, addDays(today, 1));
    const due = await tx.task.findMany({
      where: { organizationId, remindAt: { lte: now }, state: { not: 'DONE' } },
      include: { assignee: true },
      orderBy: [{ remindAt: 'asc' }, { id: 'asc' }],
    });
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const events: EventToAppend[] = [];
    for (const task of due) {
      if (!(await takeTurn(tx, task, secondTime))) continue;
      for (const recipient of await recipientsOf(tx, organization, task))
        await queueReminder(workshop, tx, organization, task, recipient, now);
      events.push(reminded(task, now));
    }
    await appendEvents(tx, organizationId, events);
  });
  workshop.ring(organizationId);
};

/** False when another process has been faster. After the second reminder there is none. */
const takeTurn = async (tx: TenantTransaction, task: Overdue, secondTime: Date): Promise<boolean> => {
  const { organizationId, id, remindAt, remindedCount } = task;
  const { count } = await tx.task.updateMany({
    where: { organizationId, id, remindAt, state: { not: 'DONE' } },
    data: { remindAt: remindedCount === 0 ? secondTime : null, remindedCount: { increment: 1 } },
  });
  return count === 1;
};

const toMember = ({ email, locale }: Member): Recipient => ({ email, locale, kind: 'MEMBER' });

/** The leads, and where there are none the owners; whoever has the task has been reminded already. */
const leadsOf = async (tx: TenantTransaction, { organizationId, assigneeId }: Task): Promise<Recipient[]> => {
  const members = await tx.member.findMany({
    where: { organizationId, state: 'ACTIVE', role: { in: ['TEAM_LEAD', 'OWNER'] } },
    orderBy: { joinedAt: 'asc' },
  });
  const leads = members.filter(({ role }) => role === 'TEAM_LEAD');
  return (leads.length > 0 ? leads : members).filter(({ id }) => id !== assigneeId).map(toMember);
};

const recipientsOf = async (
  tx: TenantTransaction,
  { accountsEmail, locale }: Organization,
  task: Overdue,
): Promise<readonly Recipient[]> => {
  if (task.remindedCount > 0) return leadsOf(tx, task);
  if (task.assignee?.state === 'ACTIVE') return [toMember(task.assignee)];
  return accountsEmail ? [{ email: accountsEmail, locale, kind: 'ACCOUNTS' }] : leadsOf(tx, task);
};

const queueReminder = async (
  workshop: Workshop,
  tx: TenantTransaction,
  { id: organizationId, locale }: Organization,
  task: Task,
  recipient: Recipient,
  now: Date,
): Promise<void> => {
  const id = workshop.newId();
  const { count } = await tx.message.createMany({
    data: {
      organizationId,
      id,
      template: 'task-overdue',
      subjectId: task.id,
      recipientKind: recipient.kind,
      recipient: recipient.email,
      channel: 'EMAIL',
      locale: recipient.locale ?? locale,
      caseId: task.caseId,
      state: 'QUEUED',
      providerKey: id,
      sendAt: now,
      queuedAt: now,
    },
    skipDuplicates: true,
  });
  if (count === 1) await workshop.enqueue(tx, organizationId, [{ job: 'send-message', messageId: id }]);
};

const reminded = ({ id, caseId, dueOn }: Task, now: Date): EventToAppend => ({
  stream: caseId ? 'case' : 'task',
  streamId: caseId ?? id,
  type: 'task.reminded',
  at: now,
  actor: SYSTEM,
  cause: 'remind-tasks',
  caseId,
  data: { taskId: id, dueOn: dateToDay(dueOn) },
});
