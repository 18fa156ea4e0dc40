import { builder } from '../graphql/builder.ts';
import { PaymentLinkNode } from './payment-link.type.ts';

interface LinkWritten {
  readonly organizationId: string;
  readonly linkId: string;
  readonly replayed: boolean;
}

/** The success of a command on a public link: the link, and whether this key had been used before. */
export const linkSuccess = (operation: string) =>
  builder.objectRef<LinkWritten>(`${operation}Success`).implement({
    description: 'The link as it stands now.',
    fields: (t) => ({
      paymentLink: t.prismaField({
        type: PaymentLinkNode,
        description: 'The link.',
        resolve: (query, { organizationId, linkId }, _args, { db }) =>
          db.paymentLink.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId, id: linkId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'Whether the idempotency key had been used before.',
      }),
    }),
  });
