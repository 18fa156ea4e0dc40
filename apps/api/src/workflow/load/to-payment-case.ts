import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { DuplicateCandidate } from '@zahlwerk/domain/customers/checks/duplicates';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { isUnitCode } from '@zahlwerk/domain/invoices/unit';
import { type Currency, isCurrency } from '@zahlwerk/domain/money/currency';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { holdsMoney } from '@zahlwerk/domain/payments/dispute-edges';
import { isRunning } from '@zahlwerk/domain/payments/refund-edges';
import { type Actor, SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import type {
  AmountDecision,
  Attempt,
  Capture,
  CaseCustomer,
  CaseOrganization,
  CasePayment,
  Dispute,
  PaymentCase,
  PhaseEvidence,
  Refund,
  StepRun,
  TransferInstructions,
} from '@zahlwerk/domain/workflow/payment-case';

import { localMoment } from '../../notifications/local-moment.ts';
import { chargeOf, viaOf } from './attempt-intent.ts';
import type { CaseRow } from './case-row.ts';
import { customerDataOf } from './customer-data.ts';
import { toSkonto } from './load-organization.ts';

export const currencyOf = (code: string): Currency => {
  if (!isCurrency(code)) throw new RangeError(`Unknown currency: ${code}`);
  return code;
};

export const moneyOf = (row: { readonly amountMinor: bigint; readonly currency: string }): Money =>
  money(row.amountMinor, currencyOf(row.currency));

export const actorOf = (kind: Actor['kind'] | null, id: string | null): Actor | null => {
  if (kind === null) return null;
  if (kind === 'SYSTEM') return { kind, id: null };
  if (kind === 'CUSTOMER') return { kind, id };
  return id === null ? null : { kind, id };
};

/** Only this package writes these JSON columns, always from the type it reads them as. */
const readJson = <Shape>(json: unknown): Shape => json as Shape;

const phase = (at: Date | null, evidence: string | null): PhaseEvidence | null =>
  at && evidence !== null ? { at, evidence } : null;

const toRun = (row: CaseRow['steps'][number]): StepRun => ({
  step: row.step,
  run: row.run,
  state: row.state,
  origin: row.origin,
  subject: {
    paymentId: row.paymentId,
    decision: row.decision === null ? null : readJson<AmountDecision>(row.decision),
  },
  openedAt: row.openedAt,
  doneAt: row.doneAt,
  doneBy: actorOf(row.doneByKind, row.doneById),
  stop: row.stopCode ? { code: row.stopCode, detail: row.stopDetail } : null,
});

const toCustomer = ({ customer }: CaseRow, duplicates: readonly DuplicateCandidate[]): CaseCustomer => {
  const [saved] = customer.versions;
  const confirmed = customer.versions.find(({ version }) => version === customer.confirmedVersion);
  return {
    id: customer.id,
    number: customer.number,
    state: customer.state,
    data: customerDataOf(customer),
    version: customer.savedVersion,
    savedData: saved ? readJson<CustomerData>(saved.data) : null,
    confirmedVersion: customer.confirmedVersion,
    confirmedData: confirmed ? readJson<CustomerData>(confirmed.data) : null,
    emailBounced: customer.emailBouncedAt !== null,
    duplicates,
  };
};

export const toAttempt = (row: CaseRow['attempts'][number]): Attempt => ({
  id: row.id,
  via: viaOf(row),
  readerId: row.readerId,
  state: row.state,
  amount: moneyOf(row),
  methodType: row.methodType,
  providerRef: row.providerRef,
  sessionRef: row.sessionRef,
  failure: row.failureCode
    ? { code: row.failureCode, message: row.failureMessage, ref: row.failureRef }
    : null,
  initiation: phase(row.initiationAt, row.initiationEvidence),
  verification: phase(row.verificationAt, row.verificationEvidence),
  verificationFailed: row.verificationFailed,
  approval: phase(row.approvalAt, row.approvalEvidence),
  charge: chargeOf(row),
  transfer:
    row.transferInstructions === null ? null : readJson<TransferInstructions>(row.transferInstructions),
  funded: money(row.fundedMinor, currencyOf(row.currency)),
  capture: row.capture,
  authorizedUntil: row.authorizationExpiresAt,
  warnAt: row.warnAt,
  payer: row.payer,
  startedBy: actorOf(row.createdByKind, row.createdById) ?? SYSTEM,
  createdAt: row.createdAt,
});

const toCapture = (row: CaseRow['captures'][number]): Capture => ({
  id: row.id,
  attemptId: row.attemptId,
  amount: moneyOf(row),
  state: row.state,
  failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage } : null,
  requestedBy: actorOf(row.requestedByKind, row.requestedById) ?? SYSTEM,
  requestedAt: row.requestedAt,
});

const total = (rows: readonly { readonly amountMinor: bigint }[]): bigint =>
  rows.reduce((minor, row) => minor + row.amountMinor, 0n);

const toPayment = (row: CaseRow['payments'][number]): CasePayment => {
  const currency = currencyOf(row.currency);
  return {
    id: row.id,
    attemptId: row.attemptId,
    source: row.source,
    amount: money(row.amountMinor, currency),
    refunded: money(total(row.refunds.filter(({ state }) => state === 'SUCCEEDED')), currency),
    fee: money(row.feeMinor, currency),
    reserved: money(
      total(row.refunds.filter((one) => one.effect === 'FROM_CREDIT' && isRunning(one))),
      currency,
    ),
    returned: money(total(row.disputes.filter(({ state }) => state === 'LOST')), currency),
    disputed: money(total(row.disputes.filter(holdsMoney)), currency),
    allocated: money(total(row.allocations), currency),
    valueOn: dateToDay(row.valueOn),
    bookedAt: row.bookedAt,
    reference: row.reference,
    payer: row.payer,
    payerIban: row.payerIban,
    bankTransactionId: row.bankTransactionId,
    vouchedBy: actorOf(row.vouchedByKind, row.vouchedById),
    evidence: row.evidence,
  };
};

const toRefund = (row: CaseRow['refunds'][number]): Refund => ({
  id: row.id,
  paymentId: row.paymentId,
  amount: moneyOf(row),
  effect: row.effect,
  reason: row.reason,
  state: row.state,
  approvalId: row.approvalId,
  providerRef: row.providerRef,
  failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage } : null,
  succeededAt: row.succeededAt,
  finishedAt: row.finishedAt,
  requestedBy: actorOf(row.requestedByKind, row.requestedById) ?? SYSTEM,
  requestedAt: row.requestedAt,
  transferredBy: actorOf(row.transferredByKind, row.transferredById),
});

const toDispute = (row: CaseRow['disputes'][number]): Dispute => {
  const { responseId: id, responseKind: kind, responseState: state } = row;
  return {
    ...row,
    amount: moneyOf(row),
    fee: money(row.feeMinor, currencyOf(row.currency)),
    response:
      id && kind && state
        ? { id, kind, state, by: actorOf(row.responseByKind, row.responseById) ?? SYSTEM }
        : null,
  };
};

/** No paper of a case whose customer transfers to the provider may name the account of the business (rule 25). */
const withoutAccount = (organization: CaseOrganization): CaseOrganization => ({
  ...organization,
  seller: { ...organization.seller, bankAccount: null },
});

/** A case's rows as the aggregate that the rules work on. */
export const toPaymentCase = (
  row: CaseRow,
  organization: CaseOrganization,
  duplicates: readonly DuplicateCandidate[],
): PaymentCase => ({
  id: row.id,
  number: row.number,
  version: row.version,
  state: row.state,
  organization: row.transfersTo === 'PROVIDER' ? withoutAccount(organization) : organization,
  definition: readJson<WorkflowDefinition>(row.workflowVersion.definition),
  customer: toCustomer(row, duplicates),
  channel: row.channel,
  preferredMethod: row.preferredMethod,
  transfersTo: row.transfersTo,
  amountDue: money(row.amountDueMinor, currencyOf(row.currency)),
  dueOn: dateToDay(row.dueOn),
  skonto: toSkonto(row),
  reference: row.reference,
  description: row.description,
  invoicing: row.invoicing,
  externalInvoiceNumber: row.externalInvoiceNumber,
  supply:
    row.supplyFrom && row.supplyTo ? { from: dateToDay(row.supplyFrom), to: dateToDay(row.supplyTo) } : null,
  lines: row.lines.map((line) => ({
    name: line.name,
    description: line.description,
    quantity: line.quantity,
    unit: isUnitCode(line.unit) ? line.unit : 'C62',
    unitPrice: line.unitPrice,
    taxCase: line.taxCase,
    exemptionReason: line.exemptionReason,
  })),
  createdAt: row.createdAt,
  createdOn: localMoment(row.createdAt, organization.timeZone).slice(0, 10),
  runs: row.steps.map(toRun),
  checkItems: row.checkItems.map((item) => ({
    ...item,
    at: item.checkedAt,
    by: actorOf(item.checkedByKind, item.checkedById),
  })),
  attachments: row.attachments.map(({ step, checkKey, signedOn, ...file }) => ({
    ...file,
    item: step && checkKey ? { step, key: checkKey } : null,
    signedOn: signedOn ? dateToDay(signedOn) : null,
  })),
  discrepancies: row.discrepancies,
  methods: row.customer.paymentMethods.map((method) => ({
    ...method,
    expiresOn: method.expiresOn ? dateToDay(method.expiresOn) : null,
    noticeOn: method.noticeOn ? dateToDay(method.noticeOn) : null,
  })),
  attempts: row.attempts.map(toAttempt),
  captures: row.captures.map(toCapture),
  payments: row.payments.filter(({ unassignedAt }) => unassignedAt === null).map(toPayment),
  unassigned: row.payments
    .filter(({ unassignedAt }) => unassignedAt !== null)
    .map(({ id, unassignedByKind, unassignedById }) => ({
      id,
      by: actorOf(unassignedByKind, unassignedById),
    })),
  allocations: row.allocations.map((one) => ({
    id: one.id,
    paymentId: one.paymentId,
    amount: moneyOf(one),
    reversesId: one.reversesId,
    reason: one.reason,
    at: one.createdAt,
    by: actorOf(one.createdByKind, one.createdById),
  })),
  adjustments: row.adjustments.map((one) => ({
    id: one.id,
    kind: one.kind,
    amount: moneyOf(one),
    allocationId: one.allocationId,
    reversesId: one.reversesId,
  })),
  refunds: row.refunds.map(toRefund),
  disputes: row.disputes.map(toDispute),
  tasks: row.tasks,
  approvals: row.approvals.flatMap((one) =>
    one.kind !== 'PAYOUT' && one.kind !== 'PAYMENT_METHOD' && one.amountMinor !== null
      ? [
          {
            id: one.id,
            kind: one.kind,
            subjectId: one.subjectId,
            state: one.state,
            askedBy: one.askedById,
            amount: money(one.amountMinor, currencyOf(one.currency ?? row.currency)),
            reason: one.reason,
          },
        ]
      : [],
  ),
  invoices: row.invoices.flatMap(({ id, kind, state, number, issuedOn }) =>
    number && issuedOn ? [{ id, kind, state, number, issuedOn: dateToDay(issuedOn) }] : [],
  ),
  messages: row.messages,
  publishedStatus: row.publishedStatus?.status ?? 'REQUESTED',
});
