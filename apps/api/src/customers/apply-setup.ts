import { dayToDate } from '@zahlwerk/db/calendar-day';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { isMatchingMethod } from '@zahlwerk/domain/customers/matching-method';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type Stripe from 'stripe';
import type { Applied } from '../payments/apply-intent.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchSetupMethod } from '../stripe/customers.ts';
import { toMethod } from '../stripe/payment-methods.ts';

import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';

interface Setup {
  readonly organizationId: string;
  readonly row: { readonly providerAccountId: string; readonly eventId: string };
  readonly checkout: Stripe.Checkout.Session;
}

/**
 * The customer has stored a new means of payment on the provider's page: it becomes the active one and the old one is
 * retired, not overwritten; one whose holder differs from the first goes to review (rule 24).
 */
export const applySetup = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  setup: Setup,
): Promise<Applied> => {
  const { organizationId, row, checkout } = setup;
  const { stripe } = await accounts.open(organizationId, row.providerAccountId);
  const method = await fetchSetupMethod(stripe, checkout);
  const { caseId, customerId, linkId } = checkout.metadata ?? {};
  if (!caseId || !customerId || !linkId) return 'NOT_OURS';
  if (!method) return 'APPLIED';
  const stored = await store(workshop, { ...setup, method, customerId, linkId });
  await transition(workshop, {
    organizationId,
    actor: SYSTEM,
    caseId,
    command: { name: 'replacePaymentMethod', input: stored },
    expectedVersion: null,
    idempotency: null,
    cause: row.eventId,
  });
  return 'APPLIED';
};

const store = (
  workshop: Workshop,
  {
    organizationId,
    row,
    method,
    customerId,
    linkId,
  }: Setup & { readonly method: Stripe.PaymentMethod; readonly customerId: string; readonly linkId: string },
): Promise<{ readonly methodId: string; readonly matchesOriginal: boolean }> =>
  withTenant(workshop.database, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    const known = await tx.paymentMethod.findMany({
      where: { organizationId, customerId },
      orderBy: { createdAt: 'asc' },
    });
    const again = known.find(({ reference }) => reference === method.id);
    const first = known.find(({ isFirst }) => isFirst);
    const { expiresOn, ...columns } = toMethod(method);
    const matchesOriginal = isMatchingMethod(first?.holder ?? null, columns.holder);
    if (again) return { methodId: again.id, matchesOriginal: again.state !== 'REVIEW' };
    if (matchesOriginal) await retire(tx, organizationId, customerId, now);
    const id = workshop.newId();
    await tx.paymentMethod.create({
      data: {
        ...columns,
        organizationId,
        id,
        customerId,
        providerAccountId: row.providerAccountId,
        expiresOn: expiresOn ? dayToDate(expiresOn) : null,
        state: matchesOriginal ? 'ACTIVE' : 'REVIEW',
        isDefault: matchesOriginal,
        isFirst: !first && matchesOriginal,
        replacesId: known.find(({ isDefault }) => isDefault)?.id ?? null,
        reviewReason: matchesOriginal ? null : 'HOLDER_DIFFERS',
        createdAt: now,
        activatedAt: matchesOriginal ? now : null,
      },
    });
    await tx.accessLink.updateMany({
      where: { organizationId, id: linkId, usedAt: null },
      data: { usedAt: now },
    });
    return { methodId: id, matchesOriginal };
  });

const retire = (tx: TenantTransaction, organizationId: string, customerId: string, now: Date) =>
  tx.paymentMethod.updateMany({
    where: { organizationId, customerId, state: 'ACTIVE' },
    data: { state: 'RETIRED', isDefault: false, retiredAt: now },
  });
