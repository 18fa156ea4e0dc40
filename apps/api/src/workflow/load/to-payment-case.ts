import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { isUnitCode } from '@zahlwerk/domain/invoices/unit';
import { money } from '@zahlwerk/domain/money/money';
import type { WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import type {
  AmountDecision,
  CaseCustomer,
  CaseOrganization,
  PaymentCase,
  StepRun,
} from '@zahlwerk/domain/workflow/payment-case';

import { localMoment } from '../../notifications/local-moment.ts';
import { toDiscount } from '../discount-columns.ts';
import type { CaseRow } from './case-row.ts';
import { actorOf, currencyOf, moneyOf, readJson } from './columns.ts';
import { customerDataOf } from './customer-data.ts';
import { toSkonto } from './load-organization.ts';
import { toAttempt } from './to-attempt.ts';
import { toCapture, toDispute, toPayment, toRefund } from './to-money-parts.ts';

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

/** What is known about the customer beside the case's own rows. */
type Beside = Pick<CaseCustomer, 'duplicates' | 'vatStanding'>;

const toCustomer = ({ customer }: CaseRow, beside: Beside): CaseCustomer => {
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
    ...beside,
  };
};

/** No paper of a case whose customer transfers to the provider may name the account of the business (rule 25). */
const withoutAccount = (organization: CaseOrganization): CaseOrganization => ({
  ...organization,
  seller: { ...organization.seller, bankAccount: null },
});

/** A case's rows as the aggregate that the rules work on. */
export const toPaymentCase = (row: CaseRow, organization: CaseOrganization, beside: Beside): PaymentCase => ({
  id: row.id,
  number: row.number,
  version: row.version,
  state: row.state,
  organization: row.transfersTo === 'PROVIDER' ? withoutAccount(organization) : organization,
  definition: readJson<WorkflowDefinition>(row.workflowVersion.definition),
  customer: toCustomer(row, beside),
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
    discount: toDiscount(line),
    taxCase: line.taxCase,
    exemptionReason: line.exemptionReason,
  })),
  discount: toDiscount(row),
  taxBehavior: row.taxBehavior,
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
