import { builder } from '../graphql/builder.ts';
import { NotFound, VersionConflict } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { linkSuccess } from './link-success.ts';
import { PaymentLinkInput, parseLink, refusePastEnd } from './payment-link.input.ts';
import { linkColumns, toPaymentLink } from './to-payment-link.ts';

const Input = builder.inputType('UpdatePaymentLinkInput', {
  description: 'What changes. Cases that have been started keep what they were started with.',
  fields: (t) => ({
    paymentLinkId: t.id({ description: 'Which link.' }),
    link: t.field({
      type: PaymentLinkInput,
      required: false,
      description: 'What it asks for from now on, as a whole; left out it stays.',
    }),
    enabled: t.boolean({ required: false, description: 'Switches it on or off; left out it stays.' }),
    expectedVersion: t.int({ description: 'The version the caller has seen; a newer one is refused.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

builder.mutationField('updatePaymentLink', (t) =>
  t.withAuth({ member: true, permission: 'link:write' }).field({
    type: linkSuccess('UpdatePaymentLink'),
    description: 'Changes a public link, or switches it on or off.',
    errors: { types: [VersionConflict] },
    args: { input: t.arg({ type: Input, description: 'What changes.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const id = decodeId('PaymentLink', input.paymentLinkId, ['input', 'paymentLinkId']);
      const said = input.link ? parseLink(input.link) : null;
      const writing = { organizationId, actor, operation: 'updatePaymentLink', idempotency: keyed(input) };
      const where = { organizationId_id: { organizationId, id } };
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async ({ tx, now, today }) => {
        const row = await tx.paymentLink.findUnique({ where });
        if (!row) throw new NotFound('PaymentLink', ['input', 'paymentLinkId']);
        if (row.version !== input.expectedVersion) throw new VersionConflict(row.version);
        if (said) refusePastEnd(said, toPaymentLink(row).expiresOn, today);
        const enabled = input.enabled ?? row.enabled;
        await tx.paymentLink.update({
          where,
          data: {
            ...(said ? linkColumns(said) : {}),
            enabled,
            version: { increment: 1 },
            updatedAt: now,
          },
        });
        const data = { enabled, version: row.version + 1 };
        return {
          outcomeId: id,
          events: [{ stream: 'payment_link', streamId: id, type: 'payment_link.updated', data }],
        };
      });
      return { organizationId, linkId: outcomeId, replayed };
    },
  }),
);
