import { aCompany } from '../src/customers/customer.fixture.ts';
import { money } from '../src/money/money.ts';
import { offeredCapture } from '../src/payments/authorization.ts';
import { EVIDENCE_KINDS } from '../src/payments/dispute-answer.ts';
import { toTransfer } from '../src/payments/record-refund-transfer.ts';
import { leftOf, mostRefundable, REFUND_EFFECTS } from '../src/payments/refundable.ts';
import { holdingAllocations } from '../src/payments/take-back.ts';
import { unassignable } from '../src/payments/unassign-payment.ts';
import type { ChecklistPlace } from '../src/workflow/add-attachment.ts';
import { amountOpen } from '../src/workflow/balance.ts';
import type { ChecklistAnswer } from '../src/workflow/checklist.ts';
import type { CommandInputs, CommandName } from '../src/workflow/decide.ts';
import { ownItems } from '../src/workflow/definition.ts';
import type { Acceptance } from '../src/workflow/discrepancies.ts';
import { offeredResolutions } from '../src/workflow/offered-resolutions.ts';
import { ATTEMPT_STATES, type PaymentCase, type Refund } from '../src/workflow/payment-case.ts';
import { unconfirmedPayments } from '../src/workflow/progress.ts';
import { RESOLUTIONS } from '../src/workflow/resolutions.ts';
import { REJECTION_TARGETS, STEPS, type Step } from '../src/workflow/step.ts';
import { CLERK, eur, TODAY } from './a-payment-case.ts';
import { aDisputeReport, aReport, aVerdict } from './reports.ts';
import { aMethodDraft, HOLDER } from './stored-methods.ts';

/** What chance has to offer to one try: each number chooses among what the case has. */
export type Dice = readonly [number, number, number];

export const choose = <Item>(items: readonly Item[], die: number): Item | undefined =>
  items[die % items.length];
const of = <Item>(first: Item, rest: readonly Item[], die: number): Item =>
  choose([first, ...rest], die) ?? first;

const text = (die: number): string => (die % 9 === 0 ? ' ' : 'aus gutem Grund');

/** Data that pass, that fail in one way or another, and that are new but sound. */
const someData = (die: number) =>
  of(
    aCompany(),
    [
      aCompany({ email: 'kaputt@' }),
      aCompany({ email: 'auch kaputt' }),
      aCompany({ city: null }),
      aCompany({ phone: '+49 0' }),
      aCompany({ street: 'Rosenweg 3' }),
    ],
    die,
  );

/** What the provider calls a refund; seldom a second one that bears the same number of ours. */
const refundRef = ({ id, providerRef }: Refund, die: number): string =>
  die % 13 === 0 ? `re_again_${die}` : (providerRef ?? `re_${id}`);

const amounts = (state: PaymentCase): readonly bigint[] => {
  const open = amountOpen(state).minor;
  return [open, open - 1n, open - 500n, open / 2n, open + 500n, 0n, -100n, 1n];
};

const offered = (state: PaymentCase) => {
  const capture = offeredCapture(state);
  const ofPayment = offeredResolutions(state, unconfirmedPayments(state)[0]).map(
    ({ resolution }) => resolution,
  );
  return capture ? [capture.resolution] : ofPayment;
};

/** Answers to some items of a step, mostly yes. */
const someAnswers = (state: PaymentCase, step: Step, die: number): readonly ChecklistAnswer[] =>
  ownItems(state, step)
    .filter((_item, index) => (die >> index) % 4 > 0)
    .map(({ key }) => ({ key, passed: die % 7 > 0, note: null }));

const someAcceptance = (state: PaymentCase, step: Step, die: number, other: number): readonly Acceptance[] =>
  state.discrepancies
    .filter((one) => one.state === 'OPEN' && (one.step === step || other % 11 === 0) && other % 3 > 0)
    .map(({ id }) => ({ discrepancyId: id, reason: text(die) }));

const someItem = (state: PaymentCase, die: number): ChecklistPlace => {
  const places = (['VERIFY_CUSTOMER_DATA', 'CONFIRM_AMOUNT', 'CLOSE_PAYMENT_TASK'] as const).flatMap((step) =>
    ownItems(state, step).map(({ key }) => ({ step, key })),
  );
  return of({ step: 'CONFIRM_AMOUNT', key: 'no-item' }, [...places, ...places, ...state.checkItems], die);
};

const someTask = (state: PaymentCase, die: number): string =>
  of(
    'no-task',
    state.tasks.map(({ id }) => id),
    die,
  );

const REPORTED = ['SENT', 'UNKNOWN', 'FAILED', 'SUCCEEDED'] as const;

type Inputs = {
  readonly [Name in CommandName]: (state: PaymentCase, dice: Dice) => CommandInputs[Name];
};

/** An input for every command, mostly sound: what it names is chosen among what the case has. */
export const INPUTS: Inputs = {
  verifyCustomerData: (state, [a, b, c]) => ({
    data: a % 3 === 0 ? someData(b) : null,
    accepted: someAcceptance(state, 'VERIFY_CUSTOMER_DATA', b, c),
    answers: someAnswers(state, 'VERIFY_CUSTOMER_DATA', b),
    complete: a % 4 > 0,
  }),
  remindCustomer: () => ({}),
  requestCustomerData: (_state, [a]) => ({ linkId: `link-${a}` }),
  submitCustomerData: (_state, [a, b]) => ({ data: someData(a), linkId: `link-${b}` }),
  completeCustomerData: (_state, [a]) => ({ given: someData(a) }),
  saveCustomerRecord: (state, [a, b]) => ({ data: a % 2 === 0 ? state.customer.data : someData(b) }),
  confirmCustomerRecord: (state, [a]) => ({ version: state.customer.version - (a % 5 === 0 ? 1 : 0) }),
  requestPaymentMethodUpdate: (_state, [a]) => ({ linkId: `link-${a}` }),
  skipPaymentMethodUpdate: (_state, [a]) => ({ reason: text(a) }),
  replacePaymentMethod: (_state, [a, b]) => ({
    method: aMethodDraft({
      id: `method-${a}`,
      reference: `pm_${a}`,
      holder: b % 3 > 0 ? HOLDER : 'Wer anders',
    }),
    linkId: `link-${b}`,
  }),
  announceExpiry: (state, [a, b]) => ({
    methodId: choose(state.methods, a)?.id ?? 'no-method',
    linkId: `link-${b}`,
  }),
  reviewPaymentMethod: (state, [a, b, c]) => ({
    methodId: of(
      'no-method',
      state.methods.map(({ id }) => id),
      a,
    ),
    accepted: b % 3 > 0,
    reason: text(c),
  }),
  createPaymentTask: (_state, [a]) => ({
    assigneeId: of<string | null>(null, [CLERK.id, 'nobody'], a),
    dueOn: null,
    priority: 'NORMAL',
  }),
  confirmAmount: (state, [a, b, c]) => ({
    paymentId:
      a % 9 === 0
        ? 'no-payment'
        : of<string | null>(
            null,
            unconfirmedPayments(state).map(({ id }) => id),
            a,
          ),
    resolution: choose(b % 5 === 0 ? RESOLUTIONS : offered(state), b) ?? 'EXACT',
    reason: text(c),
    answers: someAnswers(state, 'CONFIRM_AMOUNT', c),
    accepted: someAcceptance(state, 'CONFIRM_AMOUNT', a, c),
  }),
  sendCapture: (state, [a]) => ({ captureId: choose(state.captures, a)?.id ?? 'no-capture' }),
  reportCapture: (state, [a, b]) => ({
    captureId: choose(state.captures, a)?.id ?? 'no-capture',
    failure: b % 3 === 0 ? { code: 'charge_expired_for_capture', message: null } : null,
  }),
  releaseAuthorization: (_state, [a]) => ({ reason: text(a) }),
  warnOfExpiry: (state, [a]) => ({ attemptId: choose(state.attempts, a)?.id ?? 'no-attempt' }),
  decideApproval: (state, [a, b, c]) => ({
    approvalId: of(
      'no-approval',
      state.approvals.map(({ id }) => id),
      a,
    ),
    granted: b % 3 > 0,
    reason: text(c),
  }),
  recordPayment: () => ({}),
  unassignPayment: (state, [a, b]) => ({
    paymentId: of(
      'no-payment',
      (b % 5 === 0 ? state.payments : unassignable(state)).map(({ id }) => id),
      a,
    ),
    reason: text(b),
  }),
  reverseAllocation: (state, [a, b]) => ({
    allocationId: of(
      'no-allocation',
      (b % 5 === 0 ? state.allocations : holdingAllocations(state)).map(({ id }) => id),
      a,
    ),
    reason: text(b),
  }),
  updatePaymentStatus: () => ({}),
  notifyCustomer: () => ({}),
  closePaymentTask: (state, [a]) => ({ answers: someAnswers(state, 'CLOSE_PAYMENT_TASK', a) }),
  rejectPaymentTask: (_state, [a, b]) => ({
    backTo: of('CONFIRM_AMOUNT', a % 5 === 0 ? STEPS : REJECTION_TARGETS, a),
    reason: text(b),
  }),
  cancelPaymentCase: (_state, [a]) => ({ reason: text(a) }),
  registerReceipt: (state, [a, b, c]) => ({
    amount: money(of(1n, amounts(state), a), b % 9 === 0 ? 'CHF' : 'EUR'),
    valueOn: c % 9 === 0 ? '2099-01-01' : TODAY,
    kind: 'BANK_TRANSFER',
    reference: 'Kontoauszug',
    documentId: null,
  }),
  bookCredit: (state, [a, b, c]) => ({
    transactionId: `movement-${a}-${b}-${c}`,
    amount: money(of(1n, amounts(state), a), b % 9 === 0 ? 'CHF' : 'EUR'),
    valueOn: TODAY,
    payer: c % 2 === 0 ? 'Bäckerei Sonnenschein GmbH' : null,
    payerIban: null,
    reference: 'Rechnung',
    bankReference: null,
  }),
  requestRefund: (state, [a, b, c]) => {
    const payment = choose(state.payments, a);
    const effect = of('REDUCE', REFUND_EFFECTS, b);
    const most = payment ? mostRefundable(state, payment, effect).minor : 100n;
    return {
      paymentId: payment?.id ?? 'no-payment',
      amount: money(of(most, [most / 2n, most, 1n, most + 1n, 0n], c), 'EUR'),
      effect,
      reason: text(a),
    };
  },
  recordRefundTransfer: (state, [a]) => ({
    refundId: of(
      'no-refund',
      toTransfer(state).map(({ id }) => id),
      a,
    ),
    reference: 'Überweisung 7',
  }),
  sendRefund: (state, [a]) => ({ refundId: choose(state.refunds, a)?.id ?? 'no-refund' }),
  applyRefund: (state, [a, b, c]) => {
    const refund = choose(state.refunds, a);
    const paymentId = refund?.paymentId ?? choose(state.payments, a)?.id ?? 'no-payment';
    const report = { paymentId, state: of('SUCCEEDED', REPORTED, b), failure: null } as const;
    return refund && c % 9 > 0
      ? { ...report, refundId: refund.id, providerRef: refundRef(refund, c), amount: refund.amount }
      : { ...report, refundId: null, providerRef: `re_${b}`, amount: eur(100 * c) };
  },
  applyDispute: (state, [a, b, c]) => {
    const payment = choose(state.payments, a);
    const known = choose(state.disputes, b);
    if (!payment) return aDisputeReport({ id: 'no-payment', amount: eur(100) });
    const verdict = choose([{}, {}, { needsResponse: false }, aVerdict('LOST'), aVerdict('WON')], c) ?? {};
    if (known && c % 3 > 0) {
      const { providerRef } = known;
      return aDisputeReport({ id: known.paymentId, amount: known.amount }, { providerRef, ...verdict });
    }
    // A bank takes no more than is left, and none of what is going back.
    const left = leftOf(state, payment);
    const asks = b % 5 === 0 ? { isWithdrawn: false, fee: eur(0) } : {};
    return aDisputeReport(
      { id: payment.id, amount: money(of(left.minor, [left.minor / 2n], b), 'EUR') },
      { providerRef: `du_${a}_${b}`, ...(c % 2 === 0 ? asks : verdict) },
    );
  },
  submitDisputeEvidence: (state, [a, b, c]) => ({
    disputeId: choose(state.disputes, a)?.id ?? 'no-dispute',
    statement: b % 3 === 0 ? null : text(b),
    files: [...state.attachments, { id: 'no-file' }]
      .filter((_file, index) => (c >> index) % 2 === 0)
      .slice(0, 2)
      .map(({ id }, index) => ({ attachmentId: id, kind: of('RECEIPT', EVIDENCE_KINDS, c + index) })),
  }),
  acceptDispute: (state, [a]) => ({ disputeId: choose(state.disputes, a)?.id ?? 'no-dispute' }),
  reportResponse: (state, [a, b]) => {
    const dispute = choose(state.disputes, a);
    return {
      disputeId: dispute?.id ?? 'no-dispute',
      responseId: dispute?.response?.id ?? 'no-response',
      failure: b % 4 === 0 ? { code: 'file_unreadable', message: null } : null,
    };
  },
  claimTask: (state, [a]) => ({ taskId: someTask(state, a) }),
  assignTask: (state, [a, b, c]) => ({
    taskId: someTask(state, a),
    assigneeId: of(
      'no-member',
      state.organization.members.map(({ id }) => id),
      b,
    ),
    note: c % 3 === 0 ? null : text(c),
  }),
  finishTask: (state, [a, b]) => ({ taskId: someTask(state, a), note: text(b) }),
  addAttachment: (state, [a, b, c]) => ({
    documentId: `document-${a}`,
    name: 'Vertrag.pdf',
    purpose: null,
    signedBy: null,
    signedOn: a % 5 === 0 ? '2099-01-01' : null,
    item: b % 3 === 0 ? null : someItem(state, c),
  }),
  startPayment: ({ channel }, [a, b]) =>
    channel === 'IN_PERSON' && b % 2 === 0
      ? { methodType: 'CARD', via: 'READER', readerId: `reader-${a % 2}` }
      : { methodType: of('CARD', ['SEPA_DEBIT'] as const, a) },
  cancelReaderPayment: () => ({}),
  attachSession: (state, [a]) => ({
    attemptId: of(
      'no-attempt',
      state.attempts.map(({ id }) => id),
      a,
    ),
    sessionRef: `cs_${a}`,
    sessionUrl: 'https://pay.example',
  }),
  chargeStoredMethod: () => ({}),
  stopPlannedCharge: () => ({}),
  sendCharge: (state, [a, b]) => ({
    attemptId: of(
      'no-attempt',
      state.attempts.map(({ id }) => id),
      a,
    ),
    isAlone: b % 5 !== 0,
  }),
  abandonCharge: (state, [a]) => ({
    attemptId: of(
      'no-attempt',
      state.attempts.map(({ id }) => id),
      a,
    ),
    failure: { code: 'resource_missing', message: 'No such payment method' },
  }),
  applyAttempt: (state, [a, b, c]) => {
    const attempt = choose(state.attempts, a) ?? { id: 'no-attempt', amount: eur(100) };
    const captured = state.captures.find(({ attemptId }) => attemptId === attempt.id)?.amount;
    const report = aReport(
      { ...attempt, amount: c % 6 > 0 ? (captured ?? attempt.amount) : attempt.amount },
      of('SUCCEEDED', ATTEMPT_STATES, b),
    );
    if (c % 5 === 0) return { ...report, settlement: null };
    if (c % 4 === 0 && report.settlement)
      return {
        ...report,
        settlement: { ...report.settlement, payer: of('Erika Fremd', ['Otto Anders'], a) },
      };
    if (c % 7 === 0)
      return { ...report, verification: { passed: false, evidence: 'card:checks=fail,3ds=failed' } };
    return report;
  },
  advance: () => ({}),
};
