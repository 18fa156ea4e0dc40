import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import type { RequirableField } from '@zahlwerk/domain/customers/required-fields';
import type { Seller } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { PaymentLink } from '@zahlwerk/domain/payment-links/payment-link';
import { requiredOfStranger } from '@zahlwerk/domain/payment-links/start-from-link';
import type { WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import { openLink } from '../auth/open-link.ts';
import type { ApiContext } from '../graphql/context.ts';
import { type ErrorPath, LinkInvalid } from '../graphql/errors.ts';
import { toPaymentLink } from '../payment-links/to-payment-link.ts';
import { loadOrganization } from '../workflow/load/load-organization.ts';

/** A public link as a customer finds it today, with what the business wants to know of whoever uses it. */
export interface OpenPaymentLink {
  readonly organizationId: string;
  readonly link: PaymentLink;
  readonly seller: Seller;
  readonly today: string;
  readonly paymentTermDays: number;
  readonly required: readonly RequirableField[];
}

/** Opens a public link; one that is off or over is found, too, so that its page can say so. */
export const openPaymentLink = async (
  ctx: ApiContext,
  token: string,
  path?: ErrorPath,
): Promise<OpenPaymentLink> => {
  const { organizationId, linkId } = await openLink(ctx, token, 'START', path);
  return withTenant(ctx.ports.db, organizationId, async (tx) => {
    const row = await tx.paymentLink.findUnique({
      where: { organizationId_id: { organizationId, id: linkId } },
    });
    if (!row) throw new LinkInvalid(path);
    const version = await tx.workflowVersion.findFirstOrThrow({ where: { organizationId, state: 'ACTIVE' } });
    const { deadlines, requiredCustomerFields } = version.definition as unknown as WorkflowDefinition;
    const { seller } = await loadOrganization(tx, organizationId);
    const { today } = await businessTime(tx, organizationId);
    const { paymentTermDays } = deadlines;
    const required = requiredOfStranger(requiredCustomerFields);
    return { organizationId, link: toPaymentLink(row), seller, today, paymentTermDays, required };
  });
};
