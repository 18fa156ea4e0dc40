import { builder } from '../graphql/builder.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { reasonText } from '../workflow/free-text.ts';
import { runCommand } from '../workflow/run-command.ts';

const ReleaseAuthorizationInput = builder.inputType('ReleaseAuthorizationInput', {
  description: 'On which case, and why.',
  fields: (t) => ({ ...caseFields(t), reason: t.string({ description: 'Why it is given back.' }) }),
});

builder.mutationField('releaseAuthorization', (t) =>
  t.withAuth({ permission: 'payment:confirm' }).field({
    type: caseSuccess('ReleaseAuthorization'),
    description: 'Gives a reserved amount back to the card without collecting it; the claim stays open.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: ReleaseAuthorizationInput, description: 'The case.' }) },
    resolve: (_root, { input }, ctx) =>
      runCommand(ctx, input, {
        name: 'releaseAuthorization',
        input: { reason: reasonText(input.reason) ?? '' },
      }),
  }),
);
