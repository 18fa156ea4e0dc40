import { findInvitation, type Invitation } from '../auth/find-invitation.ts';
import { builder } from '../graphql/builder.ts';
import { RoleEnum } from './member.type.ts';

const OfferedInvitationType = builder.objectRef<Invitation>('OfferedInvitation').implement({
  description: 'What whoever holds the link of an invitation may know before accepting.',
  fields: (t) => ({
    organizationName: t.exposeString('organizationName', { description: 'Who invites.' }),
    email: t.exposeString('email', { description: 'The mail address that is invited.' }),
    role: t.expose('role', { type: RoleEnum, description: 'What they will be.' }),
  }),
});

builder.queryField('invitation', (t) =>
  t.withAuth({ public: true }).field({
    type: OfferedInvitationType,
    nullable: true,
    description: 'The invitation behind a link; null when it is no longer good.',
    args: { token: t.arg.string({ description: 'The last part of the address.' }) },
    resolve: (_root, { token }, { ports }) =>
      findInvitation({ db: ports.db, systemDb: ports.systemDb, hashOf: ports.links.hashOf }, token),
  }),
);
