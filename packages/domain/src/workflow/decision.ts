import type { CustomerData } from '../customers/customer-data.ts';
import type { ReviewReason } from '../customers/matching-method.ts';
import type { JournalDraft } from '../ledger/journal.ts';
import type { Money } from '../money/money.ts';
import type { DisputeAnswer } from '../payments/dispute-answer.ts';
import type { Actor } from './actor.ts';
import type { AddAttachment } from './add-attachment.ts';
import type { CaptureMode } from './definition.ts';
import type { EventType } from './events.ts';
import type {
  Adjustment,
  Approval,
  AttemptFailure,
  AttemptState,
  AttemptVia,
  CaptureState,
  ChargePlan,
  CheckItem,
  Dispute,
  DisputeState,
  MethodType,
  PhaseEvidence,
  Refund,
  RefundState,
  RunOrigin,
  RunSubject,
  TransferInstructions,
} from './payment-case.ts';
import type { FieldProblem, Refusal, RefusalCode } from './refusal.ts';
import type { Step } from './step.ts';

/** What a rule is given besides the case: the actor, the one business `now`, the organization's calendar day, fresh ids. */
export interface Env {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: string;
  readonly newId: () => string;
}

export interface AttemptPatch {
  readonly state?: AttemptState;
  readonly providerRef?: string;
  readonly sessionRef?: string;
  readonly sessionUrl?: string;
  readonly failure?: AttemptFailure | null;
  readonly initiation?: PhaseEvidence;
  readonly verification?: PhaseEvidence;
  readonly verificationFailed?: boolean;
  readonly approval?: PhaseEvidence;
  readonly transfer?: TransferInstructions;
  readonly authorizedUntil?: Date | null;
  readonly warnAt?: Date | null;
  readonly payer?: string | null;
  /** When the provider is asked by itself; null: nothing more is to come. */
  readonly checkAt?: Date | null;
}

export interface PaymentDraft {
  readonly id: string;
  readonly attemptId: string | null;
  readonly source: 'PROVIDER' | 'BANK' | 'MANUAL';
  readonly sourceRef: string;
  readonly amount: Money;
  readonly valueOn: string;
  readonly reference: string | null;
  readonly payer: string | null;
  readonly payerIban?: string | null;
  readonly bankTransactionId?: string | null;
  readonly vouched: boolean;
  readonly evidence: string;
  readonly documentId: string | null;
  /** What the provider kept, under which balance transaction, and when the rest can be paid out; null for money seen elsewhere. */
  readonly fee: {
    readonly amount: Money;
    readonly balanceRef: string;
    readonly availableOn: string;
  } | null;
}

/** A refund as it is recorded before any money goes. */
export type RefundDraft = Pick<
  Refund,
  'id' | 'paymentId' | 'amount' | 'effect' | 'reason' | 'state' | 'approvalId' | 'providerRef'
>;

export interface RefundPatch {
  readonly state?: RefundState;
  readonly providerRef?: string;
  readonly failure?: { readonly code: string; readonly message: string | null };
  /** What the bank statement calls a refund that a person has transferred. */
  readonly transferReference?: string;
}

/** A dispute as the provider has reported it first; nothing has moved yet. */
export type DisputeDraft = Pick<
  Dispute,
  'id' | 'paymentId' | 'kind' | 'amount' | 'reason' | 'providerRef' | 'dueBy' | 'needsResponse'
>;

export interface DisputePatch {
  readonly state?: DisputeState;
  readonly isWithdrawn?: true;
  readonly isReinstated?: true;
  readonly fee?: Money;
  readonly reason?: string;
  readonly dueBy?: Date | null;
  readonly needsResponse?: boolean;
}

/** A means of payment that the customer has stored at the provider, before it is decided whether it may be charged. */
export interface MethodDraft {
  readonly id: string;
  readonly providerAccountId: string;
  readonly reference: string;
  readonly type: 'CARD' | 'SEPA_DEBIT';
  readonly holder: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expiresOn: string | null;
  readonly fingerprint: string | null;
  /** The provider's id of the mandate, for an account. */
  readonly mandateRef?: string | null;
  /** The change was confirmed over the channel that the link came by as well (rule 24). */
  readonly singleChannel: boolean;
}

/** The messages of rule 23 that this workflow queues; the template names the mail. */
export type MessageTemplate =
  | 'payment-request'
  | 'data-request'
  | 'method-link'
  | 'method-reviewed'
  | 'method-expiring'
  | 'pre-notice'
  | 'invoice'
  | 'payment-failed'
  | 'partial-received'
  | 'receipt'
  | 'reminder'
  | 'refund'
  | 'dispute-or-return'
  | 'internal-notice';

/** Of these an SMS goes along with the mail, to customers who want one. */
export type SmsTemplate = Extract<MessageTemplate, 'partial-received' | 'receipt'>;

/** One thing to be written. Rules return these; only the save layer knows tables. */
export type Change =
  | {
      readonly type: 'open-step';
      readonly step: Step;
      readonly run: number;
      readonly origin: RunOrigin | null;
      readonly subject: RunSubject;
    }
  | {
      readonly type: 'plan-step';
      readonly step: Step;
      readonly run: number;
      readonly origin: RunOrigin | null;
    }
  | { readonly type: 'set-subject'; readonly step: Step; readonly run: number; readonly subject: RunSubject }
  | {
      readonly type: 'finish-step';
      readonly step: Step;
      readonly run: number;
      readonly state: 'DONE' | 'SKIPPED';
      readonly reason: string | null;
    }
  | {
      readonly type: 'stop-step';
      readonly step: Step;
      readonly run: number;
      readonly code: RefusalCode | null;
      readonly detail: string | null;
    }
  | { readonly type: 'record-check'; readonly item: Omit<CheckItem, 'at' | 'by'> }
  | {
      readonly type: 'raise-discrepancy';
      readonly id: string;
      readonly step: Step;
      readonly run: number;
      readonly key: string;
      readonly expected: string | null;
      readonly found: string | null;
    }
  | {
      readonly type: 'resolve-discrepancy';
      readonly id: string;
      readonly resolution: 'TAKE' | 'CORRECT' | 'ACCEPT';
      readonly reason: string | null;
    }
  | { readonly type: 'set-customer-data'; readonly data: CustomerData }
  | { readonly type: 'ask-vat-register'; readonly id: string }
  | { readonly type: 'save-customer-version'; readonly version: number; readonly data: CustomerData }
  | { readonly type: 'confirm-customer-version'; readonly version: number }
  | {
      readonly type: 'create-task';
      readonly id: string;
      readonly kind: 'PAYMENT' | 'EXCEPTION';
      readonly reason: string;
      readonly detail: string | null;
      readonly assigneeId: string | null;
      readonly dueOn: string;
      /** The day after which people are reminded for the first time; left out, it is the one that it is due on. */
      readonly remindAfter?: string;
      readonly priority: 'LOW' | 'NORMAL' | 'HIGH';
    }
  | {
      readonly type: 'assign-task';
      readonly id: string;
      readonly assigneeId: string;
      readonly note: string | null;
    }
  | {
      readonly type: 'finish-task';
      readonly id: string;
      /** What came of it, where a person has ended it. */
      readonly note?: string;
    }
  | {
      readonly type: 'add-attempt';
      readonly id: string;
      readonly via: AttemptVia;
      /** In person, and only there. */
      readonly readerId?: string | null;
      readonly amount: Money;
      readonly methodType: MethodType;
      readonly capture: CaptureMode;
      /** With a stored method, and only with one. */
      readonly charge?: ChargePlan;
    }
  | { readonly type: 'update-attempt'; readonly id: string; readonly patch: AttemptPatch }
  | {
      readonly type: 'record-failed-try';
      readonly id: string;
      readonly attemptId: string;
      readonly failure: AttemptFailure;
    }
  | {
      /** A part of a transfer that has come while the rest is missing. */
      readonly type: 'record-transfer-credit';
      readonly id: string;
      readonly attemptId: string;
      readonly amount: Money;
      readonly missing: Money;
    }
  | {
      readonly type: 'add-capture';
      readonly id: string;
      readonly attemptId: string;
      readonly amount: Money;
    }
  | {
      readonly type: 'update-capture';
      readonly id: string;
      readonly state: CaptureState;
      readonly failure: { readonly code: string; readonly message: string | null } | null;
    }
  | { readonly type: 'book-payment'; readonly payment: PaymentDraft }
  | { readonly type: 'merge-payment'; readonly paymentId: string; readonly bankTransactionId: string }
  | { readonly type: 'unassign-payment'; readonly paymentId: string; readonly reason: string }
  | { readonly type: 'allocate'; readonly id: string; readonly paymentId: string; readonly amount: Money }
  | {
      readonly type: 'take-back';
      readonly id: string;
      /** The allocation that is undone as a whole, with its amount. */
      readonly reverses: string;
      readonly paymentId: string;
      readonly amount: Money;
      /** Where a person has undone it. */
      readonly reason?: string;
    }
  | { readonly type: 'add-refund'; readonly refund: RefundDraft }
  | { readonly type: 'update-refund'; readonly id: string; readonly patch: RefundPatch }
  | { readonly type: 'add-dispute'; readonly dispute: DisputeDraft }
  | { readonly type: 'update-dispute'; readonly id: string; readonly patch: DisputePatch }
  | {
      readonly type: 'record-response';
      readonly id: string;
      readonly disputeId: string;
      readonly response: DisputeAnswer;
    }
  | {
      readonly type: 'update-response';
      readonly disputeId: string;
      readonly state: 'SENT' | 'FAILED';
      readonly failure: { readonly code: string; readonly message: string | null } | null;
    }
  | {
      readonly type: 'adjust';
      readonly id: string;
      readonly kind: Adjustment['kind'];
      readonly amount: Money;
      readonly reason: string | null;
      readonly approvalId: string | null;
      /** The allocation that it is granted with; left out where it stands by itself. */
      readonly allocationId?: string | null;
      /** The adjustment that it undoes, with its amount below zero. */
      readonly reverses?: string;
    }
  | { readonly type: 'post'; readonly entry: JournalDraft }
  | { readonly type: 'issue-invoice'; readonly id: string; readonly kind: 'INVOICE' | 'STATEMENT' }
  | { readonly type: 'cancel-invoice'; readonly id: string; readonly stornoId: string }
  | {
      readonly type: 'issue-correction';
      readonly id: string;
      readonly correctsId: string;
      readonly amount: Money;
      readonly reason: string;
    }
  | {
      readonly type: 'issue-receipt';
      readonly paymentId: string;
      readonly allocated: Money;
      readonly openAfter: Money;
    }
  | {
      readonly type: 'ask-approval';
      readonly id: string;
      readonly kind: Approval['kind'];
      readonly subjectId: string;
      readonly amount: Money;
      readonly reason: string;
    }
  | {
      readonly type: 'decide-approval';
      readonly id: string;
      readonly granted: boolean;
      readonly reason: string | null;
    }
  | {
      readonly type: 'queue-message';
      readonly template: MessageTemplate;
      readonly subjectId: string;
      readonly to: 'CUSTOMER' | 'ACCOUNTS';
    }
  | {
      /** An SMS to the customer's phone, beside the mail with the same subject. */
      readonly type: 'queue-sms';
      readonly template: SmsTemplate;
      readonly subjectId: string;
    }
  | {
      readonly type: 'create-link';
      readonly id: string;
      readonly purpose: 'PAY' | 'METHOD' | 'DATA';
      /** How long it opens, where that is not the usual time of its purpose. */
      readonly days?: number;
    }
  | { readonly type: 'use-link'; readonly id: string }
  | {
      readonly type: 'store-method';
      readonly method: MethodDraft;
      /** Why a person has to look at it before it may be charged; null: it is in use from now on. */
      readonly reviewReason: ReviewReason | null;
    }
  | { readonly type: 'activate-method'; readonly id: string }
  | { readonly type: 'retire-method'; readonly id: string }
  | {
      readonly type: 'plan-notice';
      readonly methodId: string;
      /** When its owner is told next that it expires; null: nothing is left to tell. */
      readonly noticeOn: string | null;
    }
  | ({ readonly type: 'attach'; readonly id: string } & AddAttachment)
  | {
      readonly type: 'request-job';
      readonly job: 'charge-attempt' | 'cancel-attempt';
      readonly attemptId: string;
    }
  | { readonly type: 'request-job'; readonly job: 'send-capture'; readonly captureId: string }
  | { readonly type: 'request-job'; readonly job: 'send-refund'; readonly refundId: string }
  | { readonly type: 'request-job'; readonly job: 'answer-dispute'; readonly disputeId: string }
  | { readonly type: 'reopen' }
  | { readonly type: 'close'; readonly singleControl: boolean }
  | { readonly type: 'cancel'; readonly reason: string }
  | { readonly type: 'publish-status'; readonly status: string };

/** An entry of the event log: ids and amounts only, never personal data (rule 18). */
export interface EventDraft {
  readonly type: EventType;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
  readonly reason?: string | null;
}

export interface Decision {
  readonly ok: true;
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
}

export type Outcome = Decision | { readonly ok: false; readonly refusal: Refusal };

export const decided = (changes: readonly Change[], events: readonly EventDraft[]): Decision => ({
  ok: true,
  changes,
  events,
});

/** Several decisions as one, in their order. */
export const together = (decisions: readonly Decision[]): Decision =>
  decided(
    decisions.flatMap(({ changes }) => changes),
    decisions.flatMap(({ events }) => events),
  );

export const refused = (
  code: RefusalCode,
  rest: Omit<Refusal, 'code'> = {},
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...rest },
});

export const invalid = (fields: readonly FieldProblem[]): { ok: false; refusal: Refusal } =>
  refused('VALIDATION_FAILED', { fields });
