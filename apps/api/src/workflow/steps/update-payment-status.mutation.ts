import { builder } from '../../graphql/builder.ts';
import type { TenantContext } from '../../graphql/context.ts';
import { ProviderUnavailable } from '../../graphql/errors.ts';
import { decodeId } from '../../graphql/ids.ts';
import { askProvider } from '../../payments/ask-provider.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../case-mutation.ts';
import { runCommand } from '../run-command.ts';

const UpdatePaymentStatusInput = builder.inputType('UpdatePaymentStatusInput', {
  description: 'Which case. There is no status to give: it follows from the evidence.',
  fields: caseFields,
});

const versionOf = async ({ db, organizationId }: TenantContext, id: string): Promise<number | undefined> => {
  const where = { organizationId_id: { organizationId, id } };
  return (await db.paymentCase.findUnique({ where, select: { version: true } }))?.version;
};

builder.mutationField('updatePaymentStatus', (t) =>
  t.withAuth({ permission: 'status:update' }).field({
    type: caseSuccess('UpdatePaymentStatus'),
    description:
      'Step 8: asks the provider again and publishes what the evidence gives. Allowed at any time.',
    errors: { types: [...CASE_ERRORS, ProviderUnavailable] },
    args: { input: t.arg({ type: UpdatePaymentStatusInput, description: 'Which case.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { expectedVersion = null, ...call } = input;
      const caseId = decodeId('PaymentCase', input.caseId, ['input', 'caseId']);
      const isCurrent = expectedVersion === null || expectedVersion === (await versionOf(ctx, caseId));
      // What the provider answers makes a new version; the caller's is judged before.
      if (isCurrent) await askProvider(ctx, caseId);
      const asking = { ...call, expectedVersion: isCurrent ? null : expectedVersion };
      return runCommand(ctx, asking, { name: 'updatePaymentStatus', input: {} });
    },
  }),
);
