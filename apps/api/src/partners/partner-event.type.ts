import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { ApiKeyNode, IntegrationNode } from './integration.type.ts';

builder.prismaObject('Event', {
  variant: 'PartnerEvent',
  interfaces: [EventInterface],
  description: "A partner's software was entered, or one of its keys made or revoked.",
  fields: (t) => ({
    integration: t.prismaField({
      type: IntegrationNode,
      nullable: true,
      authScopes: { permission: 'integration:read' },
      description: 'The software that was entered.',
      resolve: (query, { organizationId, stream, streamId: id }, _args, { db }) =>
        stream === 'integration'
          ? db.integration.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
          : null,
    }),
    apiKey: t.prismaField({
      type: ApiKeyNode,
      nullable: true,
      authScopes: { permission: 'integration:read' },
      description: 'The key that was made or revoked.',
      resolve: (query, { organizationId, stream, streamId: id }, _args, { db }) =>
        stream === 'api_key'
          ? db.apiKey.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } })
          : null,
    }),
  }),
});
