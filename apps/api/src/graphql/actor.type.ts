import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { builder } from './builder.ts';

export const ActorKindEnum = builder.enumType('ActorKind', {
  description: 'Who can do something.',
  values: {
    MEMBER: { description: 'A person of the business.' },
    INTEGRATION: { description: "A partner's software, through its key." },
    CUSTOMER: { description: 'The customer, through a link.' },
    SYSTEM: { description: 'The machine.' },
  } as const,
});

export const ActorType = builder.objectRef<Actor>('Actor').implement({
  description: 'Who did something.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ActorKindEnum, description: 'What kind of actor.' }),
    name: t.string({
      nullable: true,
      description: 'Name of the member or the integration; null for customers and the machine.',
      resolve: async (actor, _args, { db, organizationId }) => {
        if (!organizationId || actor.id === null) return null;
        const where = { organizationId_id: { organizationId, id: actor.id } };
        if (actor.kind === 'MEMBER') return (await db.member.findUnique({ where }))?.displayName ?? null;
        if (actor.kind === 'INTEGRATION') return (await db.integration.findUnique({ where }))?.name ?? null;
        return null;
      },
    }),
  }),
});
