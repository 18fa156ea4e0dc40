import { type ComponentType, lazy } from 'react';
import type { Step } from '#gql/graphql';
import type { StepScreenProps } from './use-case.ts';

/** One screen per step, loaded when its step is looked at. A step without a screen does not compile. */
export const STEP_SCREENS: Record<Step, ComponentType<StepScreenProps>> = {
  INITIATE_PAYMENT: lazy(async () => ({
    default: (await import('./steps/initiate-payment.screen.tsx')).InitiatePaymentScreen,
  })),
  VERIFY_CUSTOMER_DATA: lazy(async () => ({
    default: (await import('./steps/verify-customer-data.screen.tsx')).VerifyCustomerDataScreen,
  })),
  SAVE_CUSTOMER_RECORD: lazy(async () => ({
    default: (await import('./steps/save-customer-record.screen.tsx')).SaveCustomerRecordScreen,
  })),
  UPDATE_PAYMENT_METHOD: lazy(async () => ({
    default: (await import('./steps/update-payment-method.screen.tsx')).UpdatePaymentMethodScreen,
  })),
  CREATE_PAYMENT_TASK: lazy(async () => ({
    default: (await import('./steps/create-payment-task.screen.tsx')).CreatePaymentTaskScreen,
  })),
  CONFIRM_AMOUNT: lazy(async () => ({
    default: (await import('./steps/confirm-amount.screen.tsx')).ConfirmAmountScreen,
  })),
  RECORD_PAYMENT: lazy(async () => ({
    default: (await import('./steps/record-payment.screen.tsx')).RecordPaymentScreen,
  })),
  UPDATE_PAYMENT_STATUS: lazy(async () => ({
    default: (await import('./steps/update-payment-status.screen.tsx')).UpdatePaymentStatusScreen,
  })),
  NOTIFY_CUSTOMER: lazy(async () => ({
    default: (await import('./steps/notify-customer.screen.tsx')).NotifyCustomerScreen,
  })),
  CLOSE_PAYMENT_TASK: lazy(async () => ({
    default: (await import('./steps/close-payment-task.screen.tsx')).ClosePaymentTaskScreen,
  })),
};
