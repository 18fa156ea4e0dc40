import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { numberOf, placeOf } from '../live/event-data.ts';

builder.prismaObject('Event', {
  variant: 'CustomerEvent',
  interfaces: [EventInterface],
  description:
    "A customer's record was changed, saved, confirmed or merged, or a register was asked about it.",
  fields: (t) => ({
    customer: t.prismaField({
      type: 'Customer',
      nullable: true,
      authScopes: { permission: 'customer:read' },
      description: 'The record, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'customerId');
        return where && db.customer.findUnique({ ...query, where });
      },
    }),
    version: t.int({
      nullable: true,
      description: 'The version that was saved or confirmed.',
      resolve: (event) => numberOf(event, 'version'),
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'LinkEvent',
  interfaces: [EventInterface],
  description: 'The customer was sent a one-time link: to complete the data, or to renew the stored method.',
  fields: (t) => ({
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      authScopes: { permission: 'case:read' },
      description: 'Until when the link opens.',
      resolve: async (event, _args, { db }) => {
        const where = placeOf(event, 'linkId');
        return where && ((await db.accessLink.findUnique({ where }))?.expiresAt ?? null);
      },
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'MethodEvent',
  interfaces: [EventInterface],
  description:
    'The customer has stored a means of payment, a person has decided about one, or one expires soon.',
  fields: (t) => ({
    method: t.prismaField({
      type: 'PaymentMethod',
      nullable: true,
      authScopes: { permission: 'customer:read' },
      description: 'The means of payment, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'methodId');
        return where && db.paymentMethod.findUnique({ ...query, where });
      },
    }),
  }),
});
