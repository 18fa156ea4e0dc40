import type { Organization } from '@zahlwerk/db/generated/client';
import { skontoTermsSchema } from '@zahlwerk/domain/invoices/skonto-terms.schema';
import { organizationSchema } from '@zahlwerk/domain/organizations/organization.schema';
import { builder } from '../graphql/builder.ts';
import { NotAllowed, VersionConflict } from '../graphql/errors.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { UpdateOrganizationInput } from './organization.input.ts';
import { OrganizationNode } from './organization.type.ts';
import { type OrganizationEnv, writeOrganization } from './write-organization.ts';

const Success = builder.objectRef<{ organizationId: string }>('UpdateOrganizationSuccess').implement({
  description: 'The settings have been changed.',
  fields: (t) => ({
    organization: t.prismaField({
      type: OrganizationNode,
      description: 'The business.',
      resolve: (query, { organizationId }, _args, { db }) =>
        db.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
    }),
  }),
});

const FIELDS = Object.keys(
  organizationSchema.in.shape,
) as readonly (keyof typeof organizationSchema.in.shape)[];

/** The data of the row as the parser takes them. */
const dataOf = (organization: Organization): Record<string, unknown> =>
  Object.fromEntries(FIELDS.map((field) => [field, organization[field]]));

/** Single control works only while exactly one member may close (rule 7). */
const refuseSingleControl = async ({ tx, organization }: OrganizationEnv): Promise<void> => {
  const closers = await tx.member.count({
    where: { organizationId: organization.id, state: 'ACTIVE', role: { in: ['OWNER', 'TEAM_LEAD'] } },
  });
  if (closers !== 1) throw new NotAllowed('SINGLE_CONTROL_NEEDS_ONE_CLOSER', ['input', 'singleControl']);
};

builder.mutationField('updateOrganization', (t) =>
  t.withAuth({ member: true, permission: 'organization:write' }).field({
    type: Success,
    description: "Changes the business's data and settings.",
    errors: { types: [VersionConflict, NotAllowed] },
    args: { input: t.arg({ type: UpdateOrganizationInput, description: 'What changes.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { expectedVersion, singleControl, payoutMode, transfersTo, skonto, ...changes } = input;
      const { organizationId, actor } = ctx;
      const writing = { organizationId, actor, operation: 'updateOrganization', idempotency: null };
      await writeOrganization(ctx, writing, async (env) => {
        const { tx, organization, now } = env;
        if (organization.version !== expectedVersion) throw new VersionConflict(organization.version);
        const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
        const data = parseInput(organizationSchema, { ...dataOf(organization), ...said });
        const terms = skonto && parseInput(skontoTermsSchema, skonto, ['input', 'skonto']);
        if (singleControl) await refuseSingleControl(env);
        await tx.organization.update({
          where: { id: organizationId },
          data: {
            ...data,
            ...(singleControl === undefined || singleControl === null ? {} : { singleControl }),
            ...(payoutMode ? { payoutMode } : {}),
            ...(transfersTo ? { transfersTo } : {}),
            ...(terms === undefined
              ? {}
              : { skontoBasisPoints: terms?.basisPoints ?? null, skontoDays: terms?.days ?? null }),
            version: { increment: 1 },
            updatedAt: now,
          },
        });
        if (payoutMode && payoutMode !== organization.payoutMode)
          await workshopOf(ctx.ports).enqueue(tx, organizationId, [{ job: 'set-payout-schedule' }]);
        const version = organization.version + 1;
        return {
          outcomeId: organizationId,
          events: [
            {
              stream: 'organization',
              streamId: organizationId,
              type: 'organization.updated',
              data: { version },
            },
          ],
        };
      });
      return { organizationId };
    },
  }),
);
