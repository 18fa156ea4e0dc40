import type { EventToAppend } from '@zahlwerk/db/events';
import {
  needsSecondPerson,
  type ReceiptAccount,
  refuseOtherReceipt,
} from '@zahlwerk/domain/bank/other-receipt';
import type { Money } from '@zahlwerk/domain/money/money';
import { ValidationFailed } from '../graphql/errors.ts';
import { raiseException } from '../tasks/raise-exception.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { creditAtHand, loadBankDesk, lockCredit } from './other-receipt-desk.ts';
import {
  type PostedReceipt,
  postBooked,
  type ReceiptCall,
  type ReceiptEnv,
  type ReceiptWritten,
  receiptEvent,
  refuse,
  writeReceipt,
} from './write-other-receipt.ts';

/** The task of the lead who is asked; it ends with the decision. */
export const RECEIPT_ASKED = 'OTHER_RECEIPT_ASKED';

export interface BookOtherReceipt {
  readonly transactionId: string;
  readonly account: ReceiptAccount;
  readonly amount: Money;
  readonly reason: string;
}

const askLead = (
  { tx, call, newId, now, today }: ReceiptEnv,
  { bankTransactionId: subjectId }: PostedReceipt,
  detail: string | null,
): Promise<EventToAppend> => {
  const about = { subject: 'BANK_TRANSACTION', subjectId, reason: RECEIPT_ASKED, detail } as const;
  return raiseException(tx, newId(), { organizationId: call.organizationId, ...about }, { now, today });
};

/** Books a credit, or a part of it, to an account because no customer has paid it; above the limit a lead is asked first. */
export const bookOtherReceipt = (
  workshop: Workshop,
  call: ReceiptCall,
  { transactionId, account, amount, reason }: BookOtherReceipt,
): Promise<ReceiptWritten> =>
  writeReceipt(workshop, call, 'bookOtherReceipt', async (env) => {
    const { tx, newId, now } = env;
    const { organizationId, actor } = call;
    const credit = await lockCredit(tx, organizationId, transactionId);
    if (credit.currency !== amount.currency)
      throw new ValidationFailed([{ path: ['input', 'amount'], code: 'CURRENCY_DIFFERS' }]);
    const desk = await loadBankDesk(tx, organizationId);
    const wanted = { amountMinor: amount.minor, reason };
    refuse(refuseOtherReceipt(desk, actor, await creditAtHand(tx, credit), wanted));
    const isAsked = needsSecondPerson(desk, actor, amount.minor);
    const row = {
      ...{ organizationId, id: newId(), bankTransactionId: credit.id, account, currency: credit.currency },
      ...{ amountMinor: amount.minor, reason, askedById: actor.id, askedAt: now },
    };
    await tx.otherReceipt.create({ data: { ...row, state: isAsked ? 'ASKED' : 'BOOKED' } });
    if (!isAsked) await postBooked(env, row);
    const told = receiptEvent(env, row, isAsked ? 'other_receipt.asked' : 'other_receipt.booked', reason);
    const task = isAsked ? [await askLead(env, row, credit.counterpartyName)] : [];
    return { receiptId: row.id, events: [told, ...task] };
  });
