import type { RequirableField } from '../customers/required-fields.ts';
import type { Step } from './step.ts';

export type StepPolicy = 'MANUAL' | 'AUTO_IF_CLEAN';

/** Whether a card is charged at once, or its amount reserved until step 6 confirms and captures it (rule 12). */
export type CaptureMode = 'AUTOMATIC' | 'MANUAL';

/** What a yes to an item rests on: a person's word, a file, or a file with a signature that a person vouches for. */
export const CHECKLIST_EVIDENCE = ['WORD', 'FILE', 'SIGNED_FILE'] as const;
export type ChecklistEvidence = (typeof CHECKLIST_EVIDENCE)[number];

/** A check that the business itself adds to a step; only a person can answer it. */
export interface ChecklistItem {
  readonly key: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly required: boolean;
  readonly evidence: ChecklistEvidence;
}

/**
 * What one version of the workflow lays down. A case keeps the version it started with.
 * Limits are minor units of the case's currency; deadlines are whole days.
 */
export interface WorkflowDefinition {
  readonly policies: Readonly<Record<Step, StepPolicy>>;
  readonly requiredCustomerFields: readonly RequirableField[];
  readonly checklist: Readonly<
    Record<'VERIFY_CUSTOMER_DATA' | 'CONFIRM_AMOUNT' | 'CLOSE_PAYMENT_TASK', readonly ChecklistItem[]>
  >;
  readonly limits: {
    /** What one case may give up in all without a second person who agrees; above it a lead has to (rule 4). */
    readonly adjustmentWithoutSecond: string;
    /** A refund above this needs a lead who agrees; left out in versions that are older than refunds. */
    readonly refundWithoutSecond?: string;
    /** Up to this much less than what is open is a rounding difference; left out in versions that are older than that. */
    readonly roundingTolerance?: string;
  };
  readonly deadlines: {
    readonly paymentTermDays: number;
    readonly taskAfterDueDays: number;
    /** From announcing a debit of a stored mandate to making it; left out in versions that are older than that. */
    readonly debitNoticeDays?: number;
    /** How old the register's word on a VAT id may be; left out in versions that are older than that. */
    readonly vatCheckMaxAgeDays?: number;
  };
  readonly allowedMethodTypes: readonly ('CARD' | 'SEPA_DEBIT' | 'BANK_TRANSFER')[];
  /** How cards are captured; left out in versions that are older than the choice, which is AUTOMATIC. */
  readonly capture?: CaptureMode;
}

/** The business's own items of a step; most steps have no checklist. */
export const ownItems = (
  { definition }: { readonly definition: WorkflowDefinition },
  step: Step,
): readonly ChecklistItem[] =>
  step === 'VERIFY_CUSTOMER_DATA' || step === 'CONFIRM_AMOUNT' || step === 'CLOSE_PAYMENT_TASK'
    ? definition.checklist[step]
    : [];

/** The version every new business starts with: everything runs by itself when clean, except the start and the end. */
export const DEFAULT_DEFINITION: WorkflowDefinition = {
  policies: {
    INITIATE_PAYMENT: 'MANUAL',
    VERIFY_CUSTOMER_DATA: 'AUTO_IF_CLEAN',
    SAVE_CUSTOMER_RECORD: 'AUTO_IF_CLEAN',
    UPDATE_PAYMENT_METHOD: 'AUTO_IF_CLEAN',
    CREATE_PAYMENT_TASK: 'AUTO_IF_CLEAN',
    CONFIRM_AMOUNT: 'AUTO_IF_CLEAN',
    RECORD_PAYMENT: 'AUTO_IF_CLEAN',
    UPDATE_PAYMENT_STATUS: 'AUTO_IF_CLEAN',
    NOTIFY_CUSTOMER: 'AUTO_IF_CLEAN',
    CLOSE_PAYMENT_TASK: 'MANUAL',
  },
  requiredCustomerFields: ['name', 'email', 'street', 'postalCode', 'city', 'country'],
  checklist: {
    VERIFY_CUSTOMER_DATA: [],
    CONFIRM_AMOUNT: [],
    CLOSE_PAYMENT_TASK: [],
  },
  limits: { adjustmentWithoutSecond: '500', refundWithoutSecond: '10000', roundingTolerance: '5' },
  deadlines: { paymentTermDays: 14, taskAfterDueDays: 3, debitNoticeDays: 1, vatCheckMaxAgeDays: 30 },
  allowedMethodTypes: ['CARD', 'SEPA_DEBIT', 'BANK_TRANSFER'],
  capture: 'AUTOMATIC',
};
