import { builder } from '../graphql/builder.ts';
import { NotAllowed, ProviderUnavailable } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { connectAccount } from './connect-account.ts';
import { PaymentProviderEnum, ProviderAccountNode } from './provider-account.type.ts';

const Input = builder.inputType('ConnectProviderInput', {
  description: "The key of the business's account at a payment provider.",
  fields: (t) => ({
    provider: t.field({ type: PaymentProviderEnum, description: 'Which provider.' }),
    secretKey: t.string({
      description: 'Secret or restricted key; it is kept encrypted and never shown again.',
    }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; accountId: string; replayed: boolean }>('ConnectProviderSuccess')
  .implement({
    description: 'The account is connected.',
    fields: (t) => ({
      providerAccount: t.prismaField({
        type: ProviderAccountNode,
        description: 'The account.',
        resolve: (query, { organizationId, accountId }, _args, { db }) =>
          db.providerAccount.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId, id: accountId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', { description: 'Whether the key had been used before.' }),
    }),
  });

builder.mutationField('connectProvider', (t) =>
  t.withAuth({ member: true, permission: 'organization:write' }).field({
    type: Success,
    description:
      'Connects the account at a payment provider. The demo accepts test keys only, production live keys only.',
    errors: { types: [NotAllowed, ProviderUnavailable] },
    args: { input: t.arg({ type: Input, description: 'Provider and key.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const connecting = {
        organizationId,
        actor,
        secretKey: input.secretKey.trim(),
        idempotency: keyed(input),
      };
      return { organizationId, ...(await connectAccount(ctx, connecting)) };
    },
  }),
);
