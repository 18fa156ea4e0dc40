import type { Role } from '@zahlwerk/domain/workflow/actor';
import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { oneOf } from '../live/event-data.ts';
import { RoleEnum } from './member.type.ts';

const ROLES: readonly Role[] = ['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER'];

builder.prismaObject('Event', {
  variant: 'OrganizationEvent',
  interfaces: [EventInterface],
  description: 'Something about the business itself; it tells no more than every event.',
});

builder.prismaObject('Event', {
  variant: 'MemberEvent',
  interfaces: [EventInterface],
  description: 'Somebody was invited, has joined, may do something else, or was removed.',
  fields: (t) => ({
    member: t.prismaField({
      type: 'Member',
      nullable: true,
      authScopes: { permission: 'member:read' },
      description: 'The member; null for an invitation.',
      resolve: (query, { organizationId, stream, streamId: id }, _args, { db }) =>
        stream === 'member'
          ? db.member.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
          : null,
    }),
    role: t.field({
      type: RoleEnum,
      nullable: true,
      description: 'What they may do since; null once removed.',
      resolve: (event) => oneOf(event, 'role', ROLES) ?? oneOf(event, 'to', ROLES),
    }),
  }),
});
