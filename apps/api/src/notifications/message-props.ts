import { dateToDay } from '@zahlwerk/db/calendar-day';
import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { missingFields } from '@zahlwerk/domain/customers/required-fields';
import { receiptMethodOf } from '@zahlwerk/domain/invoices/receipt-method';
import { money } from '@zahlwerk/domain/money/money';
import { plannedCharge } from '@zahlwerk/domain/payments/planned-charge';
import { amountAvailable, amountCollectable, amountOpen } from '@zahlwerk/domain/workflow/balance';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { openSkonto } from '@zahlwerk/domain/workflow/case-skonto';
import { effectiveInvoice } from '@zahlwerk/domain/workflow/claim';
import type { CasePayment, PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type { DataRequest } from '@zahlwerk/emails/templates/data-request';
import type { InvoiceMail } from '@zahlwerk/emails/templates/invoice';
import type { MethodExpiring } from '@zahlwerk/emails/templates/method-expiring';
import type { MethodLink } from '@zahlwerk/emails/templates/method-link';
import type { MethodReviewed } from '@zahlwerk/emails/templates/method-reviewed';
import type { PartialReceived } from '@zahlwerk/emails/templates/partial-received';
import type { PaymentFailed } from '@zahlwerk/emails/templates/payment-failed';
import type { PaymentRequest } from '@zahlwerk/emails/templates/payment-request';
import type { Receipt } from '@zahlwerk/emails/templates/receipt';
import type { Reminder } from '@zahlwerk/emails/templates/reminder';
import { currencyOf } from '../workflow/load/columns.ts';

import { localMoment } from './local-moment.ts';
import type { MessageFacts } from './message-facts.ts';

export const toCustomer = ({ state, isTest }: MessageFacts) => ({
  business: state.organization.seller,
  customerName: customerName(state.customer.data) || null,
  isTest,
});

export const references = ({ number, reference }: PaymentCase) => ({
  reference: number,
  orderReference: reference,
});

export const bankAccountOf = ({ organization, definition }: PaymentCase) =>
  definition.allowedMethodTypes.includes('BANK_TRANSFER') ? organization.seller.bankAccount : null;

/** What the customer may keep who transfers now; nothing where no account is named to transfer to. */
const skontoOf = ({ state, today }: MessageFacts) => (bankAccountOf(state) ? openSkonto(state, today) : null);

export const invoiceNumberOf = (state: PaymentCase) =>
  effectiveInvoice(state)?.number ?? state.externalInvoiceNumber;

const needLink = ({ link, message }: MessageFacts) => {
  if (!link) throw new Error(`Message ${message.id} is about a link that does not exist.`);
  return link;
};

const needPayment = ({ payment, message }: MessageFacts): CasePayment => {
  if (!payment) throw new Error(`Message ${message.id} is about a payment that does not exist.`);
  return payment;
};

export const methodOf = ({ state }: MessageFacts, payment: CasePayment) => ({
  type: receiptMethodOf(state, payment),
  last4: null,
});

export const paymentRequestProps = (facts: MessageFacts): PaymentRequest => ({
  ...toCustomer(facts),
  ...references(facts.state),
  amount: amountCollectable(facts.state),
  dueOn: facts.state.dueOn,
  purpose: facts.state.lines.map(({ name }) => name).join(', ') || null,
  payUrl: facts.payUrl,
  bankAccount: bankAccountOf(facts.state),
  skonto: skontoOf(facts),
});

export const dataRequestProps = (facts: MessageFacts): DataRequest => {
  const link = needLink(facts);
  const { data } = facts.state.customer;
  const missing = missingFields(data, facts.state.definition.requiredCustomerFields).map(
    ({ field }) => field,
  );
  return {
    ...toCustomer(facts),
    ...references(facts.state),
    amount: facts.state.amountDue,
    fields: missing.filter((field) => field !== 'kind' && field !== 'language' && field !== 'wantsSms'),
    furtherItems: [],
    dataUrl: link.url,
    validUntil: localMoment(link.validUntil ?? facts.state.createdAt, facts.timeZone),
  };
};

export const methodLinkProps = (facts: MessageFacts): MethodLink => {
  const link = needLink(facts);
  const stored = facts.state.methods.find(({ isDefault, state }) => isDefault && state === 'ACTIVE');
  return {
    ...toCustomer(facts),
    ...references(facts.state),
    amount: facts.state.amountDue,
    stored: stored ? { type: stored.type, last4: stored.last4, validUntil: stored.expiresOn } : null,
    methodUrl: link.url,
    validUntil: localMoment(link.validUntil ?? facts.state.createdAt, facts.timeZone),
  };
};

export const methodExpiringProps = (facts: MessageFacts): MethodExpiring => {
  const link = needLink(facts);
  const card = facts.state.methods.find(({ isDefault }) => isDefault);
  return {
    ...toCustomer(facts),
    card: { type: 'CARD', last4: card?.last4 ?? null },
    expiresOn: card?.expiresOn ?? facts.today,
    methodUrl: link.url,
    validUntil: localMoment(link.validUntil ?? facts.state.createdAt, facts.timeZone),
  };
};

export const methodReviewedProps = (facts: MessageFacts): MethodReviewed => {
  const method = facts.state.methods.find(({ id }) => id === facts.message.subjectId);
  if (!method) throw new Error(`Message ${facts.message.id} is about a method that does not exist.`);
  const { type, last4, activatedAt } = method;
  return {
    ...toCustomer(facts),
    ...references(facts.state),
    method: { type, last4 },
    accepted: activatedAt !== null,
  };
};

export const invoiceProps = (facts: MessageFacts): InvoiceMail => {
  const { invoice, message, state } = facts;
  if (!invoice?.number || invoice.kind === 'CORRECTION')
    throw new Error(`Message ${message.id} is about an invoice that does not exist.`);
  const open = amountCollectable(state);
  return {
    ...toCustomer(facts),
    ...references(state),
    kind: invoice.kind,
    number: invoice.number,
    issuedOn: invoice.issuedOn ? dateToDay(invoice.issuedOn) : facts.today,
    cancels: null,
    total: money(invoice.grossMinor, currencyOf(invoice.currency)),
    open,
    dueOn: invoice.dueOn ? dateToDay(invoice.dueOn) : null,
    payUrl: open.minor > 0n ? facts.payUrl : null,
    bankAccount: bankAccountOf(state),
    skonto: skontoOf(facts),
  };
};

export const paymentFailedProps = (facts: MessageFacts): PaymentFailed => {
  const { failedTry, message, state } = facts;
  if (!failedTry) throw new Error(`Message ${message.id} is about a try that does not exist.`);
  const { attempt, code } = failedTry;
  const stored = state.methods.find(({ id }) => id === attempt.charge?.methodId);
  const nextTryAt = stored ? plannedCharge(state)?.charge.at : undefined;
  return {
    ...toCustomer(facts),
    ...references(state),
    amount: attempt.amount,
    failedOn: facts.today,
    method: { type: attempt.methodType, last4: stored?.last4 ?? null },
    failureCode: code,
    nextTryOn: nextTryAt ? localMoment(nextTryAt, facts.timeZone).slice(0, 10) : null,
    retryUrl: facts.payUrl,
    payUrl: facts.payUrl,
    bankAccount: bankAccountOf(state),
  };
};

/** A part of a transfer that lies at the provider: it is no payment yet, and the rest goes where it has gone. */
const partOfTransfer = (
  facts: MessageFacts,
  { amount, missing, seenOn, instructions }: NonNullable<MessageFacts['credit']>,
): PartialReceived => {
  const { reference, ...account } = instructions;
  return {
    ...toCustomer(facts),
    ...references(facts.state),
    ...{ received: amount, receivedOn: seenOn, open: missing, dueOn: facts.state.dueOn },
    ...{ invoiceNumber: invoiceNumberOf(facts.state), receiptNumber: null, payUrl: facts.payUrl },
    ...{ bankAccount: { ...account, bankName: null }, transferReference: reference },
  };
};

export const partialReceivedProps = (facts: MessageFacts): PartialReceived => {
  if (facts.credit) return partOfTransfer(facts, facts.credit);
  const payment = needPayment(facts);
  return {
    ...toCustomer(facts),
    ...references(facts.state),
    received: payment.amount,
    receivedOn: payment.valueOn,
    open: amountOpen(facts.state),
    dueOn: facts.state.dueOn,
    invoiceNumber: invoiceNumberOf(facts.state),
    receiptNumber: facts.receipt?.number ?? null,
    payUrl: facts.payUrl,
    bankAccount: bankAccountOf(facts.state),
    transferReference: null,
  };
};

/** Days that a reminder gives. */
const REMINDED_DAYS = 7;

export const reminderProps = (facts: MessageFacts): Reminder => ({
  ...toCustomer(facts),
  ...references(facts.state),
  level: 0,
  open: amountCollectable(facts.state),
  dueOn: facts.state.dueOn,
  payUntil: addDays(facts.today, REMINDED_DAYS),
  invoiceNumber: invoiceNumberOf(facts.state),
  payUrl: facts.payUrl,
  bankAccount: bankAccountOf(facts.state),
});

export const receiptProps = (facts: MessageFacts): Receipt => {
  const payment = needPayment(facts);
  return {
    ...toCustomer(facts),
    ...references(facts.state),
    amount: payment.amount,
    receivedOn: payment.valueOn,
    method: methodOf(facts, payment),
    invoiceNumber: invoiceNumberOf(facts.state),
    receiptNumber: facts.receipt?.number ?? null,
    credit: amountAvailable(payment),
    feedback: null,
  };
};
