import type { Template } from './mail.ts';
import { type AccountStatementMail, accountStatement } from './templates/account-statement.ts';
import { type DataRequest, dataRequest } from './templates/data-request.ts';
import { type DisputeOrReturn, disputeOrReturn } from './templates/dispute-or-return.ts';
import { type InternalNotice, internalNotice } from './templates/internal-notice.ts';
import { type Invitation, invitation } from './templates/invitation.ts';
import { type InvoiceMail, invoice } from './templates/invoice.ts';
import { type MethodExpiring, methodExpiring } from './templates/method-expiring.ts';
import { type MethodLink, methodLink } from './templates/method-link.ts';
import { type MethodReviewed, methodReviewed } from './templates/method-reviewed.ts';
import { type PartialReceived, partialReceived } from './templates/partial-received.ts';
import { type PasswordReset, passwordReset } from './templates/password-reset.ts';
import { type PaymentFailed, paymentFailed } from './templates/payment-failed.ts';
import { type PaymentRequest, paymentRequest } from './templates/payment-request.ts';
import { type PreNotice, preNotice } from './templates/pre-notice.ts';
import { type Receipt, receipt } from './templates/receipt.ts';
import { type Refund, refund } from './templates/refund.ts';
import { type Reminder, reminder } from './templates/reminder.ts';
import { type SignInCode, signInCode } from './templates/sign-in-code.ts';

/** What each template is filled with. */
export interface PropsByTemplate {
  'payment-request': PaymentRequest;
  'data-request': DataRequest;
  'method-link': MethodLink;
  'method-reviewed': MethodReviewed;
  'method-expiring': MethodExpiring;
  'sign-in-code': SignInCode;
  invoice: InvoiceMail;
  'payment-failed': PaymentFailed;
  'partial-received': PartialReceived;
  receipt: Receipt;
  refund: Refund;
  'dispute-or-return': DisputeOrReturn;
  reminder: Reminder;
  'account-statement': AccountStatementMail;
  'pre-notice': PreNotice;
  'internal-notice': InternalNotice;
  invitation: Invitation;
  'password-reset': PasswordReset;
}

export type TemplateId = keyof PropsByTemplate;

type TemplateTable = { readonly [TId in TemplateId]: Template<PropsByTemplate[TId]> };

/** Every message that leaves the house by mail (rule 23). */
export const TEMPLATES: TemplateTable = {
  'payment-request': paymentRequest,
  'data-request': dataRequest,
  'method-link': methodLink,
  'method-reviewed': methodReviewed,
  'method-expiring': methodExpiring,
  'sign-in-code': signInCode,
  invoice,
  'payment-failed': paymentFailed,
  'partial-received': partialReceived,
  receipt,
  refund,
  'dispute-or-return': disputeOrReturn,
  reminder,
  'account-statement': accountStatement,
  'pre-notice': preNotice,
  'internal-notice': internalNotice,
  invitation,
  'password-reset': passwordReset,
};

/** Whether a text names a template, for rows that come from the database. */
export const isTemplateId = (text: string): text is TemplateId => Object.hasOwn(TEMPLATES, text);
