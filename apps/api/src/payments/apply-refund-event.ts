import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type Stripe from 'stripe';
import { CaseRefused } from '../graphql/errors.ts';
import { reportRefund } from '../stripe/refunds.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';
import type { Applied } from './apply-intent.ts';
import { findPayment, type Origin } from './find-payment.ts';

/** Applies how a refund stands at the provider to the refund it is about, or takes in one that was made there. */
export const applyRefundOf = async (
  workshop: Workshop,
  origin: Origin,
  refund: Stripe.Refund,
): Promise<Applied> => {
  const found = await withTenant(workshop.database, origin.organizationId, (tx) =>
    findPayment(tx, origin, refund),
  );
  if (!found) return 'NOT_OURS';
  try {
    await transition(workshop, {
      organizationId: origin.organizationId,
      actor: SYSTEM,
      caseId: found.caseId,
      command: { name: 'applyRefund', input: { ...reportRefund(refund), paymentId: found.paymentId } },
      expectedVersion: null,
      idempotency: null,
      cause: origin.cause,
    });
    return 'APPLIED';
  } catch (error) {
    if (error instanceof CaseRefused && error.code === 'AMOUNT_DIFFERS') return 'CONTRADICTS';
    throw error;
  }
};
