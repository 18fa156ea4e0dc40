import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { placeOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'TaskEvent',
  interfaces: [EventInterface],
  description: 'A task was made, taken, handed over or done, or somebody was reminded of it.',
  fields: (t) => ({
    task: t.prismaField({
      type: 'Task',
      nullable: true,
      authScopes: { permission: 'task:read' },
      description: 'The task, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'taskId');
        return where && db.task.findUnique({ ...query, where });
      },
    }),
  }),
});
