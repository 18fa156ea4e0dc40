import { builder } from '../graphql/builder.ts';
import { keyed } from '../graphql/idempotency.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { BooksCheckNode } from './books-check.type.ts';

const Input = builder.inputType('CheckBooksInput', {
  description: 'Asks for a check of the books at once.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; checkId: string; replayed: boolean }>('CheckBooksSuccess')
  .implement({
    description: 'The books are being checked.',
    fields: (t) => ({
      check: t.prismaField({
        type: BooksCheckNode,
        description: 'The check: this one, or the one that goes on already.',
        resolve: (query, { organizationId, checkId: id }, _args, { db }) =>
          db.booksCheck.findUniqueOrThrow({ ...query, where: { organizationId_id: { organizationId, id } } }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key had been used and nothing was done again.',
      }),
    }),
  });

builder.mutationField('checkBooks', (t) =>
  t.withAuth({ member: true, permission: 'ledger:check' }).field({
    type: Success,
    description:
      'Has the books checked now instead of next night. At most one check goes on: asked again meanwhile, it is that one.',
    errors: {},
    args: { input: t.arg({ type: Input, description: 'The key.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const writing = { organizationId, actor, operation: 'checkBooks', idempotency: keyed(input) };
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async ({ tx, now }) => {
        const open = await tx.booksCheck.findFirst({ where: { organizationId, finishedAt: null } });
        if (open) return { outcomeId: open.id, events: [] };
        const id = ports.newId();
        await tx.booksCheck.create({
          data: { organizationId, id, askedByKind: 'MEMBER', askedById: actor.id, askedAt: now },
        });
        await tx.organization.update({ where: { id: organizationId }, data: { booksCheckAt: now } });
        await workshopOf(ports).enqueue(tx, organizationId, [{ job: 'check-books' }]);
        return {
          outcomeId: id,
          events: [{ stream: 'books', streamId: id, type: 'books.check_asked' }],
        };
      });
      return { organizationId, checkId: outcomeId, replayed };
    },
  }),
);
