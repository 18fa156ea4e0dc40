import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/ids.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { reasonText } from '../free-text.ts';
import { runCommand } from '../run-command.ts';

const RequestPaymentMethodUpdateInput = builder.inputType('RequestPaymentMethodUpdateInput', {
  description: 'Whose customer gets the link.',
  fields: caseFields,
});

builder.mutationField('requestPaymentMethodUpdate', (t) =>
  t.withAuth({ permission: 'method:request' }).field({
    type: caseSuccess('RequestPaymentMethodUpdate'),
    description:
      "Step 4: mails the customer a one-time link to the provider's page for storing a new method.",
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: RequestPaymentMethodUpdateInput, description: 'Which case.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'requestPaymentMethodUpdate',
        input: { linkId: ctx.ports.newId() },
      }),
  }),
);

const SkipPaymentMethodUpdateInput = builder.inputType('SkipPaymentMethodUpdateInput', {
  description: 'Why the method stays as it is.',
  fields: (t) => ({ ...caseFields(t), reason: t.string({ description: 'Why no new method is needed.' }) }),
});

builder.mutationField('skipPaymentMethodUpdate', (t) =>
  t.withAuth({ permission: 'case:advance' }).field({
    type: caseSuccess('SkipPaymentMethodUpdate'),
    description: 'Step 4: goes on without a new method, for a reason.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: SkipPaymentMethodUpdateInput, description: 'Which case, and why.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'skipPaymentMethodUpdate',
        input: { reason: reasonText(input.reason) ?? '' },
      }),
  }),
);

const ReviewPaymentMethodInput = builder.inputType('ReviewPaymentMethodInput', {
  description: 'What a person has decided about a method that does not match the original.',
  fields: (t) => ({
    ...caseFields(t),
    methodId: t.id({ description: 'The method in review.' }),
    accepted: t.boolean({ description: 'Taken into use, or refused for good.' }),
    reason: t.string({ description: 'What was found out.' }),
  }),
});

builder.mutationField('reviewPaymentMethod', (t) =>
  t.withAuth({ permission: 'method:review' }).field({
    type: caseSuccess('ReviewPaymentMethod'),
    description:
      'Step 4: accepts a method that does not match the original, which retires the one before, or refuses it. The customer is told.',
    errors: { types: CASE_ERRORS },
    args: {
      input: t.arg({ type: ReviewPaymentMethodInput, description: 'Which method, and what becomes of it.' }),
    },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'reviewPaymentMethod',
        input: {
          methodId: decodeId('PaymentMethod', input.methodId, ['input', 'methodId']),
          accepted: input.accepted,
          reason: reasonText(input.reason) ?? '',
        },
      }),
  }),
);
