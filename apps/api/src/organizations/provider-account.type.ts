import { builder } from '../graphql/builder.ts';

export const PaymentProviderEnum = builder.enumType('PaymentProvider', {
  description: 'Who collects for the business.',
  values: { STRIPE: { description: 'Stripe.' } } as const,
});

export const ProviderAccountNode = builder.prismaNode('ProviderAccount', {
  description: "The business's account at a payment provider. Its keys never leave the desk.",
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  fields: (t) => ({
    provider: t.expose('provider', { type: PaymentProviderEnum, description: 'Which provider.' }),
    externalId: t.exposeString('externalId', { description: "The provider's id of the account." }),
    displayName: t.exposeString('displayName', { description: 'How the provider calls it.' }),
    liveMode: t.exposeBoolean('liveMode', { description: 'Whether real money moves.' }),
    receivesEvents: t.boolean({
      description: 'Whether the provider tells us by itself what happens; otherwise it is asked.',
      select: { webhookSecret: true },
      resolve: ({ webhookSecret }) => webhookSecret !== null,
    }),
    connectedAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when.' }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Not used any more since.',
    }),
  }),
});
