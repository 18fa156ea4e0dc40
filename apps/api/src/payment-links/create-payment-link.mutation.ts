import { builder } from '../graphql/builder.ts';
import { keyed } from '../graphql/idempotency.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { linkSuccess } from './link-success.ts';
import { PaymentLinkInput, parseLink, refusePastEnd } from './payment-link.input.ts';
import { linkColumns } from './to-payment-link.ts';

const Input = builder.inputType('CreatePaymentLinkInput', {
  description: 'A new public link.',
  fields: (t) => ({
    link: t.field({ type: PaymentLinkInput, description: 'What it asks for.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

builder.mutationField('createPaymentLink', (t) =>
  t.withAuth({ member: true, permission: 'link:write' }).field({
    type: linkSuccess('CreatePaymentLink'),
    description: 'Makes a public link over which customers start cases themselves.',
    errors: {},
    args: { input: t.arg({ type: Input, description: 'The link.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const said = parseLink(input.link);
      const id = ports.newId();
      const writing = { organizationId, actor, operation: 'createPaymentLink', idempotency: keyed(input) };
      const { outcomeId, replayed } = await writeOrganization(ctx, writing, async ({ tx, now, today }) => {
        refusePastEnd(said, null, today);
        const created = { createdByKind: actor.kind, createdById: actor.id, createdAt: now };
        await tx.paymentLink.create({
          data: { ...linkColumns(said), ...created, organizationId, id, updatedAt: now },
        });
        const tokenHash = ports.links.hashOf(ports.links.tokenOf(id));
        await tx.accessLink.create({
          data: { organizationId, id, purpose: 'START', tokenHash, ...created },
        });
        return {
          outcomeId: id,
          events: [
            { stream: 'payment_link', streamId: id, type: 'payment_link.created', data: { enabled: true } },
          ],
        };
      });
      return { organizationId, linkId: outcomeId, replayed };
    },
  }),
);
