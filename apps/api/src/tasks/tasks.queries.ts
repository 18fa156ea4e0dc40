import type { Prisma } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { TaskStateEnum } from './task.type.ts';

const TaskListEnum = builder.enumType('TaskList', {
  description: "MINE: claimed by the caller. TEAM: everybody's. UNASSIGNED: nobody's yet.",
  values: ['MINE', 'TEAM', 'UNASSIGNED'] as const,
});

const whichTasks = (
  ctx: Pick<TenantContext, 'actor'> & { readonly organizationId: string },
  list: 'MINE' | 'TEAM' | 'UNASSIGNED',
  states: readonly ('OPEN' | 'CLAIMED' | 'DONE')[],
): Prisma.TaskWhereInput => ({
  organizationId: ctx.organizationId,
  state: { in: [...states] },
  ...(list === 'MINE' ? { assigneeId: ctx.actor.kind === 'MEMBER' ? ctx.actor.id : null } : {}),
  ...(list === 'UNASSIGNED' ? { assigneeId: null } : {}),
});

builder.queryField('tasks', (t) =>
  t.withAuth({ permission: 'task:read' }).prismaConnection(
    {
      type: 'Task',
      cursor: 'organizationId_id',
      description: 'What people have to do, due first.',
      args: {
        list: t.arg({ type: TaskListEnum, defaultValue: 'TEAM', description: 'Whose tasks.' }),
        states: t.arg({
          type: [TaskStateEnum],
          defaultValue: ['OPEN', 'CLAIMED'],
          description: 'In which states.',
        }),
      },
      totalCount: (_root, { list, states }, ctx) => {
        const { organizationId, actor } = ctx;
        if (!organizationId || actor?.kind === undefined) return 0;
        return ctx.db.task.count({ where: whichTasks(ctx as TenantContext, list, states) });
      },
      resolve: (query, _root, { list, states }, ctx) =>
        ctx.db.task.findMany({
          ...query,
          where: whichTasks(ctx, list, states),
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        }),
    },
    { name: 'TaskConnection' },
    { name: 'TaskEdge' },
  ),
);
