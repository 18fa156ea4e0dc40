import { customerDataSchema } from '@zahlwerk/domain/customers/customer-data.schema';
import { CustomerDataInput } from '../../customers/customer-data.input.ts';
import { builder } from '../../graphql/builder.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { runCommand } from '../run-command.ts';

const SaveCustomerRecordInput = builder.inputType('SaveCustomerRecordInput', {
  description: 'Stage one of step 3.',
  fields: (t) => ({
    ...caseFields(t),
    data: t.field({
      type: CustomerDataInput,
      description: 'The whole record; every field is validated at once.',
    }),
  }),
});

builder.mutationField('saveCustomerRecord', (t) =>
  t.withAuth({ permission: 'customer:save' }).field({
    type: caseSuccess('SaveCustomerRecord'),
    description:
      'Step 3, stage one: validates and saves the record as its newest version; the first one gets a number.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: SaveCustomerRecordInput, description: 'The record.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'saveCustomerRecord',
        input: { data: parseInput(customerDataSchema, input.data, ['input', 'data']) },
      }),
  }),
);

const ConfirmCustomerRecordInput = builder.inputType('ConfirmCustomerRecordInput', {
  description: 'Stage two of step 3.',
  fields: (t) => ({
    ...caseFields(t),
    version: t.int({ description: 'The version of the record that was read back; a newer one is refused.' }),
  }),
});

builder.mutationField('confirmCustomerRecord', (t) =>
  t.withAuth({ permission: 'customer:confirm' }).field({
    type: caseSuccess('ConfirmCustomerRecord'),
    description:
      'Step 3, stage two: a person confirms exactly the version read back; connected systems follow it.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: ConfirmCustomerRecordInput, description: 'What was read back.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, { name: 'confirmCustomerRecord', input: { version: input.version } }),
  }),
);
