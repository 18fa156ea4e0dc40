import { STEPS, type Step } from '@zahlwerk/domain/workflow/step';
import { builder } from './builder.ts';

const DESCRIPTION: Readonly<Record<Step, string>> = {
  INITIATE_PAYMENT: '1: the case starts and the customer is asked to pay.',
  VERIFY_CUSTOMER_DATA: '2: what the customer has said is completed and checked.',
  SAVE_CUSTOMER_RECORD: '3: the customer record is saved, read back and confirmed.',
  UPDATE_PAYMENT_METHOD: '4: the customer renews the stored method; optional.',
  CREATE_PAYMENT_TASK: '5: the accounts department gets its task, the customer the invoice.',
  CONFIRM_AMOUNT: '6: what was received is matched against what is due.',
  RECORD_PAYMENT: '7: the money is allocated and the receipt issued.',
  UPDATE_PAYMENT_STATUS: '8: the published status is compared with the evidence.',
  NOTIFY_CUSTOMER: '9: the customer is told.',
  CLOSE_PAYMENT_TASK: '10: the team lead checks and closes; the money is released for payout.',
};

export const StepEnum = builder.enumType('Step', {
  description: 'The ten steps of a payment case, in their order.',
  values: Object.fromEntries(STEPS.map((step) => [step, { description: DESCRIPTION[step] }])) as Record<
    Step,
    { description: string }
  >,
});
