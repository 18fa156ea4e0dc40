import { emailProblem, normalizeEmail } from '@zahlwerk/domain/customers/checks/email';
import { builder } from '../graphql/builder.ts';
import { NotAllowed, ValidationFailed } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { InvitationType } from './invitation.type.ts';
import { RoleEnum } from './member.type.ts';
import { queueInvitation } from './queue-invitation.ts';
import { type OrganizationEnv, writeOrganization } from './write-organization.ts';

/** Real time: an invitation does not follow the shifted clock of a demo. */
const VALID_MS = 7 * 24 * 60 * 60 * 1000;

const Input = builder.inputType('InviteMemberInput', {
  description: 'Who is to work for the business.',
  fields: (t) => ({
    email: t.string({
      description: 'Mail address of the person; only under it can the invitation be accepted.',
    }),
    role: t.field({ type: RoleEnum, description: 'What the person may do.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; linkId: string; replayed: boolean }>('InviteMemberSuccess')
  .implement({
    description: 'The person is invited.',
    fields: (t) => ({
      invitation: t.field({
        type: InvitationType,
        description: 'The invitation with its link.',
        resolve: ({ organizationId, linkId }, _args, { db }) =>
          db.accessLink.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id: linkId } } }),
      }),
      replayed: t.exposeBoolean('replayed', { description: 'Whether the key had been used before.' }),
    }),
  });

const emailOf = (text: string): string => {
  const email = normalizeEmail(text);
  const problem = emailProblem(email);
  if (problem) throw new ValidationFailed([{ path: ['input', 'email'], code: problem }]);
  return email;
};

/** A new invitation of the same person makes the older ones void. */
const revokeOlder = async ({ tx, organization, now }: OrganizationEnv, email: string): Promise<void> => {
  await tx.accessLink.updateMany({
    where: {
      organizationId: organization.id,
      purpose: 'INVITATION',
      usedAt: null,
      revokedAt: null,
      data: { path: ['email'], equals: email },
    },
    data: { revokedAt: now },
  });
};

builder.mutationField('inviteMember', (t) =>
  t.withAuth({ member: true, permission: 'member:write' }).field({
    type: Success,
    description: 'Invites a person by a link that is good for a week and for that mail address only.',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'The person and the role.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const email = emailOf(input.email);
      const linkId = ports.newId();
      const writing = { organizationId, actor, operation: 'inviteMember', idempotency: keyed(input) };
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async (env) => {
        const { tx, now } = env;
        const known = await tx.member.findFirst({
          where: { organizationId, state: 'ACTIVE', email: { equals: email, mode: 'insensitive' } },
        });
        if (known) throw new NotAllowed('ALREADY_MEMBER', ['input', 'email']);
        await revokeOlder(env, email);
        await tx.accessLink.create({
          data: {
            organizationId,
            id: linkId,
            purpose: 'INVITATION',
            tokenHash: ports.links.hashOf(ports.links.tokenOf(linkId)),
            data: { email, role: input.role },
            expiresAt: new Date(Date.now() + VALID_MS),
            createdByKind: 'MEMBER',
            createdById: actor.id,
            createdAt: now,
          },
        });
        await queueInvitation(ports, env, linkId, email);
        const data = { role: input.role };
        return {
          outcomeId: linkId,
          events: [{ stream: 'invitation', streamId: linkId, type: 'member.invited', data }],
        };
      });
      return { organizationId, linkId: outcomeId, replayed };
    },
  }),
);
