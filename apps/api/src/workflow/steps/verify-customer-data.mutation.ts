import { customerDraftSchema } from '@zahlwerk/domain/customers/customer-data.schema';
import { CustomerDataInput } from '../../customers/customer-data.input.ts';
import { builder } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/ids.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { reasonText } from '../free-text.ts';
import { runCommand } from '../run-command.ts';

const AcceptedDiscrepancyInput = builder.inputType('AcceptedDiscrepancyInput', {
  description: 'A discrepancy that is taken as it is.',
  fields: (t) => ({
    discrepancyId: t.id({ description: 'Which one.' }),
    reason: t.string({ description: 'Why it may stay.' }),
  }),
});

const ChecklistAnswerInput = builder.inputType('ChecklistAnswerInput', {
  description: "A person's answer to one of the business's own items.",
  fields: (t) => ({
    key: t.string({ description: 'Key of the item.' }),
    passed: t.boolean({ description: 'Whether it holds.' }),
    note: t.string({ required: false, description: 'What was seen.' }),
  }),
});

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
          accepted: input.accepted.map(({ discrepancyId, reason }, index) => {
            const path = ['input', 'accepted', String(index)];
            return {
              discrepancyId: decodeId('Discrepancy', discrepancyId, [...path, 'discrepancyId']),
              reason: reasonText(reason, [...path, 'reason']) ?? '',
            };
          }),
          answers: input.answers.map(({ key, passed, note }, index) => ({
            key,
            passed,
            note: reasonText(note, ['input', 'answers', String(index), 'note']),
          })),
          complete: input.complete,
        },
      }),
  }),
);
