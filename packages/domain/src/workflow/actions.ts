import { refuseAcceptance } from '../payments/accept-dispute.ts';
import { offeredCapture } from '../payments/authorization.ts';
import { refuseCancelAtReader } from '../payments/cancel-reader-payment.ts';
import { refuseCharge } from '../payments/charge-stored-method.ts';
import { refuseRecordTransfer } from '../payments/record-refund-transfer.ts';
import { refuseRelease } from '../payments/release-authorization.ts';
import { refuseRefund } from '../payments/request-refund.ts';
import { refuseReversal } from '../payments/reverse-allocation.ts';
import { refuseStartAtReader } from '../payments/start-payment.ts';
import { refuseStop } from '../payments/stop-planned-charge.ts';
import { refuseEvidence } from '../payments/submit-dispute-evidence.ts';
import { refuseUnassign } from '../payments/unassign-payment.ts';
import type { Actor } from './actor.ts';
import { refuseAttachment } from './add-attachment.ts';
import { isFullyCovered } from './balance.ts';
import { refuseCancel } from './cancel-payment-case.ts';
import { refuseDecide } from './decide-approval.ts';
import { guard } from './guard.ts';
import { offeredWriteOff } from './offered-resolutions.ts';
import type { PaymentCase } from './payment-case.ts';
import { CASE_ACTIONS, type CaseAction } from './permissions.ts';
import { unconfirmedPayments } from './progress.ts';
import type { Refusal } from './refusal.ts';
import { refuseReceipt } from './register-receipt.ts';
import { refuseReminder } from './remind-customer.ts';
import { refuseRequestData } from './request-customer-data.ts';
import { refuseReview } from './review-payment-method.ts';
import type { Step } from './step.ts';
import { refuseClose, refuseReject } from './steps/close-payment-task.ts';
import * as confirmAmount from './steps/confirm-amount.ts';
import * as createPaymentTask from './steps/create-payment-task.ts';
import * as notifyCustomer from './steps/notify-customer.ts';
import * as recordPayment from './steps/record-payment.ts';
import { refuseConfirm, refuseSave } from './steps/save-customer-record.ts';
import { refuseRequest, refuseSkip } from './steps/update-payment-method.ts';
import * as updatePaymentStatus from './steps/update-payment-status.ts';
import * as verifyCustomerData from './steps/verify-customer-data.ts';
import { type WarningCode, warningOf } from './warning.ts';

type Refuse = (state: PaymentCase, env: { readonly actor: Actor; readonly today: string }) => Refusal | null;

/** With nothing but the unpaid rest on the table there is nothing to confirm, only to write off. */
const refuseConfirmAmount: Refuse = (state, env) =>
  confirmAmount.refuse(state, env) ??
  (unconfirmedPayments(state).length > 0 || offeredCapture(state) || isFullyCovered(state)
    ? null
    : { code: 'NO_MONEY_YET', step: 'CONFIRM_AMOUNT' });

const refuseWriteOff: Refuse = (state, env) =>
  guard(state, env.actor, 'WRITE_OFF_REST', 'CONFIRM_AMOUNT') ??
  confirmAmount.refuse(state, env) ??
  (offeredWriteOff(state) ? null : { code: 'RESOLUTION_NOT_OFFERED', step: 'CONFIRM_AMOUNT' });

/** Every action with the step it belongs to and the very refusal that its rule starts with. */
const ACTIONS: Readonly<Record<CaseAction, { readonly step: Step | null; readonly refuse: Refuse }>> = {
  VERIFY_CUSTOMER_DATA: { step: 'VERIFY_CUSTOMER_DATA', refuse: verifyCustomerData.refuse },
  REQUEST_CUSTOMER_DATA: { step: 'VERIFY_CUSTOMER_DATA', refuse: refuseRequestData },
  SAVE_CUSTOMER_RECORD: { step: 'SAVE_CUSTOMER_RECORD', refuse: refuseSave },
  CONFIRM_CUSTOMER_RECORD: { step: 'SAVE_CUSTOMER_RECORD', refuse: refuseConfirm },
  REQUEST_PAYMENT_METHOD_UPDATE: { step: 'UPDATE_PAYMENT_METHOD', refuse: refuseRequest },
  SKIP_PAYMENT_METHOD_UPDATE: { step: 'UPDATE_PAYMENT_METHOD', refuse: refuseSkip },
  REVIEW_PAYMENT_METHOD: { step: 'UPDATE_PAYMENT_METHOD', refuse: refuseReview },
  CREATE_PAYMENT_TASK: { step: 'CREATE_PAYMENT_TASK', refuse: createPaymentTask.refuse },
  CHARGE_STORED_METHOD: { step: 'CREATE_PAYMENT_TASK', refuse: refuseCharge },
  STOP_PLANNED_CHARGE: { step: 'UPDATE_PAYMENT_STATUS', refuse: refuseStop },
  CONFIRM_AMOUNT: { step: 'CONFIRM_AMOUNT', refuse: refuseConfirmAmount },
  RELEASE_AUTHORIZATION: { step: 'CONFIRM_AMOUNT', refuse: refuseRelease },
  WRITE_OFF_REST: { step: 'CONFIRM_AMOUNT', refuse: refuseWriteOff },
  DECIDE_APPROVAL: { step: null, refuse: refuseDecide },
  RECORD_PAYMENT: { step: 'RECORD_PAYMENT', refuse: recordPayment.refuse },
  REVERSE_ALLOCATION: { step: null, refuse: refuseReversal },
  UNASSIGN_PAYMENT: { step: null, refuse: refuseUnassign },
  UPDATE_PAYMENT_STATUS: { step: 'UPDATE_PAYMENT_STATUS', refuse: updatePaymentStatus.refuse },
  NOTIFY_CUSTOMER: { step: 'NOTIFY_CUSTOMER', refuse: notifyCustomer.refuse },
  REMIND_CUSTOMER: { step: null, refuse: refuseReminder },
  CLOSE_PAYMENT_TASK: { step: 'CLOSE_PAYMENT_TASK', refuse: refuseClose },
  REJECT_PAYMENT_TASK: { step: 'CLOSE_PAYMENT_TASK', refuse: refuseReject },
  CANCEL_PAYMENT_CASE: { step: null, refuse: refuseCancel },
  REGISTER_RECEIPT: { step: null, refuse: refuseReceipt },
  REQUEST_REFUND: { step: null, refuse: refuseRefund },
  RECORD_REFUND_TRANSFER: { step: null, refuse: refuseRecordTransfer },
  SUBMIT_DISPUTE_EVIDENCE: { step: null, refuse: refuseEvidence },
  ACCEPT_DISPUTE: { step: null, refuse: refuseAcceptance },
  START_READER_PAYMENT: { step: null, refuse: refuseStartAtReader },
  CANCEL_READER_PAYMENT: { step: null, refuse: refuseCancelAtReader },
  ADD_ATTACHMENT: { step: null, refuse: refuseAttachment },
};

export interface ActionAnswer {
  readonly action: CaseAction;
  readonly step: Step | null;
  readonly refusal: Refusal | null;
  /** What the actor should know before doing it; null where it is blocked. */
  readonly warning: WarningCode | null;
}

/** What this actor may do with the case today; for everything else, why not and who could. */
export const actionsFor = (state: PaymentCase, actor: Actor, today: string): readonly ActionAnswer[] =>
  CASE_ACTIONS.map((action) => {
    const { step, refuse } = ACTIONS[action];
    const refusal = refuse(state, { actor, today });
    return { action, step, refusal, warning: refusal ? null : warningOf(state, actor, action) };
  });
