import { builder } from '../graphql/builder.ts';
import { NotAllowed, VersionConflict } from '../graphql/errors.ts';
import { decodeId } from '../graphql/ids.ts';
import { RoleEnum } from './member.type.ts';
import { memberSuccess } from './member-success.ts';
import { keepAnOwner, memberAt } from './members.ts';
import { writeOrganization } from './write-organization.ts';

const Input = builder.inputType('ChangeMemberRoleInput', {
  description: 'What a member may do from now on.',
  fields: (t) => ({
    memberId: t.id({ description: 'Which member.' }),
    role: t.field({ type: RoleEnum, description: 'The new role.' }),
    expectedVersion: t.int({ description: "The member's version that the caller has seen." }),
  }),
});

const Success = memberSuccess('ChangeMemberRoleSuccess', 'The member has the role.');

builder.mutationField('changeMemberRole', (t) =>
  t.withAuth({ member: true, permission: 'member:write' }).field({
    type: Success,
    description: 'Gives a member another role. The last owner stays one.',
    errors: { types: [VersionConflict, NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'The member and the role.' }) },
    resolve: async (_root, { input: { memberId: id, role, expectedVersion } }, ctx) => {
      const { organizationId, actor } = ctx;
      const memberId = decodeId('Member', id, ['input', 'memberId']);
      const writing = { organizationId, actor, operation: 'changeMemberRole', idempotency: null };
      await writeOrganization(ctx, writing, async (env) => {
        const member = await memberAt(env, memberId, expectedVersion);
        if (member.role === role) return { outcomeId: memberId, events: [] };
        await keepAnOwner(env, member, role);
        await env.tx.member.update({
          where: { organizationId_id: { organizationId, id: memberId } },
          data: { role, version: { increment: 1 } },
        });
        const data = { from: member.role, to: role };
        return {
          outcomeId: memberId,
          events: [{ stream: 'member', streamId: memberId, type: 'member.role_changed', data }],
        };
      });
      return { organizationId, memberId };
    },
  }),
);
