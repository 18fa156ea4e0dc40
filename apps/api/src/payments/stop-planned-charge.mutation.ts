import { builder } from '../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { runCommand } from '../workflow/run-command.ts';

const StopPlannedChargeInput = builder.inputType('StopPlannedChargeInput', {
  description: 'On which case.',
  fields: (t) => caseFields(t),
});

builder.mutationField('stopPlannedCharge', (t) =>
  t.withAuth({ permission: 'method:charge' }).field({
    type: caseSuccess('StopPlannedCharge'),
    description: 'Stops a planned charge of a stored method before the provider is asked for it.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: StopPlannedChargeInput, description: 'The case.' }) },
    resolve: (_root, { input }, ctx) => runCommand(ctx, input, { name: 'stopPlannedCharge', input: {} }),
  }),
);
