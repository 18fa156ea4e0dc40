import { withTenant } from '@zahlwerk/db/tenant';
import { openLink } from '../auth/open-link.ts';
import { copyCustomer } from '../customers/sync-customer.ts';
import { builder } from '../graphql/builder.ts';
import { LinkInvalid, ProviderUnavailable } from '../graphql/errors.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { ProviderNotConnected } from '../stripe/accounts.ts';
import { createSetup } from '../stripe/customers.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { workshopOf } from '../workflow/workshop.ts';

interface MethodPage {
  readonly payee: string;
  readonly reference: string;
  readonly language: 'de' | 'en';
  readonly current: string | null;
}

const MethodPageType = builder.objectRef<MethodPage>('MethodPage').implement({
  description: 'What a customer sees who is asked to renew the stored method.',
  fields: (t) => ({
    payee: t.exposeString('payee', { description: 'Who asks.' }),
    reference: t.exposeString('reference', { description: 'The payment reference.' }),
    language: t.expose('language', { type: LanguageEnum, description: "The customer's language." }),
    current: t.exposeString('current', {
      nullable: true,
      description: 'The method on file, such as "visa •••• 4242".',
    }),
  }),
});

builder.queryField('methodPage', (t) =>
  t.withAuth({ public: true }).field({
    type: MethodPageType,
    nullable: true,
    description: 'What a customer with this one-time link sees.',
    errors: { types: [LinkInvalid] },
    args: { token: t.arg.string({ description: 'The token of the link.' }) },
    resolve: async (_root, { token }, ctx) => {
      const { organizationId, caseId, customerId } = await openLink(ctx, token, 'METHOD');
      const state = caseId ? (await loadCases(ctx.db, organizationId, [caseId])).get(caseId) : undefined;
      if (!state || !customerId) return null;
      const method = await ctx.db.paymentMethod.findFirst({
        where: { organizationId, customerId, isDefault: true },
      });
      return {
        payee: state.organization.seller.name,
        reference: state.number,
        language: state.customer.data.language,
        current: method ? `${method.brand ?? method.type} •••• ${method.last4 ?? ''}` : null,
      };
    },
  }),
);

const UpdatePaymentMethodSuccess = builder
  .objectRef<{ readonly url: string }>('UpdatePaymentMethodSuccess')
  .implement({
    description: 'Where the customer goes on.',
    fields: (t) => ({ url: t.exposeString('url', { description: "The provider's hosted page." }) }),
  });

const UpdatePaymentMethodInput = builder.inputType('UpdatePaymentMethodInput', {
  description: 'Which link.',
  fields: (t) => ({ token: t.string({ description: 'The token of the one-time link.' }) }),
});

builder.mutationField('updatePaymentMethod', (t) =>
  t.withAuth({ public: true }).field({
    type: UpdatePaymentMethodSuccess,
    description:
      "Step 4, by the customer: leads to the provider's hosted page for storing a method; the link is used up when it is stored.",
    errors: { types: [LinkInvalid, ProviderUnavailable] },
    args: { input: t.arg({ type: UpdatePaymentMethodInput, description: 'Which link.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { ports } = ctx;
      const link = await openLink(ctx, input.token, 'METHOD', ['input', 'token']);
      const { organizationId, caseId, customerId, linkId } = link;
      if (!caseId || !customerId) throw new LinkInvalid();
      const customerRef = await copyCustomer(workshopOf(ports), ports.stripe, organizationId, customerId);
      const { accountId, language } = await withTenant(ports.db, organizationId, async (tx) => {
        const where = { organizationId_id: { organizationId, id: customerId } };
        const customer = await tx.customer.findUniqueOrThrow({ where });
        const account = await tx.providerAccount.findFirst({
          where: { organizationId, disabledAt: null },
          orderBy: { createdAt: 'asc' },
        });
        return { accountId: account?.id, language: customer.language };
      });
      if (!accountId || !customerRef) throw new ProviderNotConnected();
      const { stripe } = await ports.stripe.open(organizationId, accountId);
      const session = await createSetup(stripe, {
        customerRef,
        linkId,
        metadata: { organizationId, caseId, customerId, linkId },
        methodTypes: ['card', 'sepa_debit'],
        locale: language,
        returnUrl: `${ports.publicUrl}/method/${input.token}`,
      });
      if (!session.url) throw new Error('The provider opened a session without a page.');
      return { url: session.url };
    },
  }),
);
