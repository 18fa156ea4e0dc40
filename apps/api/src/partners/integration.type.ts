import { builder } from '../graphql/builder.ts';

export const ApiKeyNode = builder.prismaNode('ApiKey', {
  description: "A partner's key. The secret itself is kept by nobody.",
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'integration:read' },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    prefix: t.exposeString('prefix', { description: 'Its first characters, to recognize it by.' }),
    scopes: t.exposeStringList('scopes', { description: 'What it may do, as `noun:verb`.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when; null for ever.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Last use, to the minute.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Revoked since when.',
    }),
  }),
});

export const IntegrationNode = builder.prismaNode('Integration', {
  description: "A partner's software. It acts through its keys.",
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'integration:read' },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it does.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when.' }),
    apiKeys: t.relation('apiKeys', {
      description: 'Its keys, the newest first.',
      query: { orderBy: { createdAt: 'desc' } },
    }),
  }),
});
