import type { AccessLink } from '@zahlwerk/db/generated/client';
import { invitationData } from '../auth/find-invitation.ts';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { RoleEnum } from './member.type.ts';
import { OrganizationNode } from './organization.type.ts';

/** An invitation that nobody has accepted yet, as those see it who may invite. */
export const InvitationType = builder.objectRef<AccessLink>('Invitation').implement({
  description: 'An invitation that has not been accepted yet.',
  fields: (t) => ({
    id: t.id({ description: 'Opaque and unique.', resolve: ({ id }) => encodeId('Invitation', id) }),
    email: t.string({
      description: 'Who is invited.',
      resolve: ({ data }) => invitationData.parse(data).email,
    }),
    role: t.field({
      type: RoleEnum,
      description: 'What they will be.',
      resolve: ({ data }) => invitationData.parse(data).role,
    }),
    link: t.string({
      description: 'The address to open; whoever has it can accept under that mail address.',
      resolve: ({ id }, _args, { ports }) => `${ports.publicUrl}/invitation/${ports.links.tokenOf(id)}`,
    }),
    invitedAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'Until when.' }),
  }),
});

builder.prismaObjectField(OrganizationNode, 'invitations', (t) =>
  t.field({
    type: [InvitationType],
    description: 'Invitations that have not been accepted yet.',
    authScopes: { permission: 'member:write' },
    resolve: ({ id }, _args, { db }) =>
      db.accessLink.findMany({
        where: {
          organizationId: id,
          purpose: 'INVITATION',
          usedAt: null,
          revokedAt: null,
          OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
        },
        orderBy: { createdAt: 'asc' },
      }),
  }),
);
