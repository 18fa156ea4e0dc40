import { appendEvents } from '@zahlwerk/db/events';
import type { Payout } from '@zahlwerk/db/generated/client';
import type { PayoutItemReport } from '../stripe/payouts.ts';
import { type PayoutEnv, payoutEvent } from './move-payout.ts';

/** Writes down what an automatic payout consists of, to the cent, and whose money it is; once (rule 15). */
export const explainPayout = async (
  env: PayoutEnv,
  payout: Payout,
  items: readonly PayoutItemReport[],
): Promise<boolean> => {
  const { tx, newId } = env;
  const { organizationId, id, currency, netMinor } = payout;
  if (await tx.payoutItem.findFirst({ where: { organizationId, payoutId: id } })) return false;
  const refs = items.flatMap(({ sourceRef }) => sourceRef ?? []);
  const payments = await tx.payment.findMany({
    where: {
      organizationId,
      source: 'PROVIDER',
      sourceRef: { in: refs },
    },
  });
  const refunds = await tx.refund.findMany({
    where: { organizationId, providerRef: { in: refs } },
  });
  const disputes = await tx.dispute.findMany({
    where: { organizationId, providerRef: { in: refs } },
  });
  await tx.payoutItem.createMany({
    data: items.map((item) => {
      const payment = payments.find(({ sourceRef }) => sourceRef === item.sourceRef);
      const refund = refunds.find(({ providerRef }) => providerRef === item.sourceRef);
      const dispute = disputes.find(({ providerRef }) => providerRef === item.sourceRef);
      return {
        organizationId,
        id: newId(),
        payoutId: id,
        kind: item.kind,
        sourceRef: item.ref,
        paymentId: payment?.id ?? refund?.paymentId ?? dispute?.paymentId ?? null,
        refundId: refund?.id ?? null,
        disputeId: dispute?.id ?? null,
        caseId: payment?.caseId ?? refund?.caseId ?? dispute?.caseId ?? null,
        currency,
        grossMinor: item.gross,
        feeMinor: item.fee,
        netMinor: item.net,
        description: item.description,
      };
    }),
  });
  const fee = items.reduce((total, item) => total + item.fee, 0n);
  await tx.payout.update({
    where: { organizationId_id: { organizationId, id } },
    data: { grossMinor: netMinor + fee, feeMinor: fee, version: { increment: 1 } },
  });
  await appendEvents(tx, organizationId, [payoutEvent(env, payout, 'payout.explained')]);
  return true;
};
