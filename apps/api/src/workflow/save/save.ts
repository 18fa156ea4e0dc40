import type { Change } from '@zahlwerk/domain/workflow/decision';
import { assignTask, finishTask } from '../../tasks/save-task.ts';
import { attach } from './attachments.writer.ts';
import { addAttempt, recordFailedTry, requestJob, updateAttempt } from './attempts.writer.ts';
import { cancel, close, publishStatus, reopen } from './case.writer.ts';
import { raiseDiscrepancy, recordCheck, resolveDiscrepancy } from './checks.writer.ts';
import { issueCorrection } from './corrections.writer.ts';
import { confirmCustomerVersion, saveCustomerVersion, setCustomerData } from './customer.writer.ts';
import { cancelInvoice, issueInvoice } from './invoices.writer.ts';
import { post } from './journal.writer.ts';
import { createLink, queueMessage, useLink } from './messages.writer.ts';
import { activateMethod, retireMethod, storeMethod } from './methods.writer.ts';
import { adjust, allocate, bookPayment, takeBack } from './payments.writer.ts';
import { issueReceipt } from './receipts.writer.ts';
import { addRefund, updateRefund } from './refunds.writer.ts';
import { finishStep, openStep, planStep, setSubject, stopStep } from './steps.writer.ts';
import { askApproval, createTask, decideApproval } from './tasks.writer.ts';
import type { Saving, Writer } from './writer.ts';

const WRITERS: { readonly [Type in Change['type']]: Writer<Type> } = {
  'plan-step': planStep,
  'open-step': openStep,
  'set-subject': setSubject,
  'finish-step': finishStep,
  'stop-step': stopStep,
  'record-check': recordCheck,
  'raise-discrepancy': raiseDiscrepancy,
  'resolve-discrepancy': resolveDiscrepancy,
  'set-customer-data': setCustomerData,
  'save-customer-version': saveCustomerVersion,
  'confirm-customer-version': confirmCustomerVersion,
  'create-task': createTask,
  'assign-task': assignTask,
  'finish-task': finishTask,
  'ask-approval': askApproval,
  'decide-approval': decideApproval,
  'add-attempt': addAttempt,
  'update-attempt': updateAttempt,
  'record-failed-try': recordFailedTry,
  'request-job': requestJob,
  'book-payment': bookPayment,
  allocate,
  'take-back': takeBack,
  'add-refund': addRefund,
  'update-refund': updateRefund,
  adjust,
  post,
  'issue-invoice': issueInvoice,
  'cancel-invoice': cancelInvoice,
  'issue-correction': issueCorrection,
  'issue-receipt': issueReceipt,
  attach,
  'create-link': createLink,
  'use-link': useLink,
  'store-method': storeMethod,
  'activate-method': activateMethod,
  'retire-method': retireMethod,
  'queue-message': queueMessage,
  reopen,
  close,
  cancel,
  'publish-status': publishStatus,
};

const write = <Type extends Change['type']>(
  saving: Saving,
  change: Extract<Change, { type: Type }>,
): Promise<unknown> => (WRITERS[change.type as Type] as Writer<Type>)(saving, change);

/** Writes what a rule has decided, in the rule's own order. */
export const saveChanges = async (saving: Saving, changes: readonly Change[]): Promise<void> => {
  for (const change of changes) await write(saving, change);
};
