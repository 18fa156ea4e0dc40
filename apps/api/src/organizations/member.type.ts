import { builder } from '../graphql/builder.ts';

export const RoleEnum = builder.enumType('Role', {
  description: 'What a member may do: see the table in the documentation.',
  values: ['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER'] as const,
});

export const MemberNode = builder.prismaNode('Member', {
  description: 'A person of the business.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    name: t.exposeString('displayName', { description: 'The name others see.' }),
    email: t.exposeString('email', { description: 'Mail address.' }),
    role: t.expose('role', { type: RoleEnum, description: 'What they may do.' }),
    active: t.boolean({
      description: 'False once removed; what they did stays under their name.',
      select: { state: true },
      resolve: ({ state }) => state === 'ACTIVE',
    }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime', description: 'Since when.' }),
  }),
});
