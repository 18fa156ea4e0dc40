import { builder } from '../graphql/builder.ts';

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
    detail: t.exposeString('detail', { nullable: true, description: 'What exactly.' }),
    priority: t.expose('priority', { type: TaskPriorityEnum, description: 'How urgent it is.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Day until which it should be done.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true, description: 'When it was done.' }),
    assignee: t.relation('assignee', {
      nullable: true,
      description: 'Who has it; null while it lies in the queue.',
    }),
    case: t.relation('paymentCase', { nullable: true, description: 'The case it belongs to.' }),
  }),
});
