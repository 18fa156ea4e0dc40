import { dayToDate } from '@zahlwerk/db/calendar-day';
import { appendEvents } from '@zahlwerk/db/events';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { nextNumber } from '@zahlwerk/db/numbers';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import { NotAllowed, NotFound } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { lockPayouts } from './find-payout.ts';

interface PayoutCall extends Keyed {
  readonly actor: Extract<Actor, { kind: 'MEMBER' }>;
}

const tell = (
  tx: TenantTransaction,
  { organizationId, actor }: PayoutCall,
  payoutId: string,
  type: EventType,
  { now }: BusinessTime,
) =>
  appendEvents(tx, organizationId, [
    { stream: 'payout', streamId: payoutId, type, at: now, actor, data: { payoutId } },
  ]);

/** Money of closed cases that the provider can pay out by now and that no payout carries. */
const releasedPayments = (tx: TenantTransaction, organizationId: string, today: string) =>
  tx.payment.findMany({
    where: {
      organizationId,
      source: 'PROVIDER',
      paymentCase: { releasedAt: { not: null } },
      availableOn: { lte: dayToDate(today) },
      payoutItems: { none: { returned: false } },
    },
    orderBy: { bookedAt: 'asc' },
  });

/** Collects the released money in a proposal, which another member has to release (rule 15). */
export const proposePayout = async (
  workshop: Workshop,
  call: PayoutCall,
): Promise<{ payoutId: string; replayed: boolean }> => {
  const { organizationId, actor } = call;
  const result = await withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, call, 'proposePayout');
    if (replayed) return { payoutId: replayed, replayed: true };
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    if (organization.payoutMode !== 'MANUAL') throw new NotAllowed('PAYOUTS_ARE_AUTOMATIC');
    await lockPayouts(tx, organizationId);
    const time = await businessTime(tx, organizationId);
    const payments = await releasedPayments(tx, organizationId, time.today);
    const [first] = payments;
    if (!first) throw new NotAllowed('NOTHING_TO_PAY_OUT');
    const own = payments.filter(
      ({ currency, providerAccountId }) =>
        currency === first.currency && providerAccountId === first.providerAccountId,
    );
    const id = workshop.newId();
    const gross = own.reduce((total, payment) => total + payment.amountMinor, 0n);
    const fee = own.reduce((total, payment) => total + payment.feeMinor, 0n);
    await tx.payout.create({
      data: {
        organizationId,
        id,
        number: await nextNumber(tx, organizationId, 'payout', time.today),
        providerAccountId: first.providerAccountId,
        mode: 'MANUAL',
        state: 'PROPOSED',
        currency: first.currency,
        grossMinor: gross,
        feeMinor: fee,
        netMinor: gross - fee,
        providerKey: id,
        proposedByKind: actor.kind,
        proposedById: actor.id,
        proposedAt: time.now,
      },
    });
    await tx.payoutItem.createMany({
      data: own.map((payment) => ({
        organizationId,
        id: workshop.newId(),
        payoutId: id,
        kind: 'PAYMENT' as const,
        sourceRef: payment.balanceRef ?? payment.id,
        paymentId: payment.id,
        caseId: payment.caseId,
        currency: payment.currency,
        grossMinor: payment.amountMinor,
        feeMinor: payment.feeMinor,
        netMinor: payment.amountMinor - payment.feeMinor,
      })),
    });
    await storeOutcome(tx, call, 'proposePayout', id);
    await tell(tx, call, id, 'payout.proposed', time);
    return { payoutId: id, replayed: false };
  });
  workshop.ring(organizationId);
  return result;
};

/** Releases a proposal for the provider; refused to the member who proposed it. */
export const releasePayout = async (
  workshop: Workshop,
  call: PayoutCall & { readonly payoutId: string },
): Promise<{ payoutId: string; replayed: boolean }> => {
  const { organizationId, actor, payoutId } = call;
  const result = await withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, call, 'releasePayout');
    if (replayed) return { payoutId: replayed, replayed: true };
    await tx.$queryRaw`SELECT 1 FROM payout WHERE organization_id = ${organizationId}::uuid AND id = ${payoutId}::uuid FOR UPDATE`;
    const where = { organizationId_id: { organizationId, id: payoutId } };
    const payout = await tx.payout.findUnique({ where });
    if (!payout) throw new NotFound('Payout', ['input', 'payoutId']);
    if (payout.state !== 'PROPOSED') throw new NotAllowed('PAYOUT_NOT_PROPOSED');
    if (payout.proposedById === actor.id) throw new NotAllowed('SECOND_PERSON_REQUIRED');
    const time = await businessTime(tx, organizationId);
    await tx.payout.update({
      where,
      data: { state: 'RELEASED', releasedById: actor.id, releasedAt: time.now, version: { increment: 1 } },
    });
    await workshop.enqueue(tx, organizationId, [{ job: 'send-payout', payoutId }]);
    await storeOutcome(tx, call, 'releasePayout', payoutId);
    await tell(tx, call, payoutId, 'payout.released', time);
    return { payoutId, replayed: false };
  });
  workshop.ring(organizationId);
  return result;
};
