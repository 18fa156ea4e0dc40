import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { findInvitation, type Invitation } from '../auth/find-invitation.ts';
import { builder } from '../graphql/builder.ts';
import type { SignedInContext } from '../graphql/context.ts';
import { LinkInvalid, NotAllowed } from '../graphql/errors.ts';
import { OrganizationNode } from './organization.type.ts';
import { type OrganizationEnv, writeOrganization } from './write-organization.ts';

const Input = builder.inputType('AcceptInvitationInput', {
  description: 'The link of an invitation.',
  fields: (t) => ({ token: t.string({ description: "The last part of the invitation's address." }) }),
});

const Success = builder.objectRef<{ organizationId: string }>('AcceptInvitationSuccess').implement({
  description: 'The caller is a member.',
  fields: (t) => ({
    organization: t.prismaField({
      type: OrganizationNode,
      description: 'The business the caller works for now.',
      resolve: (query, { organizationId }, _args, { db }) =>
        db.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
    }),
  }),
});

/** Uses the link up. Decided again under the lock: the link is good for one person, once. */
const useLink = async ({ tx, organization, now }: OrganizationEnv, linkId: string): Promise<void> => {
  const { count } = await tx.accessLink.updateMany({
    where: { organizationId: organization.id, id: linkId, usedAt: null, revokedAt: null },
    data: { usedAt: now },
  });
  if (count !== 1) throw new LinkInvalid();
};

/** Makes the caller a member; somebody who was removed before comes back as the same member. */
const join = async (
  { tx, now }: OrganizationEnv,
  { caller }: SignedInContext,
  { organizationId, role, invitedById }: Invitation,
  memberId: string,
): Promise<void> => {
  const where = { organizationId_userId: { organizationId, userId: caller.userId } };
  const known = await tx.member.findUnique({ where });
  if (known?.state === 'ACTIVE') throw new NotAllowed('ALREADY_MEMBER');
  const profile = { displayName: caller.name, email: caller.email, role, invitedById };
  if (known)
    await tx.member.update({
      where,
      data: { ...profile, state: 'ACTIVE', removedAt: null, joinedAt: now, version: { increment: 1 } },
    });
  else
    await tx.member.create({
      data: {
        organizationId,
        id: memberId,
        userId: caller.userId,
        ...profile,
        state: 'ACTIVE',
        joinedAt: now,
      },
    });
};

/** The member that the caller is or will be: the actor of the event. */
const memberIdOf = async (ctx: SignedInContext, { organizationId }: Invitation): Promise<string> => {
  await ctx.reads.enter(organizationId);
  const known = await ctx.db.member.findFirst({ where: { organizationId, userId: ctx.caller.userId } });
  return known?.id ?? ctx.ports.newId();
};

builder.mutationField('acceptInvitation', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: Success,
    description: 'Makes the caller a member of the business that has invited them.',
    errors: { types: [LinkInvalid, NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'The link.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { ports, caller } = ctx;
      const lookup = { db: ports.db, systemDb: ports.systemDb, hashOf: ports.links.hashOf };
      const invitation = await findInvitation(lookup, input.token);
      if (!invitation) throw new LinkInvalid();
      if (invitation.email.toLowerCase() !== caller.email.toLowerCase())
        throw new NotAllowed('INVITATION_FOR_ANOTHER_ADDRESS', ['input', 'token']);
      const { organizationId, linkId, role } = invitation;
      const memberId = await memberIdOf(ctx, invitation);
      const actor: Actor = { kind: 'MEMBER', id: memberId };
      const writing = { organizationId, actor, operation: 'acceptInvitation', idempotency: null };
      await writeOrganization(ctx, writing, async (env) => {
        await useLink(env, linkId);
        await join(env, ctx, invitation, memberId);
        return {
          outcomeId: memberId,
          events: [{ stream: 'member', streamId: memberId, type: 'member.joined', data: { role } }],
        };
      });
      await ctx.workFor(organizationId);
      return { organizationId };
    },
  }),
);
