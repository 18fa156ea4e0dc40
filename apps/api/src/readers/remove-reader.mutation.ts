import { withTenant } from '@zahlwerk/db/tenant';
import { builder } from '../graphql/builder.ts';
import { NotFound, ProviderUnavailable } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import type { Ports } from '../ports.ts';
import { ProviderNotConnected } from '../stripe/accounts.ts';
import { removeAtProvider } from '../stripe/readers.ts';
import { readerSuccess } from './reader.type.ts';

const Input = builder.inputType('RemoveReaderInput', {
  description: 'Which reader is used no longer.',
  fields: (t) => ({
    readerId: t.id({ description: 'The reader.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const notFound = (): NotFound => new NotFound('Reader', ['input', 'readerId']);

/** Before the transaction, as it does no harm twice. Of an account that is connected no longer nothing can be removed. */
const removeFromAccount = async (ports: Ports, organizationId: string, id: string): Promise<void> => {
  const reader = await withTenant(ports.db, organizationId, (tx) =>
    tx.reader.findUnique({ where: { organizationId_id: { organizationId, id } } }),
  );
  if (!reader) throw notFound();
  try {
    const { stripe } = await ports.stripe.open(organizationId, reader.providerAccountId);
    await removeAtProvider(stripe, reader.providerRef);
  } catch (error) {
    if (!(error instanceof ProviderNotConnected)) throw error;
  }
};

builder.mutationField('removeReader', (t) =>
  t.withAuth({ member: true, permission: 'reader:write' }).field({
    type: readerSuccess('RemoveReader'),
    description: 'Takes a card reader out of use, here and at the provider. What was paid at it stays.',
    errors: { types: [ProviderUnavailable] },
    args: { input: t.arg({ type: Input, description: 'The reader.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const id = decodeId('Reader', input.readerId, ['input', 'readerId']);
      const writing = { organizationId, actor, operation: 'removeReader', idempotency: keyed(input) };
      await removeFromAccount(ports, organizationId, id);
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async ({ tx, now }) => {
        const { count } = await tx.reader.updateMany({
          where: { organizationId, id, removedAt: null },
          data: { removedAt: now },
        });
        if (count === 0) throw notFound();
        return { outcomeId: id, events: [{ stream: 'reader', streamId: id, type: 'reader.removed' }] };
      });
      return { organizationId, readerId: outcomeId, replayed };
    },
  }),
);
