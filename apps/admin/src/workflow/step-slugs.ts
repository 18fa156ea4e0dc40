import type { Step } from '#gql/graphql';

/** The ten steps in their order; the slug names the step's files and its place in the address. */
export const STEP_SLUGS = {
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
} as const satisfies Record<Step, string>;

export const STEPS = Object.keys(STEP_SLUGS) as readonly Step[];

export const stepNumber = (step: Step): number => STEPS.indexOf(step) + 1;

export const stepOfSlug = (slug: unknown): Step | null =>
  STEPS.find((step) => STEP_SLUGS[step] === slug) ?? null;
