import { DEFAULT_DEFINITION, type WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import { builder } from '../graphql/builder.ts';
import { VersionConflict } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { CaptureModeEnum } from '../workflow/types/enums.ts';
import { OrganizationNode } from './organization.type.ts';
import { type OrganizationEnv, writeOrganization } from './write-organization.ts';

const Input = builder.inputType('SetCaptureModeInput', {
  description: 'How the cards of new cases are collected.',
  fields: (t) => ({
    capture: t.field({ type: CaptureModeEnum, description: 'At once, or reserved first.' }),
    expectedVersion: t.int({
      description: 'Number of the version of the workflow that the caller has seen in force.',
    }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; replayed: boolean }>('SetCaptureModeSuccess')
  .implement({
    description: 'The next case collects its cards like this.',
    fields: (t) => ({
      organization: t.prismaField({
        type: OrganizationNode,
        description: 'The business.',
        resolve: (query, { organizationId }, _args, { db }) =>
          db.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key had been used and nothing was done again.',
      }),
    }),
  });

/** A version that was in force is never changed: the next one takes its place, and running cases keep theirs. */
const putInForce = async (
  { tx, organization: { id: organizationId }, now }: OrganizationEnv,
  { id, memberId, number, definition }: NewVersion,
): Promise<void> => {
  await tx.workflowVersion.updateMany({
    where: { organizationId, state: 'ACTIVE' },
    data: { state: 'RETIRED', retiredAt: now },
  });
  await tx.workflowVersion.create({
    data: {
      ...{ organizationId, id, number, state: 'ACTIVE', definition: { ...definition } as object },
      ...{ createdByKind: 'MEMBER', createdById: memberId, createdAt: now },
      ...{ activatedByKind: 'MEMBER', activatedById: memberId, activatedAt: now },
    },
  });
};

interface NewVersion {
  readonly id: string;
  readonly memberId: string;
  readonly number: number;
  readonly definition: WorkflowDefinition;
}

builder.mutationField('setCaptureMode', (t) =>
  t.withAuth({ member: true, permission: 'organization:write' }).field({
    type: Success,
    description:
      'Chooses for new cases whether cards are collected at once, or reserved until step 6: the next version of the workflow.',
    errors: { types: [VersionConflict] },
    args: { input: t.arg({ type: Input, description: 'How.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const { capture, expectedVersion } = input;
      const writing = { organizationId, actor, operation: 'setCaptureMode', idempotency: keyed(input) };
      const { replayed } = await writeOrganization(ctx, writing, async (env) => {
        const active = await env.tx.workflowVersion.findFirstOrThrow({
          where: { organizationId, state: 'ACTIVE' },
        });
        if (active.number !== expectedVersion) throw new VersionConflict(active.number);
        const before = active.definition as unknown as WorkflowDefinition;
        if ((before.capture ?? DEFAULT_DEFINITION.capture) === capture)
          return { outcomeId: active.id, events: [] };
        const [id, number] = [ports.newId(), active.number + 1];
        await putInForce(env, { id, memberId: actor.id, number, definition: { ...before, capture } });
        return {
          outcomeId: id,
          events: [{ stream: 'workflow', streamId: id, type: 'workflow.activated', data: { number } }],
        };
      });
      return { organizationId, replayed };
    },
  }),
);
