import { builder } from '../graphql/builder.ts';
import { CaseRefused, ProviderUnavailable } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { type AppPayment, startAppPayment } from '../payments/start-app-payment.ts';
import { CASE_ERRORS } from '../workflow/case-mutation.ts';
import { PaymentMethodTypeEnum } from '../workflow/types/enums.ts';
import { workshopOf } from '../workflow/workshop.ts';

const Input = builder.inputType('StartAppPaymentInput', {
  description: 'Which case of the channel MOBILE_APP, and how the customer wants to pay.',
  fields: (t) => ({
    caseId: t.id({ description: 'The case.' }),
    methodType: t.field({ type: PaymentMethodTypeEnum, description: 'CARD or SEPA_DEBIT.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder.objectRef<AppPayment>('StartAppPaymentSuccess').implement({
  description: 'The app can go on.',
  fields: (t) => ({
    clientSecret: t.exposeString('clientSecret', {
      description:
        "For the provider's SDK in the app, with the publishable key. Give it to nobody but the customer, and log it nowhere.",
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the idempotency key had been used before.',
    }),
  }),
});

builder.mutationField('startAppPayment', (t) =>
  t.withAuth({ permission: 'payment:start' }).field({
    type: Success,
    description:
      "Lets a partner's app collect a case of the channel MOBILE_APP. Called again it leads to the same payment: nobody pays twice.",
    errors: { types: [...CASE_ERRORS, ProviderUnavailable] },
    args: { input: t.arg({ type: Input, description: 'Which case, and how.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const caseId = decodeId('PaymentCase', input.caseId, ['input', 'caseId']);
      const { methodType } = input;
      if (methodType === 'BANK_TRANSFER') throw new CaseRefused({ code: 'METHOD_NOT_ALLOWED' });
      const starting = { organizationId, actor, caseId, methodType, idempotency: keyed(input) };
      const started = await startAppPayment(workshopOf(ports), ports.stripe, starting);
      await ctx.reads.end();
      return started;
    },
  }),
);
