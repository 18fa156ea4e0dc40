import { openLink } from '../auth/open-link.ts';
import { builder } from '../graphql/builder.ts';
import { CaseRefused, LinkInvalid, ProviderUnavailable } from '../graphql/errors.ts';
import { startPayment } from '../payments/start-payment.ts';
import { CASE_ERRORS } from '../workflow/case-mutation.ts';
import { PaymentMethodTypeEnum } from '../workflow/types/enums.ts';
import { workshopOf } from '../workflow/workshop.ts';

const StartPaymentInput = builder.inputType('StartPaymentInput', {
  description: 'How the customer wants to pay.',
  fields: (t) => ({
    token: t.string({ description: 'The token of the pay link.' }),
    methodType: t.field({
      type: PaymentMethodTypeEnum,
      description: 'CARD or SEPA_DEBIT; a transfer needs no start.',
    }),
  }),
});

const StartPaymentSuccess = builder.objectRef<{ readonly url: string }>('StartPaymentSuccess').implement({
  description: 'Where the customer goes on.',
  fields: (t) => ({ url: t.exposeString('url', { description: "The provider's hosted page." }) }),
});

builder.mutationField('startPayment', (t) =>
  t.withAuth({ public: true }).field({
    type: StartPaymentSuccess,
    description:
      "Leads the customer to the provider's hosted page. Called twice it leads to the same page: nobody pays twice.",
    errors: { types: [...CASE_ERRORS, LinkInvalid, ProviderUnavailable] },
    args: { input: t.arg({ type: StartPaymentInput, description: 'Which link, and how.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, caseId, linkId } = await openLink(ctx, input.token, 'PAY', ['input', 'token']);
      const { methodType } = input;
      if (methodType === 'BANK_TRANSFER') throw new CaseRefused({ code: 'METHOD_NOT_ALLOWED' });
      if (!caseId) throw new LinkInvalid();
      return startPayment(workshopOf(ctx.ports), ctx.ports.stripe, {
        organizationId,
        caseId,
        actor: { kind: 'CUSTOMER', id: linkId },
        methodType,
        returnUrl: `${ctx.ports.publicUrl}/pay/${input.token}`,
      });
    },
  }),
);
