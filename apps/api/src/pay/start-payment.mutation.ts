import { openLink } from '../auth/open-link.ts';
import { builder } from '../graphql/builder.ts';
import { LinkInvalid, ProviderUnavailable } from '../graphql/errors.ts';
import { startPayment } from '../payments/start-payment.ts';
import { startTransfer } from '../payments/start-transfer.ts';
import { CASE_ERRORS } from '../workflow/case-mutation.ts';
import { PaymentMethodTypeEnum } from '../workflow/types/enums.ts';
import { workshopOf } from '../workflow/workshop.ts';

const StartPaymentInput = builder.inputType('StartPaymentInput', {
  description: 'How the customer wants to pay.',
  fields: (t) => ({
    token: t.string({ description: 'The token of the pay link.' }),
    methodType: t.field({
      type: PaymentMethodTypeEnum,
      description:
        'How. A transfer needs a start only where the pay page does not name an account yet: `bankTransfer` is null.',
    }),
  }),
});

const StartPaymentSuccess = builder.objectRef<{ readonly url: string }>('StartPaymentSuccess').implement({
  description: 'Where the customer goes on.',
  fields: (t) => ({
    url: t.exposeString('url', {
      description:
        "The provider's hosted page; for a transfer the pay page itself, which now names the account.",
    }),
  }),
});

builder.mutationField('startPayment', (t) =>
  t.withAuth({ public: true }).field({
    type: StartPaymentSuccess,
    description:
      "Leads the customer to the provider's hosted page, or asks the provider for the account to transfer to. Called twice it leads to the same page and account: nobody pays twice.",
    errors: { types: [...CASE_ERRORS, LinkInvalid, ProviderUnavailable] },
    args: { input: t.arg({ type: StartPaymentInput, description: 'Which link, and how.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, caseId, linkId } = await openLink(ctx, input.token, 'PAY', ['input', 'token']);
      const { methodType } = input;
      if (!caseId) throw new LinkInvalid();
      const { stripe, publicUrl } = ctx.ports;
      const actor = { kind: 'CUSTOMER', id: linkId } as const;
      const starting = { organizationId, caseId, actor, returnUrl: `${publicUrl}/pay/${input.token}` };
      return methodType === 'BANK_TRANSFER'
        ? startTransfer(workshopOf(ctx.ports), stripe, starting)
        : startPayment(workshopOf(ctx.ports), stripe, { ...starting, methodType });
    },
  }),
);
