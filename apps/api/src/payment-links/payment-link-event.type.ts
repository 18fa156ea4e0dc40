import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { isSo } from '../live/event-data.ts';
import { PaymentLinkNode } from './payment-link.type.ts';

builder.prismaObject('Event', {
  variant: 'PaymentLinkEvent',
  interfaces: [EventInterface],
  description: 'A public payment link was made, changed, or switched on or off.',
  fields: (t) => ({
    paymentLink: t.prismaField({
      type: PaymentLinkNode,
      nullable: true,
      authScopes: { permission: 'link:read' },
      description: 'The link, as it stands now.',
      resolve: (query, { organizationId, streamId: id }, _args, { db }) =>
        db.paymentLink.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } }),
    }),
    enabled: t.boolean({
      description: 'Whether it was switched on afterwards.',
      resolve: (event) => isSo(event, 'enabled'),
    }),
  }),
});
