import { customerDraftSchema } from '@zahlwerk/domain/customers/customer-data.schema';
import { CustomerDataInput } from '../../customers/customer-data.input.ts';
import { builder } from '../../graphql/builder.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { AcceptedDiscrepancyInput, acceptances } from '../accepted-discrepancy.input.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { ChecklistAnswerInput, checklistAnswers } from '../checklist-answer.input.ts';
import { runCommand } from '../run-command.ts';

const VerifyCustomerDataInput = builder.inputType('VerifyCustomerDataInput', {
  description: 'Corrections, accepted discrepancies and answers; the machine checks again.',
  fields: (t) => ({
    ...caseFields(t),
    data: t.field({
      type: CustomerDataInput,
      required: false,
      description: 'Corrected data of the customer; left out, they stay.',
    }),
    accepted: t.field({
      type: [AcceptedDiscrepancyInput],
      defaultValue: [],
      description: 'Discrepancies taken as they are.',
    }),
    answers: t.field({
      type: [ChecklistAnswerInput],
      defaultValue: [],
      description: "Answers to the business's own items.",
    }),
    complete: t.boolean({ defaultValue: true, description: 'False keeps the step open after the changes.' }),
  }),
});

builder.mutationField('verifyCustomerData', (t) =>
  t.withAuth({ permission: 'customer:check' }).field({
    type: caseSuccess('VerifyCustomerData'),
    description: 'Step 2: corrects and answers what is not clean, and ends the step when nothing is left.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: VerifyCustomerDataInput, description: 'What was found.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'verifyCustomerData',
        input: {
          data: input.data ? parseInput(customerDraftSchema, input.data, ['input', 'data']) : null,
          accepted: acceptances(input.accepted),
          answers: checklistAnswers(input.answers),
          complete: input.complete,
        },
      }),
  }),
);
