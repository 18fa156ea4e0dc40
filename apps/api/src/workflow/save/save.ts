import type { Change } from '@zahlwerk/domain/workflow/decision';
import { assignTask, finishTask } from '../../tasks/save-task.ts';
import { attach } from './attachments.writer.ts';
import {
  addAttempt,
  recordFailedTry,
  recordTransferCredit,
  requestJob,
  updateAttempt,
} from './attempts.writer.ts';
import { addCapture, updateCapture } from './captures.writer.ts';
import { cancel, close, publishStatus, reopen } from './case.writer.ts';
import { raiseDiscrepancy, recordChecks, resolveDiscrepancy } from './checks.writer.ts';
import { issueCorrection } from './corrections.writer.ts';
import {
  askVatRegister,
  confirmCustomerVersion,
  saveCustomerVersion,
  setCustomerData,
} from './customer.writer.ts';
import { addDispute, recordResponse, updateDispute, updateResponse } from './disputes.writer.ts';
import { cancelInvoice, issueInvoice } from './invoices.writer.ts';
import { post } from './journal.writer.ts';
import { createLink, queueMessage, queueSms, useLink } from './messages.writer.ts';
import { activateMethod, planNotice, retireMethod, storeMethod } from './methods.writer.ts';
import { adjust, allocate, bookPayment, mergePayment, takeBack, unassignPayment } from './payments.writer.ts';
import { issueReceipt } from './receipts.writer.ts';
import { addRefund, updateRefund } from './refunds.writer.ts';
import { finishStep, openStep, planSteps, setSubject, stopStep } from './steps.writer.ts';
import { askApproval, createTask, decideApproval } from './tasks.writer.ts';
import type { BulkWriter, Saving, Writer } from './writer.ts';

/** Kinds of which a rule decides many at once: one statement for all of them instead of one for each. */
const BULK_WRITERS = { 'plan-step': planSteps, 'record-check': recordChecks, post } satisfies {
  readonly [Type in Change['type']]?: BulkWriter<Type>;
};

const WRITERS: {
  readonly [Type in Exclude<Change['type'], keyof typeof BULK_WRITERS>]: Writer<Type>;
} = {
  'open-step': openStep,
  'set-subject': setSubject,
  'finish-step': finishStep,
  'stop-step': stopStep,
  'raise-discrepancy': raiseDiscrepancy,
  'resolve-discrepancy': resolveDiscrepancy,
  'set-customer-data': setCustomerData,
  'ask-vat-register': askVatRegister,
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
  'record-transfer-credit': recordTransferCredit,
  'request-job': requestJob,
  'add-capture': addCapture,
  'update-capture': updateCapture,
  'book-payment': bookPayment,
  'merge-payment': mergePayment,
  'unassign-payment': unassignPayment,
  allocate,
  'take-back': takeBack,
  'add-refund': addRefund,
  'update-refund': updateRefund,
  'add-dispute': addDispute,
  'update-dispute': updateDispute,
  'record-response': recordResponse,
  'update-response': updateResponse,
  adjust,
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
  'plan-notice': planNotice,
  'queue-message': queueMessage,
  'queue-sms': queueSms,
  reopen,
  close,
  cancel,
  'publish-status': publishStatus,
};

/** Changes of one kind that follow each other. */
const rowsOf = (changes: readonly Change[]): readonly (readonly [Change, ...Change[]])[] => {
  const rows: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const row = rows.at(-1);
    if (row?.[0].type === change.type) row.push(change);
    else rows.push([change]);
  }
  return rows;
};

const isBulk = (type: Change['type']): type is keyof typeof BULK_WRITERS => type in BULK_WRITERS;

/** Writes what a rule has decided, in the rule's own order. */
export const saveChanges = async (saving: Saving, changes: readonly Change[]): Promise<void> => {
  for (const row of rowsOf(changes)) {
    const { type } = row[0];
    if (isBulk(type)) await (BULK_WRITERS[type] as BulkWriter<typeof type>)(saving, row as never);
    else for (const change of row) await (WRITERS[type] as Writer<typeof type>)(saving, change as never);
  }
};
