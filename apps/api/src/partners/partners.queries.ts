import { builder } from '../graphql/builder.ts';
import { KEY_SCOPES } from '../graphql/permissions.ts';
import { IntegrationNode } from './integration.type.ts';

builder.queryField('integrations', (t) =>
  t.withAuth({ permission: 'integration:read' }).prismaField({
    type: [IntegrationNode],
    description: 'The software of partners that works with this business.',
    resolve: (query, _root, _args, { db, organizationId }) =>
      db.integration.findMany({ ...query, where: { organizationId }, orderBy: { createdAt: 'asc' } }),
  }),
);

builder.queryField('apiKeyScopes', (t) =>
  t.withAuth({ permission: 'integration:read' }).stringList({
    description: 'Every scope that a key may be given.',
    resolve: () => [...KEY_SCOPES],
  }),
);
