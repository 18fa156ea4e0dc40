import { builder } from '../graphql/builder.ts';
import { NotAllowed, ProviderUnavailable } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { readerSuccess } from './reader.type.ts';
import { registerReader } from './register-reader.ts';

const Input = builder.inputType('RegisterReaderInput', {
  description: 'A card reader that stands before its owner.',
  fields: (t) => ({
    registrationCode: t.string({ description: 'The code that its display shows.' }),
    label: t.string({ description: 'How the business calls it, at most 60 characters.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

builder.mutationField('registerReader', (t) =>
  t.withAuth({ member: true, permission: 'reader:write' }).field({
    type: readerSuccess('RegisterReader'),
    description:
      'Registers a card reader at the provider, at the address of the business, for cases of the channel IN_PERSON.',
    errors: { types: [NotAllowed, ProviderUnavailable] },
    args: { input: t.arg({ type: Input, description: 'Code and name.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const { idempotencyKey: _key, ...said } = input;
      const registering = { organizationId, actor, said, idempotency: keyed(input) };
      return { organizationId, ...(await registerReader(ctx, registering)) };
    },
  }),
);
