import { withTenant } from '@zahlwerk/db/tenant';
import { money } from '@zahlwerk/domain/money/money';
import type { RefundReport } from '@zahlwerk/domain/payments/apply-refund';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type Stripe from 'stripe';
import type { Ports } from '../ports.ts';
import { refusalOf } from '../stripe/provider-error.ts';
import { createRefund, findRefund, type RefundOrder, reportRefund } from '../stripe/refunds.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';

interface Sending extends RefundOrder {
  readonly paymentId: string;
  readonly providerAccountId: string;
  readonly currency: string;
  readonly providerRef: string | null;
  /** False when the provider may have it already: then it is looked for first. */
  readonly isFirstTry: boolean;
}

const readOrder = ({ db }: Ports, organizationId: string, refundId: string): Promise<Sending | null> =>
  withTenant(db, organizationId, async (tx) => {
    const refund = await tx.refund.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: refundId } },
      include: { payment: true },
    });
    const { state, caseId, payment } = refund;
    if (state !== 'APPROVED' && state !== 'SENT' && state !== 'UNKNOWN') return null;
    if (!caseId || payment.source !== 'PROVIDER' || !payment.providerAccountId) return null;
    return {
      organizationId,
      refundId,
      caseId,
      paymentId: payment.id,
      providerAccountId: payment.providerAccountId,
      chargeRef: payment.sourceRef,
      minor: refund.amountMinor,
      currency: refund.currency,
      providerRef: refund.providerRef,
      isFirstTry: state === 'APPROVED',
    };
  });

const reporting = (ports: Ports, { organizationId, caseId }: Sending, report: RefundReport) =>
  transition(workshopOf(ports), {
    organizationId,
    actor: SYSTEM,
    caseId,
    command: { name: 'applyRefund', input: report },
    expectedVersion: null,
    idempotency: null,
    cause: 'send-refund',
  });

/** The refund as the provider has it: by its name there, which also one has that was made past this desk. */
const askFor = async (stripe: Stripe, order: Sending): Promise<Stripe.Refund | null> => {
  if (order.providerRef) return stripe.refunds.retrieve(order.providerRef);
  return order.isFirstTry ? null : findRefund(stripe, order);
};

/**
 * Sends an approved refund, or finds out what became of one that was sent. That it is being sent is written first; a
 * lost answer is UNKNOWN until the provider has been asked, and no second refund comes of it.
 */
export const sendRefund = async (ports: Ports, organizationId: string, refundId: string): Promise<void> => {
  const order = await readOrder(ports, organizationId, refundId);
  if (!order) return;
  const { stripe } = await ports.stripe.open(organizationId, order.providerAccountId);
  await transition(workshopOf(ports), {
    organizationId,
    actor: SYSTEM,
    caseId: order.caseId,
    command: { name: 'sendRefund', input: { refundId } },
    expectedVersion: null,
    idempotency: null,
    cause: 'send-refund',
  });
  try {
    const word = reportRefund((await askFor(stripe, order)) ?? (await createRefund(stripe, order)));
    await reporting(ports, order, { ...word, paymentId: order.paymentId });
  } catch (error) {
    const failure = refusalOf(error);
    await reporting(ports, order, {
      refundId,
      paymentId: order.paymentId,
      providerRef: null,
      amount: money(order.minor, currencyOf(order.currency)),
      state: failure ? 'FAILED' : 'UNKNOWN',
      failure,
    });
    if (!failure) throw error;
  }
};
