import fc from 'fast-check';
import { aCompany } from '../src/customers/customer.fixture.ts';
import { aLine } from '../src/invoices/invoice.fixture.ts';
import { money } from '../src/money/money.ts';
import { toTransfer } from '../src/payments/record-refund-transfer.ts';
import { isRunning } from '../src/payments/refund-edges.ts';
import { mostRefundable, REFUND_EFFECTS } from '../src/payments/refundable.ts';
import { actionsFor } from '../src/workflow/actions.ts';
import { type Actor, SYSTEM } from '../src/workflow/actor.ts';
import type { ChecklistPlace } from '../src/workflow/add-attachment.ts';
import { amountCollectable, amountOpen } from '../src/workflow/balance.ts';
import type { ChecklistAnswer } from '../src/workflow/checklist.ts';
import type { Command, CommandInputs, CommandName } from '../src/workflow/decide.ts';
import { ownItems, type WorkflowDefinition } from '../src/workflow/definition.ts';
import type { Acceptance } from '../src/workflow/discrepancies.ts';
import { isLive } from '../src/workflow/money-track.ts';
import { offeredResolutions, RESOLUTIONS } from '../src/workflow/offered-resolutions.ts';
import { ATTEMPT_STATES, type PaymentCase, type Refund } from '../src/workflow/payment-case.ts';
import type { CaseAction } from '../src/workflow/permissions.ts';
import { unconfirmedPayments } from '../src/workflow/progress.ts';
import { REJECTION_TARGETS, STEPS, type Step } from '../src/workflow/step.ts';
import {
  ADVISER,
  aDefinition,
  aKnownCustomer,
  aNewCustomer,
  anItem,
  anOrganization,
  as,
  CLERK,
  CUSTOMER,
  eur,
  LEAD,
  OWNER,
  PARTNER,
  STRANGER,
  TODAY,
} from './a-payment-case.ts';
import { aReport } from './reports.ts';
import { started, type World } from './simulate.ts';

/**
 * One thing that somebody tries, still without the case it will meet; the dice choose among what that case has. A wild
 * try is anything by anybody; the others are what somebody may do at that moment, so that walks get far.
 */
export interface Try {
  readonly wild: { readonly name: CommandName; readonly actor: Actor } | null;
  readonly dice: readonly [number, number, number];
  readonly likely: number;
}

/** A try that has met its case. */
export interface Asking {
  readonly actor: Actor;
  readonly command: Command;
}

const PEOPLE: readonly Actor[] = [OWNER, LEAD, CLERK, ADVISER].map(as);
const EVERYBODY: readonly Actor[] = [...PEOPLE, ...PEOPLE, PARTNER, CUSTOMER, STRANGER, SYSTEM];

const choose = <Item>(items: readonly Item[], die: number): Item | undefined => items[die % items.length];
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

const offered = (state: PaymentCase) =>
  offeredResolutions(state, unconfirmedPayments(state)[0]).map(({ resolution }) => resolution);

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

type Inputs = {
  readonly [Name in CommandName]: (state: PaymentCase, dice: Try['dice']) => CommandInputs[Name];
};

const INPUTS: Inputs = {
  verifyCustomerData: (state, [a, b, c]) => ({
    data: a % 3 === 0 ? someData(b) : null,
    accepted: someAcceptance(state, 'VERIFY_CUSTOMER_DATA', b, c),
    answers: someAnswers(state, 'VERIFY_CUSTOMER_DATA', b),
    complete: a % 4 > 0,
  }),
  requestCustomerData: (_state, [a]) => ({ linkId: `link-${a}` }),
  submitCustomerData: (_state, [a, b]) => ({ data: someData(a), linkId: `link-${b}` }),
  completeCustomerData: (_state, [a]) => ({ given: someData(a) }),
  saveCustomerRecord: (state, [a, b]) => ({ data: a % 2 === 0 ? state.customer.data : someData(b) }),
  confirmCustomerRecord: (state, [a]) => ({ version: state.customer.version - (a % 5 === 0 ? 1 : 0) }),
  requestPaymentMethodUpdate: (_state, [a]) => ({ linkId: `link-${a}` }),
  skipPaymentMethodUpdate: (_state, [a]) => ({ reason: text(a) }),
  replacePaymentMethod: (_state, [a]) => ({ methodId: `method-${a}`, matchesOriginal: a % 3 > 0 }),
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
  startPayment: (_state, [a]) => ({ methodType: of('CARD', ['SEPA_DEBIT'] as const, a) }),
  attachSession: (state, [a]) => ({
    attemptId: of(
      'no-attempt',
      state.attempts.map(({ id }) => id),
      a,
    ),
    sessionRef: `cs_${a}`,
    sessionUrl: 'https://pay.example',
  }),
  applyAttempt: (state, [a, b, c]) => {
    const attempt = choose(state.attempts, a) ?? { id: 'no-attempt', amount: eur(100) };
    const report = aReport(attempt, of('SUCCEEDED', ATTEMPT_STATES, b));
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

const MACHINE: readonly CommandName[] = ['applyAttempt', 'sendRefund', 'applyRefund', 'advance'];

const REPORTED = ['SENT', 'UNKNOWN', 'FAILED', 'SUCCEEDED'] as const;

/** The command that an action stands for; canceling ends a walk early and is left to wild tries. */
export const COMMAND: Readonly<Record<CaseAction, CommandName | null>> = {
  VERIFY_CUSTOMER_DATA: 'verifyCustomerData',
  REQUEST_CUSTOMER_DATA: 'requestCustomerData',
  SAVE_CUSTOMER_RECORD: 'saveCustomerRecord',
  CONFIRM_CUSTOMER_RECORD: 'confirmCustomerRecord',
  REQUEST_PAYMENT_METHOD_UPDATE: null,
  SKIP_PAYMENT_METHOD_UPDATE: 'skipPaymentMethodUpdate',
  CREATE_PAYMENT_TASK: 'createPaymentTask',
  CONFIRM_AMOUNT: 'confirmAmount',
  WRITE_OFF_REST: 'confirmAmount',
  DECIDE_APPROVAL: 'decideApproval',
  RECORD_PAYMENT: 'recordPayment',
  UPDATE_PAYMENT_STATUS: null,
  NOTIFY_CUSTOMER: 'notifyCustomer',
  CLOSE_PAYMENT_TASK: 'closePaymentTask',
  REJECT_PAYMENT_TASK: 'rejectPaymentTask',
  CANCEL_PAYMENT_CASE: null,
  REGISTER_RECEIPT: 'registerReceipt',
  REQUEST_REFUND: 'requestRefund',
  RECORD_REFUND_TRANSFER: 'recordRefundTransfer',
  ADD_ATTACHMENT: 'addAttachment',
};

interface Choice {
  readonly name: CommandName;
  readonly actor: Actor;
}

/** Money is likely where some is missing; at other times only wild tries bring it. */
const likelyChoices = (state: PaymentCase): readonly Choice[] => {
  const isMissing = amountCollectable(state).minor > 0n;
  const byPeople = state.organization.members.map(as).flatMap((actor) =>
    actionsFor(state, actor).flatMap(({ action, refusal }): Choice[] => {
      const name = COMMAND[action];
      return name && !refusal && (isMissing || name !== 'registerReceipt') ? [{ name, actor }] : [];
    }),
  );
  const isUnderway = state.attempts.some((attempt) => isLive(attempt) || attempt.state === 'DECLINED');
  return [
    ...byPeople,
    ...(isMissing ? [{ name: 'startPayment', actor: CUSTOMER } as const] : []),
    ...(isUnderway ? [{ name: 'applyAttempt', actor: SYSTEM } as const] : []),
    ...(state.refunds.some(isRunning)
      ? ([
          { name: 'sendRefund', actor: SYSTEM },
          { name: 'applyRefund', actor: SYSTEM },
        ] as const)
      : []),
  ];
};

/** The same try, now as a command to the case it meets. */
export const askingOf = (state: PaymentCase, { wild, dice, likely }: Try): Asking => {
  const advance: Choice = { name: 'advance', actor: SYSTEM };
  const { name, actor } = wild ?? choose(likelyChoices(state), likely) ?? advance;
  return { actor, command: { name, input: INPUTS[name](state, dice) } as Command };
};

const die = fc.nat({ max: 1_000 });

const wildTry = fc
  .record({
    name: fc.constantFrom(...(Object.keys(INPUTS) as CommandName[])),
    actor: fc.constantFrom(...EVERYBODY),
  })
  .map((one) => (MACHINE.includes(one.name) ? { ...one, actor: SYSTEM } : one));

export const someTry: fc.Arbitrary<Try> = fc.record({
  wild: fc.option(wildTry, { freq: 2 }),
  dice: fc.tuple(die, die, die),
  likely: die,
});

const MANUAL = [undefined, ...STEPS] as const;

const ITEMS: WorkflowDefinition['checklist'] = {
  VERIFY_CUSTOMER_DATA: [anItem('passport'), anItem('voice', { required: false })],
  CONFIRM_AMOUNT: [anItem('slip', { evidence: 'FILE' }), anItem('lawful')],
  CLOSE_PAYMENT_TASK: [anItem('policy'), anItem('minutes', { required: false, evidence: 'SIGNED_FILE' })],
};

/** Cases of every kind at their start: invoiced here or elsewhere, of a new or a known customer, with any desk behind them. */
export const someStart: fc.Arbitrary<World> = fc
  .record({
    invoicing: fc.constantFrom('ISSUE', 'EXTERNAL', 'STATEMENT'),
    customer: fc.constantFrom(
      aKnownCustomer(),
      aNewCustomer(),
      aNewCustomer({ data: aCompany({ email: 'kaputt@' }) }),
      aKnownCustomer({ data: aCompany({ email: null }) }),
    ),
    manual: fc.constantFrom(...MANUAL),
    members: fc.constantFrom([OWNER, LEAD, CLERK, ADVISER], [OWNER, CLERK], [OWNER], [OWNER, LEAD]),
    singleControl: fc.boolean(),
    expired: fc.boolean(),
    hasItems: fc.nat({ max: 3 }).map((die) => die === 0),
  })
  .map(({ invoicing, customer, manual, members, singleControl, expired, hasItems }) =>
    started({
      customer,
      invoicing,
      externalInvoiceNumber: invoicing === 'EXTERNAL' ? '2026/77' : null,
      lines: invoicing === 'ISSUE' ? [aLine()] : [],
      organization: anOrganization({ members, singleControl }),
      definition: aDefinition(manual ? { [manual]: 'MANUAL' } : {}, hasItems ? { checklist: ITEMS } : {}),
      methods: expired
        ? [
            {
              id: 'method',
              type: 'CARD',
              state: 'ACTIVE',
              isDefault: true,
              holder: null,
              expiresOn: '2026-11-30',
            },
          ]
        : [],
    }),
  );
