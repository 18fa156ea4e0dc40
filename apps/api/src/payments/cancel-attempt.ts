import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';
import { cancelCheckout } from '../stripe/checkout.ts';
import { clearReader } from '../stripe/reader-payment.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyIntent } from './apply-intent.ts';

/** Ends a canceled attempt at the provider too. If the money came first, it is money all the same and is applied. */
export const cancelAttempt = async (
  ports: Ports,
  organizationId: string,
  attemptId: string,
): Promise<void> => {
  const attempt = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentAttempt.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: attemptId } },
      include: { reader: true },
    }),
  );
  const { stripe } = await ports.stripe.open(organizationId, attempt.providerAccountId);
  const { reader, providerRef } = attempt;
  if (reader && providerRef) await clearReader(stripe, reader.providerRef, providerRef);
  await cancelCheckout(stripe, attempt);
  if (!providerRef) return;
  const ref = { organizationId, providerAccountId: attempt.providerAccountId, intentId: providerRef };
  await applyIntent(workshopOf(ports), ports.stripe, { ...ref, cause: 'cancel-attempt' });
};
