import { type AbandonCharge, abandonCharge } from '../payments/abandon-charge.ts';
import { type AcceptDispute, acceptDispute } from '../payments/accept-dispute.ts';
import { applyAttempt, type ProviderReport } from '../payments/apply-attempt.ts';
import { applyDispute, type DisputeReport } from '../payments/apply-dispute.ts';
import { applyRefund, type RefundReport } from '../payments/apply-refund.ts';
import { type AttachSession, attachSession } from '../payments/attach-session.ts';
import { type BookCredit, bookCredit } from '../payments/book-credit.ts';
import { cancelReaderPayment } from '../payments/cancel-reader-payment.ts';
import { chargeStoredMethod } from '../payments/charge-stored-method.ts';
import { type RecordRefundTransfer, recordRefundTransfer } from '../payments/record-refund-transfer.ts';
import { type ReleaseAuthorization, releaseAuthorization } from '../payments/release-authorization.ts';
import { type CaptureReport, reportCapture } from '../payments/report-capture.ts';
import { type ResponseReport, reportResponse } from '../payments/report-response.ts';
import { type RequestRefund, requestRefund } from '../payments/request-refund.ts';
import { type ReverseAllocation, reverseAllocation } from '../payments/reverse-allocation.ts';
import { type SendCapture, sendCapture } from '../payments/send-capture.ts';
import { type SendCharge, sendCharge } from '../payments/send-charge.ts';
import { type SendRefund, sendRefund } from '../payments/send-refund.ts';
import { type StartPayment, startPayment } from '../payments/start-payment.ts';
import { stopPlannedCharge } from '../payments/stop-planned-charge.ts';
import { type SubmitDisputeEvidence, submitDisputeEvidence } from '../payments/submit-dispute-evidence.ts';
import { type UnassignPayment, unassignPayment } from '../payments/unassign-payment.ts';
import { type WarnOfExpiry, warnOfExpiry } from '../payments/warn-of-expiry.ts';
import { decideTask, type TaskCommandInputs, type TaskCommandName } from '../tasks/decide-task.ts';
import { deskOfCase } from '../tasks/task-desk.ts';
import { type AddAttachment, addAttachment } from './add-attachment.ts';
import { advance } from './advance.ts';
import { type AnnounceExpiry, announceExpiry } from './announce-expiry.ts';
import { type CancelPaymentCase, cancelPaymentCase } from './cancel-payment-case.ts';
import { type CompleteCustomerData, completeCustomerData } from './complete-customer-data.ts';
import { type DecideApproval, decideApproval } from './decide-approval.ts';
import type { Change, Env, Outcome } from './decision.ts';
import type { PaymentCase } from './payment-case.ts';
import { type RegisterReceipt, registerReceipt } from './register-receipt.ts';
import { remindCustomer } from './remind-customer.ts';
import { type RequestCustomerData, requestCustomerData } from './request-customer-data.ts';
import type { ConfirmAmount } from './resolve-amount.ts';
import { type ReviewPaymentMethod, reviewPaymentMethod } from './review-payment-method.ts';
import {
  type ClosePaymentTask,
  closePaymentTask,
  type RejectPaymentTask,
  rejectPaymentTask,
} from './steps/close-payment-task.ts';
import { confirmAmount } from './steps/confirm-amount.ts';
import { type CreatePaymentTask, createPaymentTask } from './steps/create-payment-task.ts';
import { notifyCustomer } from './steps/notify-customer.ts';
import { recordPayment } from './steps/record-payment.ts';
import {
  type ConfirmCustomerRecord,
  confirmCustomerRecord,
  type SaveCustomerRecord,
  saveCustomerRecord,
} from './steps/save-customer-record.ts';
import {
  type ReplacePaymentMethod,
  type RequestPaymentMethodUpdate,
  replacePaymentMethod,
  requestPaymentMethodUpdate,
  type SkipPaymentMethodUpdate,
  skipPaymentMethodUpdate,
} from './steps/update-payment-method.ts';
import { updatePaymentStatus } from './steps/update-payment-status.ts';
import { type VerifyCustomerData, verifyCustomerData } from './steps/verify-customer-data.ts';
import { type SubmitCustomerData, submitCustomerData } from './submit-customer-data.ts';

/** Nothing but the command's name is needed. */
type Bare = Record<never, never>;

/** Everything that can be asked of a case, each with its input. `advance` is the machine's own. */
export interface CommandInputs extends TaskCommandInputs {
  readonly verifyCustomerData: VerifyCustomerData;
  readonly requestCustomerData: RequestCustomerData;
  readonly remindCustomer: Readonly<Record<string, never>>;
  readonly submitCustomerData: SubmitCustomerData;
  readonly completeCustomerData: CompleteCustomerData;
  readonly saveCustomerRecord: SaveCustomerRecord;
  readonly confirmCustomerRecord: ConfirmCustomerRecord;
  readonly requestPaymentMethodUpdate: RequestPaymentMethodUpdate;
  readonly skipPaymentMethodUpdate: SkipPaymentMethodUpdate;
  readonly replacePaymentMethod: ReplacePaymentMethod;
  readonly reviewPaymentMethod: ReviewPaymentMethod;
  readonly announceExpiry: AnnounceExpiry;
  readonly createPaymentTask: CreatePaymentTask;
  readonly confirmAmount: ConfirmAmount;
  readonly sendCapture: SendCapture;
  readonly reportCapture: CaptureReport;
  readonly releaseAuthorization: ReleaseAuthorization;
  readonly warnOfExpiry: WarnOfExpiry;
  readonly decideApproval: DecideApproval;
  readonly recordPayment: Bare;
  readonly reverseAllocation: ReverseAllocation;
  readonly unassignPayment: UnassignPayment;
  readonly updatePaymentStatus: Bare;
  readonly notifyCustomer: Bare;
  readonly closePaymentTask: ClosePaymentTask;
  readonly rejectPaymentTask: RejectPaymentTask;
  readonly cancelPaymentCase: CancelPaymentCase;
  readonly registerReceipt: RegisterReceipt;
  readonly bookCredit: BookCredit;
  readonly requestRefund: RequestRefund;
  readonly recordRefundTransfer: RecordRefundTransfer;
  readonly sendRefund: SendRefund;
  readonly applyRefund: RefundReport;
  readonly applyDispute: DisputeReport;
  readonly submitDisputeEvidence: SubmitDisputeEvidence;
  readonly acceptDispute: AcceptDispute;
  readonly reportResponse: ResponseReport;
  readonly addAttachment: AddAttachment;
  readonly startPayment: StartPayment;
  readonly cancelReaderPayment: Bare;
  readonly attachSession: AttachSession;
  readonly chargeStoredMethod: Bare;
  readonly stopPlannedCharge: Bare;
  readonly sendCharge: SendCharge;
  readonly abandonCharge: AbandonCharge;
  readonly applyAttempt: ProviderReport;
  readonly advance: Bare;
}

export type CommandName = keyof CommandInputs;

export type Command = {
  [Name in CommandName]: { readonly name: Name; readonly input: CommandInputs[Name] };
}[CommandName];

type Rules = {
  readonly [Name in CommandName]: (state: PaymentCase, input: CommandInputs[Name], env: Env) => Outcome;
};

/** The rules of a task are the same whatever it is about. */
const onTask = <Name extends TaskCommandName>(
  state: PaymentCase,
  command: { readonly name: Name; readonly input: TaskCommandInputs[Name] },
  env: Env,
): Outcome => decideTask(deskOfCase(state, command.input.taskId), command, env);

const RULES: Rules = {
  verifyCustomerData,
  requestCustomerData,
  remindCustomer,
  submitCustomerData,
  completeCustomerData,
  saveCustomerRecord,
  confirmCustomerRecord,
  requestPaymentMethodUpdate,
  skipPaymentMethodUpdate,
  replacePaymentMethod,
  reviewPaymentMethod,
  announceExpiry,
  createPaymentTask,
  confirmAmount,
  sendCapture,
  reportCapture,
  releaseAuthorization,
  warnOfExpiry,
  decideApproval,
  recordPayment: (state, _input, env) => recordPayment(state, env),
  reverseAllocation,
  unassignPayment,
  updatePaymentStatus: (state, _input, env) => updatePaymentStatus(state, env),
  notifyCustomer: (state, _input, env) => notifyCustomer(state, env),
  closePaymentTask,
  rejectPaymentTask,
  cancelPaymentCase,
  registerReceipt,
  bookCredit,
  requestRefund,
  recordRefundTransfer,
  sendRefund,
  applyRefund,
  applyDispute,
  submitDisputeEvidence,
  acceptDispute,
  reportResponse,
  addAttachment,
  claimTask: (state, input, env) => onTask(state, { name: 'claimTask', input }, env),
  assignTask: (state, input, env) => onTask(state, { name: 'assignTask', input }, env),
  finishTask: (state, input, env) => onTask(state, { name: 'finishTask', input }, env),
  startPayment,
  cancelReaderPayment: (state, _input, env) => cancelReaderPayment(state, env),
  attachSession,
  chargeStoredMethod,
  stopPlannedCharge,
  sendCharge,
  abandonCharge,
  applyAttempt,
  advance: (state, _input, env) => advance(state, env),
};

/** The one place where a command meets its rule: what is to be written and told, or why it is refused. */
export const decide = <Name extends CommandName>(
  state: PaymentCase,
  command: { readonly name: Name; readonly input: CommandInputs[Name] },
  env: Env,
): Outcome => {
  const outcome = RULES[command.name](state, command.input, env);
  return outcome.ok
    ? { ...outcome, changes: [...outcome.changes, ...clearedTasks(state, outcome.changes)] }
    : outcome;
};

/** A step that ends, or stops for another reason, takes the exception task of its stop with it. */
const clearedTasks = (state: PaymentCase, changes: readonly Change[]): readonly Change[] => {
  const finished = new Set(changes.flatMap((change) => (change.type === 'finish-task' ? [change.id] : [])));
  const left = changes.flatMap((change) => {
    if (change.type !== 'finish-step' && change.type !== 'stop-step') return [];
    const run = state.runs.find((one) => one.step === change.step && one.run === change.run);
    const isSame = change.type === 'stop-step' && change.code === run?.stop?.code;
    return run?.stop && !isSame ? [run.stop.code] : [];
  });
  return state.tasks
    .filter(
      ({ kind, reason, state: taskState }) =>
        kind === 'EXCEPTION' && reason && left.includes(reason) && taskState !== 'DONE',
    )
    .filter(({ id }) => !finished.has(id))
    .map(({ id }) => ({ type: 'finish-task', id }));
};
