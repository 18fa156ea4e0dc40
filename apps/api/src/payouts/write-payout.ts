import { appendEvents } from '@zahlwerk/db/events';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { nextNumber } from '@zahlwerk/db/numbers';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { type PayoutObstacle, refuseProposal, refuseRelease } from '@zahlwerk/domain/payouts/payout-rules';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import { NotAllowed, NotFound } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { lockPayouts } from './find-payout.ts';
import { collectReleased, loadPayoutDesk, type ReleasedMoney } from './released-money.ts';

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

const refuse = (obstacle: PayoutObstacle | null): void => {
  if (obstacle) throw new NotAllowed(obstacle.code, null, obstacle.unblockedBy);
};

/** Whoever proposes again has looked at why the money came back. */
const finishTasks = async (
  tx: TenantTransaction,
  { organizationId, actor }: PayoutCall,
  items: ReleasedMoney['items'],
  { now }: BusinessTime,
): Promise<void> => {
  const brought = await tx.payoutItem.findMany({
    where: { organizationId, returned: true, paymentId: { in: items.map(({ paymentId }) => paymentId) } },
    select: { payoutId: true },
  });
  await tx.task.updateMany({
    where: {
      organizationId,
      reason: 'PAYOUT_FAILED',
      subjectId: { in: brought.map(({ payoutId }) => payoutId) },
      state: { not: 'DONE' },
    },
    data: {
      state: 'DONE',
      doneAt: now,
      doneByKind: actor.kind,
      doneById: actor.id,
      version: { increment: 1 },
    },
  });
};

/** Collects the released money in a proposal, which another member has to release (rule 15). */
export const proposePayout = async (
  workshop: Workshop,
  call: PayoutCall,
): Promise<{ payoutId: string; replayed: boolean }> => {
  const { organizationId, actor } = call;
  const result = await withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, call, 'proposePayout');
    if (replayed) return { payoutId: replayed, replayed: true };
    await lockPayouts(tx, organizationId);
    const time = await businessTime(tx, organizationId);
    const released = await collectReleased(tx, organizationId, time.today);
    refuse(refuseProposal(await loadPayoutDesk(tx, organizationId), released !== null, actor.id));
    if (!released) throw new NotAllowed('NOTHING_TO_PAY_OUT');
    const { items, ...amounts } = released;
    const id = workshop.newId();
    await tx.payout.create({
      data: {
        organizationId,
        id,
        number: await nextNumber(tx, organizationId, 'payout', time.today),
        mode: 'MANUAL',
        state: 'PROPOSED',
        ...amounts,
        providerKey: id,
        proposedByKind: actor.kind,
        proposedById: actor.id,
        proposedAt: time.now,
      },
    });
    await tx.payoutItem.createMany({
      data: items.map((item) => ({ ...item, organizationId, id: workshop.newId(), payoutId: id })),
    });
    await finishTasks(tx, call, items, time);
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
    refuse(refuseRelease(payout, (await loadPayoutDesk(tx, organizationId)).members, actor.id));
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
