import { builder } from '../graphql/builder.ts';
import { NotAllowed, NotFound } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { ApiKeyNode } from './integration.type.ts';

const Input = builder.inputType('RevokeApiKeyInput', {
  description: 'A key that is to work no longer.',
  fields: (t) => ({
    apiKeyId: t.id({ description: 'Which key.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; keyId: string; replayed: boolean }>('RevokeApiKeySuccess')
  .implement({
    description: 'The key works no longer.',
    fields: (t) => ({
      apiKey: t.prismaField({
        type: ApiKeyNode,
        description: 'The key.',
        resolve: (query, { organizationId, keyId }, _args, { db }) =>
          db.apiKey.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId, id: keyId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'Whether the idempotency key had been used before.',
      }),
    }),
  });

builder.mutationField('revokeApiKey', (t) =>
  t.withAuth({ member: true, permission: 'key:write' }).field({
    type: Success,
    description: 'Ends a key at once, streams that were opened with it within seconds.',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'The key.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const keyId = decodeId('ApiKey', input.apiKeyId, ['input', 'apiKeyId']);
      const writing = { organizationId, actor, operation: 'revokeApiKey', idempotency: keyed(input) };
      const { replayed } = await writeOrganization(ctx, writing, async ({ tx, now }) => {
        const where = { organizationId_id: { organizationId, id: keyId } };
        const key = await tx.apiKey.findUnique({ where });
        if (!key) throw new NotFound('ApiKey', ['input', 'apiKeyId']);
        if (key.revokedAt) throw new NotAllowed('ALREADY_REVOKED', ['input', 'apiKeyId']);
        await tx.apiKey.update({
          where,
          data: { revokedAt: now, revokedByKind: actor.kind, revokedById: actor.id },
        });
        return {
          outcomeId: keyId,
          events: [{ stream: 'api_key', streamId: keyId, type: 'api_key.revoked' }],
        };
      });
      return { organizationId, keyId, replayed };
    },
  }),
);
