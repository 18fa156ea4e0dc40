import { builder } from '../graphql/builder.ts';
import { NotAllowed, VersionConflict } from '../graphql/errors.ts';
import { decodeId } from '../graphql/ids.ts';
import { memberSuccess } from './member-success.ts';
import { keepAnOwner, memberAt } from './members.ts';
import { writeOrganization } from './write-organization.ts';

const Input = builder.inputType('RemoveMemberInput', {
  description: 'Who works for the business no longer.',
  fields: (t) => ({
    memberId: t.id({ description: 'Which member.' }),
    expectedVersion: t.int({ description: "The member's version that the caller has seen." }),
  }),
});

const Success = memberSuccess('RemoveMemberSuccess', 'The member has been removed.');

builder.mutationField('removeMember', (t) =>
  t.withAuth({ member: true, permission: 'member:write' }).field({
    type: Success,
    description: 'Takes all rights from a member, at once. What they did stays under their name.',
    errors: { types: [VersionConflict, NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'The member.' }) },
    resolve: async (_root, { input: { memberId: id, expectedVersion } }, ctx) => {
      const { organizationId, actor } = ctx;
      const memberId = decodeId('Member', id, ['input', 'memberId']);
      const writing = { organizationId, actor, operation: 'removeMember', idempotency: null };
      await writeOrganization(ctx, writing, async (env) => {
        const member = await memberAt(env, memberId, expectedVersion);
        await keepAnOwner(env, member, null);
        await env.tx.member.update({
          where: { organizationId_id: { organizationId, id: memberId } },
          data: { state: 'REMOVED', removedAt: env.now, version: { increment: 1 } },
        });
        return {
          outcomeId: memberId,
          events: [{ stream: 'member', streamId: memberId, type: 'member.removed' }],
        };
      });
      return { organizationId, memberId };
    },
  }),
);
