import type { IdempotencyRecord } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import { isUuid } from '../graphql/ids.ts';

const OperationType = builder.objectRef<IdempotencyRecord>('Operation').implement({
  description:
    'A call that has succeeded, found by its idempotency key. A refused call leaves nothing behind.',
  fields: (t) => ({
    name: t.exposeString('operation', { description: 'Which mutation, such as confirmAmount.' }),
    idempotencyKey: t.exposeString('key', { description: 'Its key.' }),
    at: t.expose('createdAt', { type: 'DateTime', description: 'When it succeeded, in real time.' }),
    case: t.prismaField({
      type: 'PaymentCase',
      nullable: true,
      description: 'The case it was about; null for operations on something else.',
      resolve: (query, { organizationId, outcomeId }, _args, { db }) =>
        isUuid(outcomeId)
          ? db.paymentCase.findFirst({ ...query, where: { organizationId, id: outcomeId } })
          : null,
    }),
  }),
});

builder.queryField('operation', (t) =>
  t.withAuth({ permission: 'case:read' }).field({
    type: OperationType,
    nullable: true,
    description:
      'What became of a call whose answer was lost: the outcome of the caller’s own key, or null when nothing was done.',
    args: { idempotencyKey: t.arg.string({ description: 'The key of the call.' }) },
    resolve: (_root, { idempotencyKey }, { db, organizationId, actor }) =>
      db.idempotencyRecord.findUnique({
        where: {
          organizationId_actor_key: {
            organizationId,
            actor: `${actor.kind}:${actor.id}`,
            key: idempotencyKey,
          },
        },
      }),
  }),
);
