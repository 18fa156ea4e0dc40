import { optionalLine, requiredLine } from '@zahlwerk/domain/customers/safe-text.schema';
import { z } from 'zod';
import { builder } from '../graphql/builder.ts';
import { keyed } from '../graphql/idempotency.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { IntegrationNode } from './integration.type.ts';

const Input = builder.inputType('CreateIntegrationInput', {
  description: "A partner's software.",
  fields: (t) => ({
    name: t.string({ description: 'Its name.' }),
    description: t.string({ required: false, description: 'What it does.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const schema = z.object({ name: requiredLine(80), description: optionalLine(300) });

const Success = builder
  .objectRef<{ organizationId: string; integrationId: string; replayed: boolean }>('CreateIntegrationSuccess')
  .implement({
    description: 'The integration exists; it needs a key to do anything.',
    fields: (t) => ({
      integration: t.prismaField({
        type: IntegrationNode,
        description: 'The integration.',
        resolve: (query, { organizationId, integrationId }, _args, { db }) =>
          db.integration.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId, id: integrationId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', { description: 'Whether the key had been used before.' }),
    }),
  });

builder.mutationField('createIntegration', (t) =>
  t.withAuth({ member: true, permission: 'key:write' }).field({
    type: Success,
    description: "Registers a partner's software.",
    errors: {},
    args: { input: t.arg({ type: Input, description: 'The software.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const { name, description } = parseInput(schema, input);
      const id = ports.newId();
      const writing = { organizationId, actor, operation: 'createIntegration', idempotency: keyed(input) };
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async ({ tx, now }) => {
        await tx.integration.create({
          data: {
            organizationId,
            id,
            name,
            description,
            createdByKind: actor.kind,
            createdById: actor.id,
            createdAt: now,
          },
        });
        return {
          outcomeId: id,
          events: [{ stream: 'integration', streamId: id, type: 'integration.created' }],
        };
      });
      return { organizationId, integrationId: outcomeId, replayed };
    },
  }),
);
