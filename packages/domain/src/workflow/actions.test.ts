import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aCapture,
  aNewCustomer,
  anAllocation,
  anApproval,
  anAttempt,
  anEnv,
  anOrganization,
  aPayment,
  aPaymentCase,
  aReceipt,
  aRefund,
  as,
  CLERK,
  CUSTOMER,
  eur,
  fullyPaid,
  LEAD,
  OWNER,
  PARTNER,
  runsAt,
  TODAY,
} from '../../test/a-payment-case.ts';
import { allowedFor } from '../../test/invariants.ts';
import { someStart } from '../../test/random-start.ts';
import { askingOf, someTry } from '../../test/random-walk.ts';
import { ask, runToRest } from '../../test/simulate.ts';
import { aCompany } from '../customers/customer.fixture.ts';
import { offeredCapture } from '../payments/authorization.ts';
import { isAnswerable } from '../payments/dispute-edges.ts';
import { toTransfer } from '../payments/record-refund-transfer.ts';
import { leftOf, mostRefundable, REFUND_EFFECTS } from '../payments/refundable.ts';
import { reversibleAllocations } from '../payments/reverse-allocation.ts';
import { unassignable } from '../payments/unassign-payment.ts';
import { actionsFor } from './actions.ts';
import type { Actor } from './actor.ts';
import { type Command, decide } from './decide.ts';
import { offeredResolutions } from './offered-resolutions.ts';
import type { PaymentCase } from './payment-case.ts';
import type { CaseAction } from './permissions.ts';
import { unconfirmedPayments } from './progress.ts';
import { methodsInReview } from './review-payment-method.ts';
import { STEPS } from './step.ts';

/** The dispute that can be answered best: a loss, an inquiry, one that has been answered. */
const disputeOf = ({ disputes }: PaymentCase): string =>
  (
    disputes.find((one) => isAnswerable(one) && one.withdrawnAt) ??
    disputes.find(isAnswerable) ??
    disputes.find(({ state }) => state === 'OPEN')
  )?.id ?? 'none';

/** The command behind an action, with input that fits the case as well as any input can. */
const COMMAND: Readonly<Record<CaseAction, (state: PaymentCase) => Command>> = {
  VERIFY_CUSTOMER_DATA: () => ({
    name: 'verifyCustomerData',
    input: { data: null, accepted: [], answers: [], complete: false },
  }),
  REQUEST_CUSTOMER_DATA: () => ({ name: 'requestCustomerData', input: { linkId: 'link' } }),
  SAVE_CUSTOMER_RECORD: () => ({ name: 'saveCustomerRecord', input: { data: aCompany() } }),
  CONFIRM_CUSTOMER_RECORD: ({ customer }) => ({
    name: 'confirmCustomerRecord',
    input: { version: customer.version },
  }),
  REQUEST_PAYMENT_METHOD_UPDATE: () => ({ name: 'requestPaymentMethodUpdate', input: { linkId: 'link' } }),
  SKIP_PAYMENT_METHOD_UPDATE: () => ({ name: 'skipPaymentMethodUpdate', input: { reason: 'weil' } }),
  REVIEW_PAYMENT_METHOD: (state) => ({
    name: 'reviewPaymentMethod',
    input: { methodId: methodsInReview(state)[0]?.id ?? 'none', accepted: true, reason: 'weil' },
  }),
  CREATE_PAYMENT_TASK: () => ({
    name: 'createPaymentTask',
    input: { assigneeId: null, dueOn: null, priority: 'NORMAL' },
  }),
  CHARGE_STORED_METHOD: () => ({ name: 'chargeStoredMethod', input: {} }),
  STOP_PLANNED_CHARGE: () => ({ name: 'stopPlannedCharge', input: {} }),
  CONFIRM_AMOUNT: (state) => {
    const [payment] = unconfirmedPayments(state);
    const resolution =
      (payment && offeredResolutions(state, payment)[0]?.resolution) ??
      offeredCapture(state)?.resolution ??
      'EXACT';
    return { name: 'confirmAmount', input: { paymentId: payment?.id ?? null, resolution, reason: 'weil' } };
  },
  RELEASE_AUTHORIZATION: () => ({ name: 'releaseAuthorization', input: { reason: 'weil' } }),
  WRITE_OFF_REST: (state) => ({
    name: 'confirmAmount',
    input: { paymentId: unconfirmedPayments(state)[0]?.id ?? null, resolution: 'WRITE_OFF', reason: 'weil' },
  }),
  DECIDE_APPROVAL: ({ approvals }) => ({
    name: 'decideApproval',
    input: {
      approvalId: approvals.find(({ state }) => state === 'OPEN')?.id ?? 'none',
      granted: false,
      reason: 'weil',
    },
  }),
  RECORD_PAYMENT: () => ({ name: 'recordPayment', input: {} }),
  REVERSE_ALLOCATION: (state) => ({
    name: 'reverseAllocation',
    input: { allocationId: reversibleAllocations(state)[0]?.id ?? 'none', reason: 'weil' },
  }),
  UNASSIGN_PAYMENT: (state) => ({
    name: 'unassignPayment',
    input: { paymentId: unassignable(state)[0]?.id ?? 'none', reason: 'weil' },
  }),
  UPDATE_PAYMENT_STATUS: () => ({ name: 'updatePaymentStatus', input: {} }),
  NOTIFY_CUSTOMER: () => ({ name: 'notifyCustomer', input: {} }),
  REMIND_CUSTOMER: () => ({ name: 'remindCustomer', input: {} }),
  CLOSE_PAYMENT_TASK: () => ({ name: 'closePaymentTask', input: {} }),
  REJECT_PAYMENT_TASK: () => ({
    name: 'rejectPaymentTask',
    input: { backTo: 'CONFIRM_AMOUNT', reason: 'weil' },
  }),
  CANCEL_PAYMENT_CASE: () => ({ name: 'cancelPaymentCase', input: { reason: 'weil' } }),
  REGISTER_RECEIPT: () => ({
    name: 'registerReceipt',
    input: { amount: eur(1), valueOn: TODAY, kind: 'BANK_TRANSFER', reference: 'x', documentId: null },
  }),
  REQUEST_REFUND: (state) => {
    const payment = state.payments.find((one) => leftOf(state, one).minor > 0n);
    const effect = REFUND_EFFECTS.find((one) => payment && mostRefundable(state, payment, one).minor > 0n);
    return {
      name: 'requestRefund',
      input: {
        paymentId: payment?.id ?? 'none',
        amount: eur(1),
        effect: effect ?? 'FROM_CREDIT',
        reason: 'weil',
      },
    };
  },
  RECORD_REFUND_TRANSFER: (state) => ({
    name: 'recordRefundTransfer',
    input: { refundId: toTransfer(state)[0]?.id ?? 'none', reference: 'Auszug 12' },
  }),
  SUBMIT_DISPUTE_EVIDENCE: (state) => ({
    name: 'submitDisputeEvidence',
    input: { disputeId: disputeOf(state), statement: 'geliefert', files: [] },
  }),
  ACCEPT_DISPUTE: (state) => ({ name: 'acceptDispute', input: { disputeId: disputeOf(state) } }),
  START_READER_PAYMENT: () => ({
    name: 'startPayment',
    input: { methodType: 'CARD', via: 'READER', readerId: 'reader' },
  }),
  CANCEL_READER_PAYMENT: () => ({ name: 'cancelReaderPayment', input: {} }),
  ADD_ATTACHMENT: () => ({
    name: 'addAttachment',
    input: {
      documentId: 'document',
      name: 'x.pdf',
      purpose: null,
      signedBy: null,
      signedOn: null,
      item: null,
    },
  }),
};

const ACTORS: readonly Actor[] = [...[OWNER, LEAD, CLERK, ADVISER].map(as), PARTNER];

/** Refusals that only the input decides; no list of actions can foresee them. */
const BY_INPUT = ['RECORD_CHANGED', 'SECOND_PERSON_REQUIRED', 'CHECK_NOT_PASSED', 'DISCREPANCY_OPEN'];

/** Where list and command say different things about an action. */
const disagreements = (state: PaymentCase): readonly string[] =>
  ACTORS.flatMap((actor) =>
    actionsFor(state, actor, TODAY).flatMap(({ action, refusal }) => {
      const outcome = decide(state, COMMAND[action](state), anEnv({ actor }));
      const said = outcome.ok ? null : outcome.refusal.code;
      const agrees = refusal ? said === refusal.code : said === null || BY_INPUT.includes(said);
      return agrees ? [] : [`${actor.id} ${action}: listed ${refusal?.code ?? 'allowed'}, decided ${said}`];
    }),
  );

const undecided = {
  approvals: [anApproval({ askedBy: LEAD.id, amount: eur(1) })],
};

const CASES: readonly (readonly [string, PaymentCase])[] = [
  ...STEPS.slice(1).map((at) => [`at ${at}`, aPaymentCase({ at })] as const),
  ...STEPS.slice(1).map((at) => [`fully paid at ${at}`, aPaymentCase({ at, ...fullyPaid() })] as const),
  [
    'with a part received',
    aPaymentCase({ at: 'CONFIRM_AMOUNT', payments: [aPayment({ amount: eur(100) })] }),
  ],
  ['with a receipt of the lead', aPaymentCase({ at: 'CLOSE_PAYMENT_TASK', ...fullyPaid(aReceipt(LEAD)) })],
  [
    'with an approval asked for',
    aPaymentCase({ at: 'CONFIRM_AMOUNT', payments: [aPayment({ amount: eur(100) })], ...undecided }),
  ],
  [
    'closed, with a refund that a lead has asked for',
    aPaymentCase({
      state: 'CLOSED',
      runs: [],
      ...fullyPaid(),
      refunds: [aRefund({ state: 'REQUESTED' })],
      approvals: [anApproval({ kind: 'REFUND', subjectId: 'refund', askedBy: LEAD.id })],
    }),
  ],
  [
    'with an amount reserved',
    aPaymentCase({
      at: 'CONFIRM_AMOUNT',
      attempts: [anAttempt({ state: 'AUTHORIZED', capture: 'MANUAL', amount: eur(20_000) })],
    }),
  ],
  [
    'with an amount that is being captured',
    aPaymentCase({
      at: 'CONFIRM_AMOUNT',
      attempts: [anAttempt({ state: 'AUTHORIZED', capture: 'MANUAL' })],
      captures: [aCapture()],
    }),
  ],
  [
    'with a refund that somebody has to transfer',
    aPaymentCase({ at: 'CLOSE_PAYMENT_TASK', ...fullyPaid(), refunds: [aRefund()] }),
  ],
  ['of a new customer', aPaymentCase({ at: 'SAVE_CUSTOMER_RECORD', customer: aNewCustomer() })],
  [
    'of a customer without an address',
    aPaymentCase({ customer: aNewCustomer({ data: aCompany({ email: null }) }) }),
  ],
  [
    'of a business of one',
    aPaymentCase({ organization: anOrganization({ members: [OWNER], singleControl: true }) }),
  ],
  ['closed', aPaymentCase({ state: 'CLOSED', runs: [] })],
  ['canceled', aPaymentCase({ state: 'CANCELED', runs: [] })],
];

describe('allowed and blocked actions', () => {
  it.each(CASES)('say of a case %s what its commands do', (_what, state) => {
    expect(disagreements(state)).toEqual([]);
  });

  it('say it of every case that can come about', () => {
    fc.assert(
      fc.property(
        someStart,
        fc.array(someTry, { minLength: 10, maxLength: 40, size: 'max' }),
        (start, tries) => {
          let world = start;
          tries.forEach((one, index) => {
            const { actor, command } = askingOf(world.state, one);
            const after = ask(world, actor, command).world;
            world = index % 2 === 0 ? runToRest(after) : after;
            expect(disagreements(world.state)).toEqual([]);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('answer for every action, with the step it belongs to', () => {
    const answers = actionsFor(aPaymentCase(), as(CLERK), TODAY);
    expect(answers.map(({ action }) => action)).toEqual(Object.keys(COMMAND));
    expect(answers.find(({ action }) => action === 'CONFIRM_AMOUNT')).toEqual({
      action: 'CONFIRM_AMOUNT',
      step: 'CONFIRM_AMOUNT',
      refusal: { code: 'STEP_NOT_OPEN', step: 'CONFIRM_AMOUNT' },
      warning: null,
    });
  });

  it('leave an adviser and a stranger nothing', () => {
    for (const at of STEPS.slice(1)) {
      expect(allowedFor(aPaymentCase({ at }), as(ADVISER))).toEqual([]);
      expect(allowedFor(aPaymentCase({ at }), { kind: 'MEMBER', id: 'removed' })).toEqual([]);
    }
  });

  it('leave a customer their own data', () => {
    expect(allowedFor(aPaymentCase(), CUSTOMER)).toEqual(['VERIFY_CUSTOMER_DATA']);
    expect(allowedFor(aPaymentCase({ at: 'CONFIRM_AMOUNT' }), CUSTOMER)).toEqual([]);
  });

  it('offer the write-off, and no confirmation, while nothing but the rest is open', () => {
    const waiting = aPaymentCase({
      runs: runsAt('CONFIRM_AMOUNT'),
      payments: [aPayment({ amount: eur(9_000), allocated: eur(9_000) })],
      allocations: [anAllocation(eur(9_000), { id: 'allocation', paymentId: 'payment' })],
    });
    expect(allowedFor(waiting, as(CLERK))).toContain('WRITE_OFF_REST');
    expect(allowedFor(waiting, as(CLERK))).not.toContain('CONFIRM_AMOUNT');
  });

  it('let a receipt be registered on a case in any state: money is never refused', () => {
    for (const state of ['OPEN', 'CLOSED', 'CANCELED'] as const)
      expect(allowedFor(aPaymentCase({ state }), as(CLERK))).toContain('REGISTER_RECEIPT');
  });
});
