import { builder } from '../graphql/builder.ts';
import { MemberNode } from './member.type.ts';

interface MemberOutcome {
  readonly organizationId: string;
  readonly memberId: string;
}

/** The success type of a mutation that answers with a member. */
export const memberSuccess = (name: string, description: string) =>
  builder.objectRef<MemberOutcome>(name).implement({
    description,
    fields: (t) => ({
      member: t.prismaField({
        type: MemberNode,
        description: 'The member.',
        resolve: (query, { organizationId, memberId }, _args, { db }) =>
          db.member.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId, id: memberId } },
          }),
      }),
    }),
  });
