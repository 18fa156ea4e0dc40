import type { Task } from '@zahlwerk/db/generated/client';
import {
  TASK_ACTIONS,
  type TaskAction,
  type TaskActionAnswer,
  taskActionsFor,
} from '@zahlwerk/domain/tasks/decide-task';
import { type Refusal, refusalText } from '@zahlwerk/domain/workflow/refusal';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { BOOKS_BROKEN, findingText } from '../ledger/finding-text.ts';
import { taskDeskOf } from './task-desk.ts';

const TaskKindEnum = builder.enumType('TaskKind', {
  description: "PAYMENT is the case's own task for accounts; EXCEPTION is something that is not clean.",
  values: ['PAYMENT', 'EXCEPTION'] as const,
});

export const TaskStateEnum = builder.enumType('TaskState', {
  description: 'OPEN lies in the queue, CLAIMED is with a member, DONE is over.',
  values: ['OPEN', 'CLAIMED', 'DONE'] as const,
});

export const TaskPriorityEnum = builder.enumType('TaskPriority', {
  description: 'How urgent a task is.',
  values: ['LOW', 'NORMAL', 'HIGH'] as const,
});

const TaskActionEnum = builder.enumType('TaskAction', {
  description: 'CLAIM takes it, ASSIGN hands it over, FINISH ends it by hand.',
  values: TASK_ACTIONS,
});

interface BlockedTaskAction {
  readonly action: TaskAction;
  readonly refusal: Refusal;
}

const BlockedTaskActionType = builder.objectRef<BlockedTaskAction>('BlockedTaskAction').implement({
  description: 'Something the caller may not do with a task now, with the reason and who unblocks it.',
  fields: (t) => ({
    action: t.expose('action', { type: TaskActionEnum, description: 'Which action.' }),
    code: t.string({ description: 'Stable code of the reason.', resolve: ({ refusal }) => refusal.code }),
    reason: t.string({
      description: "One sentence in the caller's language.",
      resolve: ({ refusal }, _args, { language }) => refusalText(refusal, language),
    }),
    unblockedBy: t.string({
      nullable: true,
      description: 'Names of members who could.',
      resolve: ({ refusal }) => refusal.unblockedBy ?? null,
    }),
  }),
});

const answersFor = async (task: Task, ctx: ApiContext): Promise<readonly TaskActionAnswer[]> =>
  ctx.actor ? taskActionsFor(await taskDeskOf(ctx, task), ctx.actor) : [];

builder.prismaNode('Task', {
  description: 'Something for a person to do.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'task:read' },
  fields: (t) => ({
    kind: t.expose('kind', { type: TaskKindEnum, description: 'Payment task or exception.' }),
    state: t.expose('state', { type: TaskStateEnum, description: 'Where it stands.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Code of what it is about, such as AMOUNT_DIFFERS.',
    }),
    detail: t.string({
      nullable: true,
      description: "What exactly; a rule of the books is told in the caller's language.",
      resolve: ({ reason, detail }, _args, { language }) =>
        detail && reason === BOOKS_BROKEN ? findingText(detail, language) : detail,
    }),
    priority: t.expose('priority', { type: TaskPriorityEnum, description: 'How urgent it is.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Day until which it should be done.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true, description: 'When it was done.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What was said last: when it was handed over, or when it was done.',
    }),
    assignee: t.relation('assignee', {
      nullable: true,
      description: 'Who has it; null while it lies in the queue.',
    }),
    case: t.relation('paymentCase', { nullable: true, description: 'The case it belongs to.' }),
    allowedActions: t.field({
      type: [TaskActionEnum],
      description: 'What the caller may do with it now.',
      resolve: async (task, _args, ctx) =>
        (await answersFor(task, ctx)).filter(({ refusal }) => !refusal).map(({ action }) => action),
    }),
    blockedActions: t.field({
      type: [BlockedTaskActionType],
      description: 'What the caller may not do with it now, and why not.',
      resolve: async (task, _args, ctx) =>
        (await answersFor(task, ctx)).flatMap(({ action, refusal }) =>
          refusal ? [{ action, refusal }] : [],
        ),
    }),
  }),
});
