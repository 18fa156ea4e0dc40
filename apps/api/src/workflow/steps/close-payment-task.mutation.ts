import { builder } from '../../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { ChecklistAnswerInput, checklistAnswers } from '../checklist-answer.input.ts';
import { runCommand } from '../run-command.ts';

const ClosePaymentTaskInput = builder.inputType('ClosePaymentTaskInput', {
  description: 'Which case, and what the team lead says to the checklist.',
  fields: (t) => ({
    ...caseFields(t),
    answers: t.field({
      type: [ChecklistAnswerInput],
      defaultValue: [],
      description: "Answers to the business's own items; the required ones must hold.",
    }),
  }),
});

builder.mutationField('closePaymentTask', (t) =>
  t.withAuth({ permission: 'case:close' }).field({
    type: caseSuccess('ClosePaymentTask'),
    description: 'Step 10: signs the case off and releases its money. Refused to whoever handled the money.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: ClosePaymentTaskInput, description: 'Which case.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'closePaymentTask',
        input: { answers: checklistAnswers(input.answers) },
      }),
  }),
);
