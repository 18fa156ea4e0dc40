import { withTenant } from '@zahlwerk/db/tenant';
import { storableTypes } from '@zahlwerk/domain/customers/matching-method';
import { CODE_MINUTES, type CodeAddress } from '@zahlwerk/domain/customers/one-time-code';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { copyCustomer } from '../customers/sync-customer.ts';
import { builder } from '../graphql/builder.ts';
import { spend } from '../graphql/count-use.ts';
import { CodeRefused, LinkInvalid, ProviderUnavailable, TooManyRequests } from '../graphql/errors.ts';
import type { Ports } from '../ports.ts';
import { ProviderNotConnected } from '../stripe/accounts.ts';
import { createSetup } from '../stripe/customers.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { checkCode, consumeCode, sendCode } from './method-code.ts';
import { CodeAddressType, openMethodLink } from './method-page.ts';

const PATH = ['input', 'token'];
const STRIPE_TYPE = { CARD: 'card', SEPA_DEBIT: 'sepa_debit' } as const;

/** Codes that a customer is sent in an hour at most, whichever link they are asked for by: nobody's phone is flooded. */
const CODES = { use: 'method-code', limit: 5, windowSeconds: 60 * 60 };

const SendMethodCodeInput = builder.inputType('SendMethodCodeInput', {
  description: 'Which link.',
  fields: (t) => ({ token: t.string({ description: 'The token of the one-time link.' }) }),
});

const SendMethodCodeSuccess = builder
  .objectRef<{ readonly to: CodeAddress }>('SendMethodCodeSuccess')
  .implement({
    description: 'A code is on its way.',
    fields: (t) => ({
      to: t.expose('to', { type: CodeAddressType, description: 'Where it has been sent.' }),
      validMinutes: t.int({ description: 'How long it can be entered.', resolve: () => CODE_MINUTES }),
    }),
  });

builder.mutationField('sendMethodCode', (t) =>
  t.withAuth({ public: true }).field({
    type: SendMethodCodeSuccess,
    description:
      'Step 4, by the customer: sends a one-time code to the registered address, by SMS where a phone is stored. An earlier one works no longer.',
    errors: { types: [LinkInvalid, CodeRefused, TooManyRequests] },
    args: { input: t.arg({ type: SendMethodCodeInput, description: 'Which link.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { link, state } = await openMethodLink(ctx, input.token, PATH);
      await spend(ctx, CODES, state.customer.id);
      return { to: await sendCode(ctx.ports, link, state) };
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
  description: 'Which link, and the code that proves whose it is.',
  fields: (t) => ({
    token: t.string({ description: 'The token of the one-time link.' }),
    code: t.string({ description: 'The six digits that `sendMethodCode` has sent.' }),
  }),
});

/** The provider's page for storing a method of a type that the version allows, and the customer over there. */
const openSetup = async (ports: Ports, state: PaymentCase, linkId: string, token: string) => {
  const { organization, customer, definition, id: caseId } = state;
  const [organizationId, customerId] = [organization.id, customer.id];
  const customerRef = await copyCustomer(workshopOf(ports), ports.stripe, organizationId, customerId);
  const account = await withTenant(ports.db, organizationId, (tx) =>
    tx.providerAccount.findFirst({
      where: { organizationId, disabledAt: null },
      orderBy: { createdAt: 'asc' },
    }),
  );
  if (!account || !customerRef) throw new ProviderNotConnected();
  const { stripe } = await ports.stripe.open(organizationId, account.id);
  const session = await createSetup(stripe, {
    customerRef,
    linkId,
    metadata: { organizationId, caseId, customerId, linkId },
    methodTypes: storableTypes(definition.allowedMethodTypes).map((type) => STRIPE_TYPE[type]),
    locale: customer.data.language,
    returnUrl: `${ports.publicUrl}/method/${token}`,
  });
  if (!session.url) throw new Error('The provider opened a session without a page.');
  return session.url;
};

builder.mutationField('updatePaymentMethod', (t) =>
  t.withAuth({ public: true }).field({
    type: UpdatePaymentMethodSuccess,
    description:
      "Step 4, by the customer: leads to the provider's hosted page for storing a method, once the code is right; the link is used up when the method is stored.",
    errors: { types: [LinkInvalid, CodeRefused, ProviderUnavailable] },
    args: { input: t.arg({ type: UpdatePaymentMethodInput, description: 'Which link, and its code.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { link, state } = await openMethodLink(ctx, input.token, PATH);
      await checkCode(ctx.ports, link, input.code);
      const url = await openSetup(ctx.ports, state, link.linkId, input.token);
      await consumeCode(ctx.ports, link);
      return { url };
    },
  }),
);
