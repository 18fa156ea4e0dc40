import { aCompany } from '../src/customers/customer.fixture.ts';
import { aLine, aSeller } from '../src/invoices/invoice.fixture.ts';
import { type Currency, type Money, money, zero } from '../src/money/money.ts';
import { type Actor, type Member, SYSTEM } from '../src/workflow/actor.ts';
import type { Env } from '../src/workflow/decision.ts';
import {
  type ChecklistItem,
  DEFAULT_DEFINITION,
  type StepPolicy,
  type WorkflowDefinition,
} from '../src/workflow/definition.ts';
import type {
  Adjustment,
  Allocation,
  Approval,
  Attempt,
  Capture,
  CaseCustomer,
  CaseOrganization,
  CasePayment,
  Dispute,
  PaymentCase,
  Refund,
  StepRun,
} from '../src/workflow/payment-case.ts';
import { NO_SUBJECT } from '../src/workflow/progress.ts';
import { STEPS, type Step } from '../src/workflow/step.ts';

export const NOW = new Date('2026-11-23T10:00:00Z');
export const TODAY = '2026-11-23';

export const OWNER: Member = { id: 'owner', role: 'OWNER', name: 'Olga Eigen' };
export const LEAD: Member = { id: 'lead', role: 'TEAM_LEAD', name: 'Lena Leit' };
export const CLERK: Member = { id: 'clerk', role: 'CLERK', name: 'Carl Amt' };
export const ADVISER: Member = { id: 'adviser', role: 'ADVISER', name: 'Adam Rat' };

export const as = ({ id }: Member): Actor => ({ kind: 'MEMBER', id });
export const PARTNER: Actor = { kind: 'INTEGRATION', id: 'shop' };
export const CUSTOMER: Actor = { kind: 'CUSTOMER', id: null };
export const STRANGER: Actor = { kind: 'MEMBER', id: 'removed' };

export const eur = (minor: bigint | number): Money<'EUR'> => money(BigInt(minor), 'EUR');

/** Everything a rule is given besides the case; ids count up from `id-1` in each environment. */
export const anEnv = ({
  actor = as(CLERK),
  now = NOW,
  prefix = 'id',
}: {
  actor?: Actor;
  now?: Date;
  prefix?: string;
} = {}): Env => {
  let last = 0;
  const newId = () => {
    last += 1;
    return `${prefix}-${last}`;
  };
  return { actor, now, today: now.toISOString().slice(0, 10), newId };
};

export const anOrganization = (deviation: Partial<CaseOrganization> = {}): CaseOrganization => ({
  id: 'organization',
  seller: aSeller(),
  accountsEmail: 'buchhaltung@nordlicht.example',
  locale: 'de',
  timeZone: 'Europe/Berlin',
  singleControl: false,
  hasProvider: true,
  hasReader: true,
  transfersTo: 'OWN_ACCOUNT',
  skonto: null,
  members: [OWNER, LEAD, CLERK, ADVISER],
  ...deviation,
});

/** A customer whose record is saved and confirmed as it stands. */
export const aKnownCustomer = (deviation: Partial<CaseCustomer> = {}): CaseCustomer => {
  const data = deviation.data ?? aCompany();
  return {
    id: 'customer',
    number: 'K-000042',
    state: 'CONFIRMED',
    data,
    version: 1,
    savedData: data,
    confirmedVersion: 1,
    confirmedData: data,
    emailBounced: false,
    duplicates: [],
    vatStanding: null,
    ...deviation,
  };
};

/** A customer who is here for the first time: nothing has been saved yet. */
export const aNewCustomer = (deviation: Partial<CaseCustomer> = {}): CaseCustomer =>
  aKnownCustomer({
    number: null,
    state: 'DRAFT',
    version: 0,
    savedData: null,
    confirmedVersion: null,
    confirmedData: null,
    ...deviation,
  });

export const aRun = (step: Step, deviation: Partial<StepRun> = {}): StepRun => ({
  step,
  run: 1,
  state: 'OPEN',
  origin: null,
  subject: NO_SUBJECT,
  openedAt: NOW,
  doneAt: null,
  doneBy: null,
  stop: null,
  ...deviation,
});

/** First runs of all ten steps with `step` open: done by the machine before it, planned after it. */
export const runsAt = (step: Step, deviation: Partial<StepRun> = {}): readonly StepRun[] =>
  STEPS.map((one, index) => {
    if (one === step) return aRun(one, deviation);
    return index < STEPS.indexOf(step)
      ? aRun(one, { state: 'DONE', doneAt: NOW, doneBy: SYSTEM })
      : aRun(one, { state: 'PENDING', openedAt: null });
  });

export const anAttempt = (deviation: Partial<Attempt> = {}): Attempt => ({
  id: 'attempt',
  via: 'HOSTED_PAGE',
  readerId: null,
  state: 'CREATED',
  amount: eur(11_900),
  methodType: 'CARD',
  providerRef: null,
  sessionRef: null,
  failure: null,
  initiation: null,
  verification: null,
  verificationFailed: false,
  approval: null,
  charge: null,
  transfer: null,
  funded: eur(0),
  capture: 'AUTOMATIC',
  authorizedUntil: null,
  warnAt: null,
  payer: null,
  startedBy: CUSTOMER,
  createdAt: NOW,
  ...deviation,
});

/** The decision to collect 119.00 EUR that are reserved; the provider has not heard of it. */
export const aCapture = (deviation: Partial<Capture> = {}): Capture => ({
  id: 'capture',
  attemptId: 'attempt',
  amount: eur(11_900),
  state: 'RECORDED',
  failure: null,
  requestedBy: as(CLERK),
  requestedAt: NOW,
  ...deviation,
});

/** 119.00 EUR that came over the provider, from the customer, not allocated yet. */
export const aPayment = (deviation: Partial<CasePayment> = {}): CasePayment => {
  const { currency }: { currency: Currency } = deviation.amount ?? eur(0);
  return {
    id: 'payment',
    attemptId: null,
    source: 'BANK',
    amount: eur(11_900),
    refunded: zero(currency),
    fee: zero(currency),
    reserved: zero(currency),
    returned: zero(currency),
    disputed: zero(currency),
    allocated: zero(currency),
    valueOn: TODAY,
    bookedAt: NOW,
    reference: 'ZV-2026-000042',
    payer: 'Bäckerei Sonnenschein GmbH',
    payerIban: null,
    bankTransactionId: null,
    vouchedBy: null,
    evidence: 'camt:1',
    ...deviation,
  };
};

/** A part of a payment that pays the case. */
export const anAllocation = (amount: Money, deviation: Partial<Allocation> = {}): Allocation => ({
  id: 'allocation',
  paymentId: 'payment',
  amount,
  reversesId: null,
  reason: null,
  at: NOW,
  by: SYSTEM,
  ...deviation,
});

/** A part of the claim that is given up, standing by itself. */
export const anAdjustment = (
  kind: Adjustment['kind'],
  amount: Money,
  deviation: Partial<Adjustment> = {},
): Adjustment => ({ id: 'adjustment', kind, amount, allocationId: null, reversesId: null, ...deviation });

/** 19.00 EUR of a payment that somebody at the desk has asked to send back, approved as it is below the limit. */
export const aRefund = (deviation: Partial<Refund> = {}): Refund => ({
  id: 'refund',
  paymentId: 'payment',
  amount: eur(1_900),
  effect: 'REDUCE',
  reason: 'Mangel',
  state: 'APPROVED',
  approvalId: null,
  providerRef: null,
  failure: null,
  succeededAt: null,
  finishedAt: null,
  requestedBy: as(CLERK),
  requestedAt: NOW,
  transferredBy: null,
  ...deviation,
});

/** What the bank of a customer disputes of 119.00 EUR that a card has paid; the money has left the balance. */
export const aDispute = (deviation: Partial<Dispute> = {}): Dispute => ({
  id: 'dispute',
  paymentId: 'payment',
  kind: 'CARD',
  state: 'OPEN',
  amount: eur(11_900),
  fee: eur(2_000),
  reason: 'fraudulent',
  providerRef: 'du_1',
  dueBy: new Date('2026-12-09T23:59:59Z'),
  needsResponse: true,
  withdrawnAt: NOW,
  reinstatedAt: null,
  decidedAt: null,
  response: null,
  ...deviation,
});

/** A second person's consent that is waited for: to writing off 29.00 EUR, asked by the clerk. */
export const anApproval = (deviation: Partial<Approval> = {}): Approval => ({
  id: 'approval',
  kind: 'WRITE_OFF',
  subjectId: 'case',
  state: 'OPEN',
  askedBy: CLERK.id,
  amount: eur(2_900),
  reason: 'x',
  ...deviation,
});

/** 119.00 EUR seen at the bank by a member who vouches for it. */
export const aReceipt = (member: Member, deviation: Partial<CasePayment> = {}): CasePayment =>
  aPayment({
    source: 'MANUAL',
    payer: null,
    vouchedBy: as(member),
    evidence: 'manual:BANK_TRANSFER',
    ...deviation,
  });

/** An item that the business has put on a checklist; a required yes or no unless told otherwise. */
export const anItem = (key: string, deviation: Partial<ChecklistItem> = {}): ChecklistItem => ({
  key,
  label: { de: `Prüfpunkt ${key}`, en: `Item ${key}` },
  required: true,
  evidence: 'WORD',
  ...deviation,
});

/** The starting version of the workflow with the business's own items on its checklists. */
export const withItems = (items: Partial<WorkflowDefinition['checklist']>): WorkflowDefinition =>
  aDefinition({}, { checklist: { ...DEFAULT_DEFINITION.checklist, ...items } });

/** The starting version of the workflow with other policies for some steps. */
export const aDefinition = (
  policies: Partial<Record<Step, StepPolicy>> = {},
  deviation: Partial<WorkflowDefinition> = {},
): WorkflowDefinition => ({
  ...DEFAULT_DEFINITION,
  policies: { ...DEFAULT_DEFINITION.policies, ...policies },
  ...deviation,
});

/**
 * A clean case over 119.00 EUR of a known customer, right after its start: step 2 is open. `at` opens another step
 * instead; everything else can be deviated from field by field.
 */
export const aPaymentCase = ({
  at = 'VERIFY_CUSTOMER_DATA',
  ...deviation
}: Partial<PaymentCase> & { readonly at?: Step } = {}): PaymentCase => ({
  id: 'case',
  number: 'ZV-2026-000042',
  version: 1,
  state: 'OPEN',
  organization: anOrganization(),
  definition: DEFAULT_DEFINITION,
  customer: aKnownCustomer(),
  channel: 'ONLINE',
  preferredMethod: null,
  transfersTo: 'OWN_ACCOUNT',
  amountDue: eur(11_900),
  dueOn: '2026-12-07',
  skonto: null,
  reference: 'B-77',
  description: null,
  invoicing: 'ISSUE',
  externalInvoiceNumber: null,
  supply: { from: '2026-11-01', to: '2026-11-20' },
  lines: [aLine()],
  discount: null,
  taxBehavior: 'EXCLUSIVE',
  createdAt: NOW,
  createdOn: NOW.toISOString().slice(0, 10),
  runs: runsAt(at),
  checkItems: [],
  attachments: [],
  discrepancies: [],
  methods: [],
  attempts: [],
  captures: [],
  payments: [],
  unassigned: [],
  allocations: [],
  adjustments: [],
  refunds: [],
  disputes: [],
  tasks: [],
  approvals: [],
  invoices: [],
  messages: [],
  publishedStatus: 'REQUESTED',
  ...deviation,
});

/** The fields of a case whose payment of 119.00 EUR has been allocated in full. */
export const fullyPaid = (
  payment: CasePayment = aPayment(),
): Pick<PaymentCase, 'payments' | 'allocations' | 'publishedStatus'> => ({
  payments: [{ ...payment, allocated: payment.amount }],
  allocations: [anAllocation(payment.amount, { paymentId: payment.id })],
  publishedStatus: 'SETTLED',
});
