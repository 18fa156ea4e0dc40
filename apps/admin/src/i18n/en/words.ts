import type * as de from '../de/words.ts';
import type { Words } from '../words.ts';

export const status = {
  REQUESTED: 'Requested',
  INITIATED: 'Started',
  VERIFIED: 'Verified',
  APPROVED: 'Approved',
  SETTLED: 'Received',
  PROCESSING: 'Processing',
  UNKNOWN: 'Unclear',
  FAILED: 'Failed',
  CANCELED: 'Canceled',
  RETURNED: 'Returned',
  DISPUTED: 'Disputed',
  REFUNDED: 'Refunded',
  PARTIALLY_REFUNDED: 'Partly refunded',
} satisfies Words<typeof de.status>;

export const caseState = {
  OPEN: 'Open',
  CLOSED: 'Closed',
  CANCELED: 'Canceled',
} satisfies Words<typeof de.caseState>;

export const phases = {
  label: 'Where the money is',
} satisfies Words<typeof de.phases>;

export const phase = {
  INITIATION: 'Initiation',
  VERIFICATION: 'Verification',
  APPROVAL: 'Approval',
  SETTLEMENT: 'Settlement',
} satisfies Words<typeof de.phase>;

export const phaseState = {
  PENDING: 'Not yet',
  DONE: 'Done',
  FAILED: 'Not passed',
} satisfies Words<typeof de.phaseState>;

export const step = {
  INITIATE_PAYMENT: 'Initiate payment',
  VERIFY_CUSTOMER_DATA: 'Verify customer data',
  SAVE_CUSTOMER_RECORD: 'Save customer record',
  UPDATE_PAYMENT_METHOD: 'Update payment method',
  CREATE_PAYMENT_TASK: 'Create payment task',
  CONFIRM_AMOUNT: 'Confirm amount',
  RECORD_PAYMENT: 'Record payment',
  UPDATE_PAYMENT_STATUS: 'Update payment status',
  NOTIFY_CUSTOMER: 'Notify customer',
  CLOSE_PAYMENT_TASK: 'Close payment task',
} satisfies Words<typeof de.step>;

export const stepState = {
  PENDING: 'Still to come',
  OPEN: 'Up now',
  DONE: 'Done',
  SKIPPED: 'Skipped',
} satisfies Words<typeof de.stepState>;

export const method = {
  CARD: 'Card',
  SEPA_DEBIT: 'SEPA direct debit',
  BANK_TRANSFER: 'Bank transfer',
} satisfies Words<typeof de.method>;

export const methodState = {
  PENDING: 'Being set up',
  REVIEW: 'To be reviewed',
  ACTIVE: 'Active',
  RETIRED: 'Replaced',
} satisfies Words<typeof de.methodState>;

export const channel = {
  ONLINE: 'Online (pay link)',
  MOBILE_APP: 'App',
  IN_PERSON: 'In person',
} satisfies Words<typeof de.channel>;

/** What a member chooses between when a case is started. */
export const channelText = {
  ONLINE: 'The customer gets a link by e-mail.',
  IN_PERSON: 'The customer stands before you and pays at the card reader.',
} satisfies Words<typeof de.channelText>;

export const role = {
  OWNER: 'Owner',
  TEAM_LEAD: 'Team lead',
  CLERK: 'Clerk',
  ADVISER: 'Adviser (read only)',
} satisfies Words<typeof de.role>;

export const check = {
  PASSED: 'Passed',
  FAILED: 'Not passed',
  NOT_APPLICABLE: 'Does not apply',
  NOT_CHECKABLE: 'Cannot be checked',
} satisfies Words<typeof de.check>;

export const customerState = {
  DRAFT: 'New',
  CONFIRMED: 'Confirmed',
  MERGED: 'Merged',
  RESTRICTED: 'Restricted',
} satisfies Words<typeof de.customerState>;

export const taskState = {
  OPEN: 'Open',
  CLAIMED: 'Claimed',
  DONE: 'Done',
} satisfies Words<typeof de.taskState>;

export const taskKind = {
  PAYMENT: 'Payment',
  EXCEPTION: 'Exception',
} satisfies Words<typeof de.taskKind>;

export const taskPriority = {
  LOW: 'Low',
  NORMAL: 'Normal',
  HIGH: 'High',
} satisfies Words<typeof de.taskPriority>;

export const invoiceKind = {
  CORRECTION: 'Correction',
  INVOICE: 'Invoice',
  STORNO: 'Storno',
  STATEMENT: 'Statement',
} satisfies Words<typeof de.invoiceKind>;

export const invoiceStanding = {
  OPEN: 'Open',
  OVERDUE: 'Overdue',
  PAID: 'Paid',
  CANCELED: 'Canceled',
} satisfies Words<typeof de.invoiceStanding>;

export const paymentSource = {
  PROVIDER: 'Payment provider',
  BANK: 'Bank',
  MANUAL: 'Registered by hand',
} satisfies Words<typeof de.paymentSource>;

export const payoutState = {
  PROPOSED: 'Proposed',
  RELEASED: 'Released',
  SENT: 'On its way',
  PAID: 'Arrived',
  FAILED: 'Failed',
} satisfies Words<typeof de.payoutState>;

export const messageState = {
  QUEUED: 'Waiting',
  SENDING: 'Being sent',
  SENT: 'Sent',
  DELIVERED: 'Delivered',
  BOUNCED: 'Undeliverable',
  FAILED: 'Failed',
} satisfies Words<typeof de.messageState>;

export const attemptState = {
  CREATED: 'Created',
  REQUIRES_ACTION: 'Waiting for the customer',
  PROCESSING: 'Processing',
  UNKNOWN: 'Unclear',
  DECLINED: 'Declined',
  AUTHORIZED: 'Authorized',
  SUCCEEDED: 'Succeeded',
  CANCELED: 'Canceled',
} satisfies Words<typeof de.attemptState>;

export const event = {
  CASE_INITIATED: 'Case started',
  CASE_CANCELED: 'Case canceled',
  CASE_CLOSED: 'Case closed',
  CASE_REJECTED: 'Case sent back',
  CASE_REOPENED: 'Case reopened',
  STEP_OPENED: 'Step opened',
  STEP_DONE: 'Step done',
  STEP_SKIPPED: 'Step skipped',
  STEP_STOPPED: 'Step stopped',
  CHECK_RECORDED: 'Check recorded',
  DISCREPANCY_RAISED: 'Discrepancy found',
  DISCREPANCY_RESOLVED: 'Discrepancy resolved',
  CUSTOMER_DATA_CHANGED: 'Customer data changed',
  CUSTOMER_SAVED: 'Customer record saved',
  CUSTOMER_CONFIRMED: 'Customer record confirmed',
  CUSTOMER_STATEMENT_MAILED: 'Statement of account sent',
  CUSTOMER_SYNCED: 'Customer record passed on',
  CUSTOMER_VAT_CHECK_ASKED: 'Register asked about VAT id',
  CUSTOMER_VAT_CHECKED: 'Register has answered about VAT id',
  CUSTOMER_MERGED: 'Customers merged',
  DATA_REQUESTED: 'Details requested',
  METHOD_REQUESTED: 'New payment method requested',
  METHOD_UPDATED: 'Payment method updated',
  METHOD_REVIEW_NEEDED: 'Payment method to be reviewed',
  METHOD_ACCEPTED: 'Payment method accepted',
  METHOD_REFUSED: 'Payment method refused',
  METHOD_EXPIRING: 'Card expires soon',
  TASK_CREATED: 'Task created',
  TASK_CLAIMED: 'Task claimed',
  TASK_ASSIGNED: 'Task handed over',
  TASK_REMINDED: 'Reminded of an overdue task',
  TASK_DONE: 'Task done',
  ATTEMPT_PLANNED: 'Charge planned',
  ATTEMPT_STARTED: 'Payment attempt started',
  ATTEMPT_CHANGED: 'Payment attempt moved on',
  ATTEMPT_FAILED: 'Payment attempt failed',
  ATTEMPT_PARTLY_FUNDED: 'Transfer incomplete',
  AUTHORIZATION_EXPIRING: 'Reservation expires soon',
  AUTHORIZATION_RELEASED: 'Reservation released',
  CAPTURE_REQUESTED: 'Capture requested',
  CAPTURE_SENT: 'Capture on its way',
  CAPTURE_UNCLEAR: 'Capture unclear',
  CAPTURE_SUCCEEDED: 'Reserved amount captured',
  CAPTURE_FAILED: 'Capture failed',
  PAYMENT_RECEIVED: 'Money received',
  PAYMENT_AMOUNT_CONFIRMED: 'Amount confirmed',
  PAYMENT_UNASSIGNED: 'Credit given back',
  ALLOCATION_REVERSED: 'Allocation taken back',
  PAYMENT_REMINDED: 'Reminded of the payment',
  PAYMENT_RECORDED: 'Payment recorded',
  PAYMENT_STATUS_CHANGED: 'Payment status changed',
  RECEIPT_REGISTERED: 'Receipt registered',
  RECEIPT_MERGED: 'Registered receipt found on the bank statement',
  BANK_IMPORTED: 'Bank statement imported',
  OTHER_RECEIPT_ASKED: 'Posting without a customer asked for',
  OTHER_RECEIPT_BOOKED: 'Credit posted to an account',
  OTHER_RECEIPT_REFUSED: 'Posting without a customer refused',
  OTHER_RECEIPT_REVERSED: 'Posting to an account taken back',
  REFUND_REQUESTED: 'Refund asked for',
  REFUND_SENT: 'Refund on its way',
  REFUND_UNCLEAR: 'Refund unclear',
  REFUND_SUCCEEDED: 'Money refunded',
  REFUND_FAILED: 'Refund failed',
  REFUND_REFUSED: 'Refund not agreed to',
  DISPUTE_OPENED: 'Payment disputed',
  DISPUTE_ESCALATED: 'Inquiry has become a dispute',
  DISPUTE_RESPONSE_RECORDED: 'Dispute answered',
  DISPUTE_RESPONSE_SENT: 'The bank has the answer',
  DISPUTE_RESPONSE_FAILED: 'Answer not taken',
  DISPUTE_WON: 'Dispute won',
  DISPUTE_FUNDS_REINSTATED: 'Money of a dispute is back',
  DISPUTE_LOST: 'Payment taken back',
  ADJUSTMENT_RECORDED: 'Adjustment recorded',
  APPROVAL_ASKED: 'Approval asked for',
  APPROVAL_GRANTED: 'Approval granted',
  APPROVAL_REFUSED: 'Approval refused',
  INVOICE_ISSUED: 'Invoice issued',
  INVOICE_CANCELED: 'Invoice canceled',
  INVOICE_CORRECTED: 'Invoice corrected',
  DOCUMENT_STORED: 'Document stored',
  ATTACHMENT_ADDED: 'File attached',
  MESSAGE_QUEUED: 'Message queued',
  MESSAGE_SENT: 'Message sent',
  MESSAGE_DELIVERED: 'Message delivered',
  MESSAGE_BOUNCED: 'Message undeliverable',
  MESSAGE_FAILED: 'Message failed',
  PAYOUT_CREATED: 'Payout started',
  PAYOUT_EXPLAINED: 'Payout explained',
  PAYOUT_SENT: 'Payout on its way',
  PAYOUT_PAID: 'Payout arrived',
  PAYOUT_FAILED: 'Payout failed',
  PAYOUT_PROPOSED: 'Payout proposed',
  PAYOUT_RELEASED: 'Payout released',
  ORGANIZATION_CREATED: 'Business created',
  ORGANIZATION_UPDATED: 'Business changed',
  CHART_CHOSEN: 'Chart of accounts chosen',
  CHART_ACCOUNTS_CHANGED: 'Accounts changed',
  BOOKS_CHECK_ASKED: 'Check of the books started',
  BOOKS_CHECKED: 'Books checked',
  MEMBER_INVITED: 'Member invited',
  MEMBER_JOINED: 'Member joined',
  MEMBER_ROLE_CHANGED: 'Role changed',
  MEMBER_REMOVED: 'Member removed',
  PROVIDER_CONNECTED: 'Payment provider connected',
  READER_REGISTERED: 'Card reader registered',
  READER_REMOVED: 'Card reader removed',
  INTEGRATION_CREATED: 'Partner created',
  API_KEY_CREATED: 'Key created',
  API_KEY_REVOKED: 'Key revoked',
  PAYMENT_LINK_CREATED: 'Payment link created',
  PAYMENT_LINK_UPDATED: 'Payment link changed',
  WORKFLOW_ACTIVATED: 'Workflow activated',
} satisfies Words<typeof de.event>;
