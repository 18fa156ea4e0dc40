import { builder } from '../graphql/builder.ts';
import { ProviderUnavailable } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { startReaderPayment } from './start-reader-payment.ts';

const Input = builder.inputType('StartReaderPaymentInput', {
  description: 'Which case of the channel IN_PERSON, and at which reader.',
  fields: (t) => ({ ...caseFields(t), readerId: t.id({ description: 'The reader before the customer.' }) }),
});

builder.mutationField('startReaderPayment', (t) =>
  t.withAuth({ permission: 'payment:start' }).field({
    type: caseSuccess('StartReaderPayment'),
    description:
      'Has a card reader show what is open and wait for a card; after a decline it does so again. What comes of it is told by the events of the case. Called twice it is the same payment: nobody pays twice.',
    errors: { types: [...CASE_ERRORS, ProviderUnavailable] },
    args: { input: t.arg({ type: Input, description: 'Which case, and where.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const started = await startReaderPayment(ports, {
        organizationId,
        actor,
        caseId: decodeId('PaymentCase', input.caseId, ['input', 'caseId']),
        readerId: decodeId('Reader', input.readerId, ['input', 'readerId']),
        expectedVersion: input.expectedVersion ?? null,
        idempotency: keyed(input),
      });
      await ctx.reads.end();
      return started;
    },
  }),
);
