import type { EventToAppend } from '@zahlwerk/db/events';
import { refuseDecision, refuseReversal } from '@zahlwerk/domain/bank/other-receipt';
import type { Workshop } from '../workflow/workshop.ts';
import { RECEIPT_ASKED } from './book-other-receipt.ts';
import { loadBankDesk, lockReceipt, restOfCredit } from './other-receipt-desk.ts';
import {
  postBooked,
  postReversed,
  type ReceiptCall,
  type ReceiptEnv,
  type ReceiptWritten,
  receiptEvent,
  refuse,
  writeReceipt,
} from './write-other-receipt.ts';

export interface DecideOtherReceipt {
  readonly receiptId: string;
  readonly granted: boolean;
  readonly reason: string | null;
}

/** Whoever has decided has done what the task asked for. */
const finishTask = async (
  { tx, call, now }: ReceiptEnv,
  subjectId: string,
): Promise<readonly EventToAppend[]> => {
  const { organizationId, actor } = call;
  const tasks = await tx.task.updateManyAndReturn({
    where: { organizationId, reason: RECEIPT_ASKED, subjectId, state: { not: 'DONE' } },
    data: {
      ...{ state: 'DONE', doneAt: now, doneByKind: actor.kind, doneById: actor.id },
      version: { increment: 1 },
    },
  });
  return tasks.map(({ id }) => ({
    ...{ stream: 'task', streamId: id, type: 'task.done', at: now, actor, data: { taskId: id } },
  }));
};

/** The second person agrees, which posts it, or refuses, which leaves the money in the pool. */
export const decideOtherReceipt = (
  workshop: Workshop,
  call: ReceiptCall,
  { receiptId, granted, reason }: DecideOtherReceipt,
): Promise<ReceiptWritten> =>
  writeReceipt(workshop, call, 'decideOtherReceipt', async (env) => {
    const { tx, now } = env;
    const { organizationId, actor } = call;
    const { receipt, credit } = await lockReceipt(tx, organizationId, receiptId);
    const desk = await loadBankDesk(tx, organizationId);
    const rest = { restMinor: await restOfCredit(tx, credit) };
    refuse(refuseDecision(desk, actor, receipt, rest, { granted, reason }));
    await tx.otherReceipt.update({
      where: { organizationId_id: { organizationId, id: receiptId } },
      data: {
        state: granted ? 'BOOKED' : 'REFUSED',
        ...{ decidedById: actor.id, decidedAt: now, decisionReason: reason },
      },
    });
    if (granted) await postBooked(env, receipt);
    const told = receiptEvent(
      env,
      receipt,
      granted ? 'other_receipt.booked' : 'other_receipt.refused',
      reason,
    );
    return { receiptId, events: [told, ...(await finishTask(env, credit.id))] };
  });

/** Takes a booking back by its counter-entry: the money lies in the pool again. */
export const reverseOtherReceipt = (
  workshop: Workshop,
  call: ReceiptCall,
  { receiptId, reason }: { readonly receiptId: string; readonly reason: string },
): Promise<ReceiptWritten> =>
  writeReceipt(workshop, call, 'reverseOtherReceipt', async (env) => {
    const { tx, now } = env;
    const { organizationId, actor } = call;
    const { receipt } = await lockReceipt(tx, organizationId, receiptId);
    refuse(refuseReversal(await loadBankDesk(tx, organizationId), actor, receipt, reason));
    await tx.otherReceipt.update({
      where: { organizationId_id: { organizationId, id: receiptId } },
      data: { state: 'REVERSED', reversedById: actor.id, reversedAt: now, reversalReason: reason },
    });
    await postReversed(env, receipt);
    return { receiptId, events: [receiptEvent(env, receipt, 'other_receipt.reversed', reason)] };
  });
