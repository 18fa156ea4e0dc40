import { builder } from '../graphql/builder.ts';
import type { ApiContext, Membership } from '../graphql/context.ts';
import { encodeId } from '../graphql/ids.ts';
import { RoleEnum } from './member.type.ts';
import { OrganizationNode } from './organization.type.ts';

const MembershipType = builder.objectRef<Membership>('Membership').implement({
  description: 'A business that the user works for; name it in the header `X-Organization` to act for it.',
  fields: (t) => ({
    organizationId: t.id({
      description: 'Id of the organization.',
      resolve: ({ organizationId }) => encodeId('Organization', organizationId),
    }),
    organizationName: t.string({
      description: 'Its name.',
      resolve: ({ organization }) => organization.name,
    }),
    role: t.field({
      type: RoleEnum,
      description: 'What the user may do there.',
      resolve: ({ role }) => role,
    }),
  }),
});

/** The viewer is the context itself: whoever has sent this request. */
const ViewerType = builder.objectRef<ApiContext>('Viewer').implement({
  description: 'Whoever sends this request: a person with a session, or a partner with a key.',
  fields: (t) => ({
    name: t.string({
      nullable: true,
      description: "The person's name; null for a key.",
      resolve: ({ caller }) => (caller.kind === 'USER' ? caller.name : null),
    }),
    email: t.string({
      nullable: true,
      description: "The person's mail address; null for a key.",
      resolve: ({ caller }) => (caller.kind === 'USER' ? caller.email : null),
    }),
    memberId: t.id({
      nullable: true,
      description: 'Id of the member that the person is here.',
      resolve: ({ caller }) =>
        caller.kind === 'USER' && caller.member ? encodeId('Member', caller.member.memberId) : null,
    }),
    role: t.field({
      type: RoleEnum,
      nullable: true,
      description: 'Role in the organization acted for; null for a key.',
      resolve: ({ caller }) => (caller.kind === 'USER' ? (caller.member?.role ?? null) : null),
    }),
    scopes: t.stringList({
      description: 'Everything the viewer may do, as `noun:verb`.',
      resolve: ({ permissions }) => [...permissions].sort(),
    }),
    organization: t.prismaField({
      type: OrganizationNode,
      nullable: true,
      description: 'The organization acted for; null for a person without one.',
      resolve: (query, { organizationId }, _args, { db }) =>
        organizationId ? db.organization.findUnique({ ...query, where: { id: organizationId } }) : null,
    }),
    memberships: t.field({
      type: [MembershipType],
      description: 'All organizations of the person; empty for a key.',
      resolve: ({ caller }) => (caller.kind === 'USER' ? [...caller.memberships] : []),
    }),
    demo: t.boolean({
      description: 'Whether this installation is a demo, where no money is real.',
      resolve: ({ ports }) => ports.env.mode === 'demo',
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.withAuth({ public: true }).field({
    type: ViewerType,
    nullable: true,
    description: 'Whoever sends this request; null for nobody.',
    resolve: (_root, _args, context) => (context.caller.kind === 'ANONYMOUS' ? null : context),
  }),
);
