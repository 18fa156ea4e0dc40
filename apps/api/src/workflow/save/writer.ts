import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Change, Env } from '@zahlwerk/domain/workflow/decision';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';

/** Work that follows a change and is enqueued in the same transaction. */
export type FollowUp =
  | { readonly job: 'send-message'; readonly messageId: string }
  | { readonly job: 'render-document'; readonly kind: 'INVOICE' | 'RECEIPT'; readonly id: string }
  | { readonly job: 'cancel-attempt' | 'charge-attempt'; readonly attemptId: string }
  | { readonly job: 'send-capture'; readonly captureId: string }
  | { readonly job: 'send-refund'; readonly refundId: string }
  | { readonly job: 'answer-dispute'; readonly disputeId: string }
  | { readonly job: 'send-payout'; readonly payoutId: string }
  | { readonly job: 'set-payout-schedule' | 'check-books' | 'check-vat-ids' }
  | { readonly job: 'import-statement'; readonly importId: string }
  | { readonly job: 'sync-customer'; readonly customerId: string }
  | { readonly job: 'advance-case'; readonly caseId: string };

/** What a writer is given: the open transaction, the case as it was loaded, who and when, and a place for follow-ups. */
export interface Saving {
  readonly tx: TenantTransaction;
  readonly organizationId: string;
  readonly state: PaymentCase;
  readonly env: Env;
  readonly tokenHash: (linkId: string) => Uint8Array<ArrayBuffer>;
  readonly followUps: FollowUp[];
}

export type ChangeOf<Type extends Change['type']> = Extract<Change, { type: Type }>;

/** Writes one kind of change. */
export type Writer<Type extends Change['type']> = (
  saving: Saving,
  change: ChangeOf<Type>,
) => Promise<unknown>;

/** Writes changes of one kind that a rule has decided one after the other, in one go. */
export type BulkWriter<Type extends Change['type']> = (
  saving: Saving,
  changes: readonly ChangeOf<Type>[],
) => Promise<unknown>;

/** The actor as the two columns that every table has for it. */
export const actorColumns = <Prefix extends string>(prefix: Prefix, { env }: Pick<Saving, 'env'>) =>
  ({ [`${prefix}Kind`]: env.actor.kind, [`${prefix}Id`]: env.actor.id }) as {
    [Key in `${Prefix}Kind`]: Env['actor']['kind'];
  } & { [Key in `${Prefix}Id`]: string | null };
