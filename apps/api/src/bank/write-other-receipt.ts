import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { OtherReceipt } from '@zahlwerk/db/generated/client';
import { type BusinessTime, businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { ReceiptAccount } from '@zahlwerk/domain/bank/other-receipt';
import type { JournalDraft } from '@zahlwerk/domain/ledger/journal';
import { postOtherReceipt, postOtherReceiptReversed } from '@zahlwerk/domain/ledger/post-other-receipt';
import { type Money, money } from '@zahlwerk/domain/money/money';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import type { Refusal } from '@zahlwerk/domain/workflow/refusal';
import { CaseRefused } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { postEntries } from '../workflow/save/journal.writer.ts';
import type { Workshop } from '../workflow/workshop.ts';

export interface ReceiptCall extends Keyed {
  readonly actor: Extract<Actor, { kind: 'MEMBER' }>;
}

export interface ReceiptWritten {
  readonly receiptId: string;
  readonly replayed: boolean;
}

/** One transaction on what is no customer's payment: who acts, and when. */
export interface ReceiptEnv extends BusinessTime {
  readonly tx: TenantTransaction;
  readonly call: ReceiptCall;
  readonly newId: () => string;
}

/** What a command leaves behind; the events are appended last, as their log is locked last. */
export interface ReceiptOutcome {
  readonly receiptId: string;
  readonly events: readonly EventToAppend[];
}

/** The one way in: key, rule, save, log; then the bell. */
export const writeReceipt = async (
  workshop: Workshop,
  call: ReceiptCall,
  operation: string,
  work: (env: ReceiptEnv) => Promise<ReceiptOutcome>,
): Promise<ReceiptWritten> => {
  const { organizationId } = call;
  const written = await withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, call, operation);
    if (replayed) return { receiptId: replayed, replayed: true };
    const time = await businessTime(tx, organizationId);
    const { receiptId, events } = await work({ tx, call, newId: workshop.newId, ...time });
    await storeOutcome(tx, call, operation, receiptId);
    await appendEvents(tx, organizationId, events);
    return { receiptId, replayed: false };
  });
  if (!written.replayed) workshop.ring(organizationId);
  return written;
};

export const refuse = (refusal: Refusal | null): void => {
  if (refusal) throw new CaseRefused(refusal);
};

export type PostedReceipt = Pick<OtherReceipt, 'id' | 'amountMinor' | 'currency' | 'bankTransactionId'> & {
  readonly account: string;
};

const amountOf = ({ amountMinor, currency }: PostedReceipt): Money =>
  money(amountMinor, currencyOf(currency));

const post = ({ tx, call, now, today, newId }: ReceiptEnv, entry: JournalDraft): Promise<void> =>
  postEntries(
    { tx, organizationId: call.organizationId, env: { actor: call.actor, now, today, newId } },
    [entry],
    { caseId: null, customerId: null },
  );

export const postBooked = (env: ReceiptEnv, receipt: PostedReceipt): Promise<void> =>
  post(env, postOtherReceipt(receipt.id, receipt.account as ReceiptAccount, amountOf(receipt), env.today));

export const postReversed = (env: ReceiptEnv, receipt: PostedReceipt): Promise<void> =>
  post(
    env,
    postOtherReceiptReversed(receipt.id, receipt.account as ReceiptAccount, amountOf(receipt), env.today),
  );

/** What the log tells: ids, the account and the amount, and the reason that was given. */
export const receiptEvent = (
  { call, now }: ReceiptEnv,
  { id, bankTransactionId, account, amountMinor }: PostedReceipt,
  type: Extract<EventType, `other_receipt.${string}`>,
  reason: string | null,
): EventToAppend => ({
  ...{ stream: 'bank-transaction', streamId: bankTransactionId, type, at: now, actor: call.actor, reason },
  data: { receiptId: id, bankTransactionId, account, minor: amountMinor.toString() },
});
