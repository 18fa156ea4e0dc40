import type { DuplicateCandidate } from '../customers/checks/duplicates.ts';
import type { CustomerData } from '../customers/customer-data.ts';
import type { Priceable } from '../invoices/invoice-lines.ts';
import type { Seller } from '../invoices/invoice-snapshot.schema.ts';
import type { SkontoTerms } from '../invoices/skonto-terms.ts';
import type { Money } from '../money/money.ts';
import type { Actor, Member } from './actor.ts';
import type { CaptureMode, WorkflowDefinition } from './definition.ts';
import type { AdjustmentKind, Resolution } from './resolutions.ts';
import type { Step, StepState } from './step.ts';
import type { VatStanding } from './vat-standing.ts';

export type CaseState = 'OPEN' | 'CLOSED' | 'CANCELED';
export type Channel = 'ONLINE' | 'MOBILE_APP' | 'IN_PERSON';
export type MethodType = 'CARD' | 'SEPA_DEBIT' | 'BANK_TRANSFER';
export type Invoicing = 'ISSUE' | 'EXTERNAL' | 'STATEMENT';

export const ATTEMPT_STATES = [
  'CREATED',
  'REQUIRES_ACTION',
  'PROCESSING',
  'UNKNOWN',
  'DECLINED',
  'AUTHORIZED',
  'SUCCEEDED',
  'CANCELED',
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Why a step is being run again, or null for its first, regular run (rule 1). */
export type RunOrigin = 'REJECTION' | 'PAYMENT' | 'RETURN';

/** What step 6 decided about one payment (or about an unpaid rest), for step 7 to record. Amounts in minor units. */
export interface AmountDecision {
  readonly outcome: Resolution | 'RECHECKED';
  readonly allocate: string;
  /** What of the claim is given up, in whichever way the outcome says. */
  readonly writeOff: string;
  readonly reason: string | null;
  readonly approvalId: string | null;
}

export interface RunSubject {
  readonly paymentId: string | null;
  readonly decision: AmountDecision | null;
}

export interface StepRun {
  readonly step: Step;
  readonly run: number;
  readonly state: StepState;
  readonly origin: RunOrigin | null;
  readonly subject: RunSubject;
  readonly openedAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneBy: Actor | null;
  readonly stop: { readonly code: string; readonly detail: string | null } | null;
}

export interface CheckItem {
  readonly step: Step;
  readonly run: number;
  readonly key: string;
  readonly state: 'PASSED' | 'FAILED' | 'NOT_APPLICABLE' | 'NOT_CHECKABLE';
  readonly required: boolean;
  readonly code: string | null;
  readonly source: string;
  readonly detail: string | null;
  readonly at: Date;
  /** Who was behind it: the machine, or the person who answered. */
  readonly by: Actor | null;
}

/** A file put to the case; with an item it is the proof of that line of a checklist. */
export interface CaseAttachment {
  readonly id: string;
  readonly item: { readonly step: Step; readonly key: string } | null;
  readonly signedBy: string | null;
  readonly signedOn: string | null;
}

export interface Discrepancy {
  readonly id: string;
  readonly step: Step;
  readonly run: number;
  readonly key: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly state: 'OPEN' | 'RESOLVED';
  /** How it was resolved; null while it is open. */
  readonly resolution: 'TAKE' | 'CORRECT' | 'ACCEPT' | null;
}

export interface CaseCustomer {
  readonly id: string;
  readonly number: string | null;
  readonly state: 'DRAFT' | 'CONFIRMED' | 'MERGED' | 'RESTRICTED';
  readonly data: CustomerData;
  /** Number of the newest saved version; 0 before stage one of step 3. */
  readonly version: number;
  readonly savedData: CustomerData | null;
  readonly confirmedVersion: number | null;
  readonly confirmedData: CustomerData | null;
  /** An address that has bounced counts as not deliverable until somebody changes it. */
  readonly emailBounced: boolean;
  readonly duplicates: readonly DuplicateCandidate[];
  /** Null where the tax of the case does not depend on the VAT id, or there is none. */
  readonly vatStanding: VatStanding | null;
}

export interface StoredMethod {
  readonly id: string;
  readonly type: MethodType;
  readonly state: 'PENDING' | 'REVIEW' | 'ACTIVE' | 'RETIRED';
  readonly isDefault: boolean;
  /** The first confirmed one, which every later one is compared with (rule 24). */
  readonly isFirst: boolean;
  /** The provider's id of it. */
  readonly reference: string;
  readonly holder: string | null;
  readonly last4: string | null;
  /** Since when it has been charged; null for one that never was. */
  readonly activatedAt: Date | null;
  readonly expiresOn: string | null;
  /** When its owner is to be told that it expires; null: nothing is left to tell. */
  readonly noticeOn: string | null;
}

export interface PhaseEvidence {
  readonly at: Date;
  readonly evidence: string;
}

/** Why a try failed; `ref` is the provider's own id of the try, which tells two with the same code apart. */
export interface AttemptFailure {
  readonly code: string;
  readonly message: string | null;
  readonly ref: string | null;
}

/**
 * How the customer pays: on the provider's hosted page, inside a partner's app with a client secret (rule 17), with a card
 * at a reader of the business, by a transfer to the provider (rule 25), or not at all, because a method that is stored at
 * the provider is charged.
 */
export type AttemptVia = 'HOSTED_PAGE' | 'APP' | 'READER' | 'TRANSFER' | 'STORED_METHOD';

/** Where the customers of a case transfer to, for the whole life of the case (rule 25). */
export type TransfersTo = 'OWN_ACCOUNT' | 'PROVIDER';

/** The account that the provider keeps for this customer alone, and the words that tell what the money is for. */
export interface TransferInstructions {
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly reference: string;
}

/** What is charged without the customer: which stored method, as the how many-eth try, and when. */
export interface ChargePlan {
  readonly methodId: string;
  readonly tryNumber: number;
  readonly at: Date;
}

export interface Attempt {
  readonly id: string;
  readonly via: AttemptVia;
  /** At which reader of the business; null anywhere else. */
  readonly readerId: string | null;
  readonly state: AttemptState;
  readonly amount: Money;
  readonly methodType: MethodType;
  readonly providerRef: string | null;
  readonly sessionRef: string | null;
  readonly failure: AttemptFailure | null;
  readonly initiation: PhaseEvidence | null;
  readonly verification: PhaseEvidence | null;
  readonly verificationFailed: boolean;
  readonly approval: PhaseEvidence | null;
  /** Set for a charge of a stored method, and only for one. */
  readonly charge: ChargePlan | null;
  /** Where to transfer to, once the provider has said so; null for every other way. */
  readonly transfer: TransferInstructions | null;
  /** What of a transfer has reached the provider while the rest is missing: not yet money of the business. */
  readonly funded: Money;
  /** MANUAL: what the network approves is reserved only, and captured by a decision of step 6. */
  readonly capture: CaptureMode;
  /** Until when the reserved amount can be captured; null where nothing is reserved, or its end is not known. */
  readonly authorizedUntil: Date | null;
  /** When people are told that this end comes near; null: they have been told, or there is nothing to tell. */
  readonly warnAt: Date | null;
  /** Whose card it is, as the provider names the holder of what is reserved. */
  readonly payer: string | null;
  readonly startedBy: Actor;
  readonly createdAt: Date;
}

export type CaptureState = 'RECORDED' | 'SENT' | 'UNKNOWN' | 'SUCCEEDED' | 'FAILED';

/** The decision to collect a reserved amount, or part of it; recorded before the provider hears of it. */
export interface Capture {
  readonly id: string;
  readonly attemptId: string;
  readonly amount: Money;
  readonly state: CaptureState;
  readonly failure: { readonly code: string; readonly message: string | null } | null;
  readonly requestedBy: Actor;
  readonly requestedAt: Date;
}

export interface CasePayment {
  readonly id: string;
  readonly attemptId: string | null;
  readonly source: 'PROVIDER' | 'BANK' | 'MANUAL';
  readonly amount: Money;
  readonly refunded: Money;
  /** What the provider has kept of it; nothing of money that was seen elsewhere. */
  readonly fee: Money;
  /** Promised to refunds from the customer's credit that have not gone yet. */
  readonly reserved: Money;
  /** Taken back for good by the customer's bank. */
  readonly returned: Money;
  /** Held back by the provider until a dispute is decided. */
  readonly disputed: Money;
  /** Allocated to any case, this one included. */
  readonly allocated: Money;
  readonly valueOn: string;
  readonly bookedAt: Date;
  readonly reference: string | null;
  readonly payer: string | null;
  /** The payer's account, where the bank has told it. */
  readonly payerIban: string | null;
  /** The movement on the bank account that it is, or a part of. */
  readonly bankTransactionId: string | null;
  readonly vouchedBy: Actor | null;
  readonly evidence: string;
}

export interface Allocation {
  readonly id: string;
  readonly paymentId: string;
  /** Negative on a counter-entry. */
  readonly amount: Money;
  /** The allocation that this one undoes; null for one that gives. */
  readonly reversesId: string | null;
  /** Why a person has undone it; null where it follows from a refund or a bank, and for one that gives. */
  readonly reason: string | null;
  readonly at: Date;
  readonly by: Actor | null;
}

export interface Adjustment {
  readonly id: string;
  readonly kind: AdjustmentKind;
  /** Negative on a counter-entry. */
  readonly amount: Money;
  /** The allocation that it was granted with, and goes with; null for one that stands by itself. */
  readonly allocationId: string | null;
  /** The adjustment that this one undoes. */
  readonly reversesId: string | null;
}

export type RefundState = 'REQUESTED' | 'APPROVED' | 'SENT' | 'UNKNOWN' | 'SUCCEEDED' | 'FAILED' | 'REFUSED';

/** What a refund does to the claim (rule 14). */
export type RefundEffect = 'REDUCE' | 'FROM_CREDIT' | 'CLAIM_STAYS_OPEN';

export interface Refund {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: Money;
  readonly effect: RefundEffect;
  readonly reason: string;
  readonly state: RefundState;
  readonly approvalId: string | null;
  readonly providerRef: string | null;
  readonly failure: { readonly code: string; readonly message: string | null } | null;
  /** When the money had gone; it stays when a bank sends it back later. */
  readonly succeededAt: Date | null;
  readonly finishedAt: Date | null;
  readonly requestedBy: Actor;
  readonly requestedAt: Date;
  /** Who vouches for having transferred it by hand; null for one that went over the provider. */
  readonly transferredBy: Actor | null;
}

export type DisputeState = 'OPEN' | 'WON' | 'LOST';

/** The business's answer to a dispute, recorded before the provider hears of it; its id is the provider's key. */
export interface DisputeResponse {
  readonly id: string;
  readonly kind: 'EVIDENCE' | 'ACCEPTANCE';
  readonly state: 'RECORDED' | 'SENT' | 'FAILED';
  readonly by: Actor;
}

export interface Dispute {
  readonly id: string;
  readonly paymentId: string;
  readonly kind: 'CARD' | 'DEBIT_RETURN';
  readonly state: DisputeState;
  readonly amount: Money;
  /** What the provider keeps for it; what has been given back is taken off. */
  readonly fee: Money;
  /** The bank's reason as the provider codes it. */
  readonly reason: string;
  readonly providerRef: string;
  /** Until when the bank takes an answer; null where it takes none. */
  readonly dueBy: Date | null;
  readonly needsResponse: boolean;
  /** When the money has left the balance; null for an inquiry, which only asks. */
  readonly withdrawnAt: Date | null;
  /** When it was back again, after the dispute was won. */
  readonly reinstatedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly response: DisputeResponse | null;
}

export interface CaseTask {
  readonly id: string;
  readonly kind: 'PAYMENT' | 'EXCEPTION';
  readonly reason: string | null;
  readonly state: 'OPEN' | 'CLAIMED' | 'DONE';
  readonly assigneeId: string | null;
}

export interface Approval {
  readonly id: string;
  readonly kind: 'WRITE_OFF' | 'ADJUSTMENT' | 'REFUND';
  /** What is agreed to: the case of whose claim something is given up, or the refund. */
  readonly subjectId: string;
  readonly state: 'OPEN' | 'GRANTED' | 'REFUSED';
  readonly askedBy: string;
  readonly amount: Money;
  readonly reason: string;
}

export interface CaseInvoice {
  readonly id: string;
  readonly kind: 'INVOICE' | 'STORNO' | 'CORRECTION' | 'STATEMENT';
  readonly state: 'DRAFT' | 'ISSUED' | 'CANCELED';
  readonly number: string;
  readonly issuedOn: string;
}

export interface CaseMessage {
  readonly template: string;
  readonly subjectId: string;
  readonly state: 'QUEUED' | 'SENDING' | 'SENT' | 'DELIVERED' | 'BOUNCED' | 'FAILED';
}

/** The business as far as the rules of a case need it. */
export interface CaseOrganization {
  readonly id: string;
  readonly seller: Seller;
  readonly accountsEmail: string | null;
  readonly locale: 'de' | 'en';
  /** In which its days are counted. */
  readonly timeZone: string;
  readonly singleControl: boolean;
  /** Whether an account at a payment provider is connected. */
  readonly hasProvider: boolean;
  /** Whether a card reader of that account is in use. */
  readonly hasReader: boolean;
  /** Where the customers of new cases transfer to; each case keeps its own. */
  readonly transfersTo: TransfersTo;
  /** What new cases grant where nobody says otherwise; null for nothing. */
  readonly skonto: SkontoTerms | null;
  readonly members: readonly Member[];
}

/** Everything a rule may look at: one case with all that hangs on it, as it stood when its row was locked. */
export interface PaymentCase extends Priceable {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: CaseState;
  readonly organization: CaseOrganization;
  readonly definition: WorkflowDefinition;
  readonly customer: CaseCustomer;
  readonly channel: Channel;
  readonly preferredMethod: MethodType | null;
  readonly transfersTo: TransfersTo;
  readonly amountDue: Money;
  readonly dueOn: string;
  /** Agreed when the case began, and never changed. */
  readonly skonto: SkontoTerms | null;
  readonly reference: string | null;
  /** What for, where no lines say it. */
  readonly description: string | null;
  readonly invoicing: Invoicing;
  readonly externalInvoiceNumber: string | null;
  readonly supply: { readonly from: string; readonly to: string } | null;
  readonly createdAt: Date;
  /** The day of that on the calendar of the business. */
  readonly createdOn: string;
  readonly runs: readonly StepRun[];
  readonly checkItems: readonly CheckItem[];
  readonly attachments: readonly CaseAttachment[];
  readonly discrepancies: readonly Discrepancy[];
  readonly methods: readonly StoredMethod[];
  readonly attempts: readonly Attempt[];
  readonly captures: readonly Capture[];
  readonly payments: readonly CasePayment[];
  /** Credits that were given back to the pool, and by whom. */
  readonly unassigned: readonly { readonly id: string; readonly by: Actor | null }[];
  readonly allocations: readonly Allocation[];
  readonly adjustments: readonly Adjustment[];
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
  readonly tasks: readonly CaseTask[];
  readonly approvals: readonly Approval[];
  readonly invoices: readonly CaseInvoice[];
  readonly messages: readonly CaseMessage[];
  readonly publishedStatus: string;
}
