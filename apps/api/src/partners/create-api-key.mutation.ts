import { requiredLine } from '@zahlwerk/domain/customers/safe-text.schema';
import { z } from 'zod';
import { newKey } from '../auth/api-key.ts';
import { builder } from '../graphql/builder.ts';
import { NotFound } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { KEY_SCOPES } from '../graphql/permissions.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { ApiKeyNode } from './integration.type.ts';

const Input = builder.inputType('CreateApiKeyInput', {
  description: "A key for a partner's software.",
  fields: (t) => ({
    integrationId: t.id({ description: 'Whose key.' }),
    name: t.string({ description: 'What it is for.' }),
    scopes: t.stringList({ description: 'What it may do; see `apiKeyScopes`.' }),
    expiresAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'Until when; left out: until revoked.',
    }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const schema = z.object({
  name: requiredLine(80),
  scopes: z
    .array(
      z.string().refine((scope) => KEY_SCOPES.some((known) => known === scope), { error: 'UNKNOWN_SCOPE' }),
    )
    .min(1, { error: 'REQUIRED' })
    .max(KEY_SCOPES.length)
    .transform((scopes) => [...new Set(scopes)].sort()),
  // Real time: a key does not follow the shifted clock of a demo.
  expiresAt: z
    .date()
    .nullish()
    .refine((at) => !at || at.getTime() > Date.now(), { error: 'IN_PAST' }),
});

interface Outcome {
  readonly organizationId: string;
  readonly keyId: string;
  readonly secret: string | null;
  readonly replayed: boolean;
}

const Success = builder.objectRef<Outcome>('CreateApiKeySuccess').implement({
  description: 'The key exists.',
  fields: (t) => ({
    apiKey: t.prismaField({
      type: ApiKeyNode,
      description: 'The key, without its secret.',
      resolve: (query, { organizationId, keyId }, _args, { db }) =>
        db.apiKey.findUniqueOrThrow({
          ...query,
          where: { organizationId_id: { organizationId, id: keyId } },
        }),
    }),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'The key itself. It is shown this once; null when the idempotency key had been used before.',
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the idempotency key had been used before.',
    }),
  }),
});

builder.mutationField('createApiKey', (t) =>
  t.withAuth({ member: true, permission: 'key:write' }).field({
    type: Success,
    description: 'Makes a key. Its secret is answered once and kept only as a hash.',
    errors: {},
    args: { input: t.arg({ type: Input, description: 'The key.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const integrationId = decodeId('Integration', input.integrationId, ['input', 'integrationId']);
      const { name, scopes, expiresAt } = parseInput(schema, input);
      const { secret, prefix, hash } = newKey(ports.env.mode === 'demo' ? 'DEMO' : 'PRODUCTION');
      const id = ports.newId();
      const writing = { organizationId, actor, operation: 'createApiKey', idempotency: keyed(input) };
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async ({ tx, now }) => {
        const integration = await tx.integration.findUnique({
          where: { organizationId_id: { organizationId, id: integrationId } },
        });
        if (!integration || integration.disabledAt)
          throw new NotFound('Integration', ['input', 'integrationId']);
        await tx.apiKey.create({
          data: {
            organizationId,
            id,
            integrationId,
            name,
            prefix,
            hash,
            scopes,
            expiresAt: expiresAt ?? null,
            createdByKind: actor.kind,
            createdById: actor.id,
            createdAt: now,
          },
        });
        const data = { integrationId, scopes: scopes.join(' ') };
        return {
          outcomeId: id,
          events: [{ stream: 'api_key', streamId: id, type: 'api_key.created', data }],
        };
      });
      return { organizationId, keyId: outcomeId, secret: replayed ? null : secret, replayed };
    },
  }),
);
