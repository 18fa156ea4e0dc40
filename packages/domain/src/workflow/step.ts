/** The ten steps of a payment case, in the order in which they run. The slug names every file of the step. */
export const STEP_SLUG = {
  INITIATE_PAYMENT: 'initiate-payment',
  VERIFY_CUSTOMER_DATA: 'verify-customer-data',
  SAVE_CUSTOMER_RECORD: 'save-customer-record',
  UPDATE_PAYMENT_METHOD: 'update-payment-method',
  CREATE_PAYMENT_TASK: 'create-payment-task',
  CONFIRM_AMOUNT: 'confirm-amount',
  RECORD_PAYMENT: 'record-payment',
  UPDATE_PAYMENT_STATUS: 'update-payment-status',
  NOTIFY_CUSTOMER: 'notify-customer',
  CLOSE_PAYMENT_TASK: 'close-payment-task',
} as const;

export type Step = keyof typeof STEP_SLUG;

export const STEPS = Object.keys(STEP_SLUG) as readonly Step[];

/** Steps that run once per payment received; the others run once unless somebody rejects (rule 1). */
export const PER_PAYMENT_STEPS = [
  'CONFIRM_AMOUNT',
  'RECORD_PAYMENT',
  'UPDATE_PAYMENT_STATUS',
  'NOTIFY_CUSTOMER',
] as const satisfies readonly Step[];

/** Where a team lead may send a case back to (rule 6). */
export const REJECTION_TARGETS = [
  'VERIFY_CUSTOMER_DATA',
  'SAVE_CUSTOMER_RECORD',
  'CREATE_PAYMENT_TASK',
  'CONFIRM_AMOUNT',
  'NOTIFY_CUSTOMER',
] as const satisfies readonly Step[];

export type RejectionTarget = (typeof REJECTION_TARGETS)[number];

export type StepState = 'PENDING' | 'OPEN' | 'DONE' | 'SKIPPED';

export const stepNumber = (step: Step): number => STEPS.indexOf(step) + 1;

/** The steps from `first` to the last one, in order. */
export const stepsFrom = (first: Step): readonly Step[] => STEPS.slice(STEPS.indexOf(first));
