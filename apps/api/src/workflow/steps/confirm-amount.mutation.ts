import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/ids.ts';
import { AcceptedDiscrepancyInput, acceptances } from '../accepted-discrepancy.input.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { ChecklistAnswerInput, checklistAnswers } from '../checklist-answer.input.ts';
import { reasonText } from '../free-text.ts';
import { runCommand } from '../run-command.ts';
import { ResolutionEnum } from '../types/enums.ts';

const ConfirmAmountInput = builder.inputType('ConfirmAmountInput', {
  description: 'How a payment, or an unpaid rest, is matched with the claim.',
  fields: (t) => ({
    ...caseFields(t),
    paymentId: t.id({
      required: false,
      description: 'Left out where there is one candidate, or none and the rest is written off.',
    }),
    resolution: t.field({ type: ResolutionEnum, description: 'One of the offered resolutions.' }),
    reason: t.string({ required: false, description: 'Why; a write-off needs it.' }),
    accepted: t.field({
      type: [AcceptedDiscrepancyInput],
      defaultValue: [],
      description:
        'Discrepancies of the account that paid, taken as they are: another holder, failed checks.',
    }),
    answers: t.field({
      type: [ChecklistAnswerInput],
      defaultValue: [],
      description: "Answers to the business's own items; the required ones must hold.",
    }),
  }),
});

builder.mutationField('confirmAmount', (t) =>
  t.withAuth({ permission: 'payment:confirm' }).field({
    type: caseSuccess('ConfirmAmount'),
    description:
      'Step 6: confirms what was received. A write-off above the limit asks a second member first and leaves the step open.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: ConfirmAmountInput, description: 'What is confirmed.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'confirmAmount',
        input: {
          paymentId: input.paymentId ? decodeId('Payment', input.paymentId, ['input', 'paymentId']) : null,
          resolution: input.resolution,
          reason: reasonText(input.reason),
          accepted: acceptances(input.accepted),
          answers: checklistAnswers(input.answers),
        },
      }),
  }),
);
