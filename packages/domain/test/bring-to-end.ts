import { aCompany } from '../src/customers/customer.fixture.ts';
import { offeredCapture, runningCapture } from '../src/payments/authorization.ts';
import { isUnsettled } from '../src/payments/dispute-edges.ts';
import { toTransfer } from '../src/payments/record-refund-transfer.ts';
import { isRunning } from '../src/payments/refund-edges.ts';
import { type Actor, SYSTEM } from '../src/workflow/actor.ts';
import { amountOpen } from '../src/workflow/balance.ts';
import type { ChecklistAnswer } from '../src/workflow/checklist.ts';
import { ownItems } from '../src/workflow/definition.ts';
import { mayClose } from '../src/workflow/four-eyes.ts';
import { offeredResolutions } from '../src/workflow/offered-resolutions.ts';
import type { Refund } from '../src/workflow/payment-case.ts';
import { unconfirmedPayments } from '../src/workflow/progress.ts';
import type { Step } from '../src/workflow/step.ts';
import { as, OWNER, TODAY } from './a-payment-case.ts';
import { aDisputeReport, aReport, aVerdict } from './reports.ts';
import { run, runToRest, stepOf, type World } from './simulate.ts';

/** A member at the desk, the least of the leads last, so that somebody is left to close. */
const somebody = ({ state }: World): Actor => {
  const desk = state.organization.members.filter(({ role }) => role !== 'ADVISER');
  return as(desk.find(({ role }) => role === 'CLERK') ?? OWNER);
};

/** The provider's last word on every attempt: the money of those that were paid, the end of the others. */
const settleAttempts = (world: World): World =>
  world.state.attempts.reduce(
    (before, attempt) =>
      run(
        before,
        SYSTEM,
        'applyAttempt',
        aReport(attempt, attempt.state === 'SUCCEEDED' ? 'SUCCEEDED' : 'CANCELED'),
      ),
    world,
  );

/** Puts a signed file to every item of the step, so that all of them can be answered with yes. */
const prove = (world: World, step: Step): World =>
  ownItems(world.state, step).reduce(
    (before, { key }) =>
      run(before, somebody(before), 'addAttachment', {
        ...{ documentId: `document-of-${key}`, name: 'Vertrag.pdf', purpose: null },
        ...{ signedBy: 'J. Müßig', signedOn: TODAY, item: { step, key } },
      }),
    world,
  );

const yes = ({ state }: World, step: Step): readonly ChecklistAnswer[] =>
  ownItems(state, step).map(({ key }) => ({ key, passed: true, note: null }));

const verify = (start: World): World => {
  const world = prove(start, 'VERIFY_CUSTOMER_DATA');
  const answers = yes(world, 'VERIFY_CUSTOMER_DATA');
  const input = { data: aCompany(), accepted: [], answers, complete: true };
  return run(world, somebody(world), 'verifyCustomerData', input);
};

const confirmRecord = (world: World): World => {
  const saved = run(world, somebody(world), 'saveCustomerRecord', { data: aCompany() });
  return run(saved, somebody(world), 'confirmCustomerRecord', { version: saved.state.customer.version });
};

const decideApproval = (world: World, approvalId: string, askedBy: string): World => {
  const other = world.state.organization.members.find(
    ({ id, role }) => id !== askedBy && (role === 'OWNER' || role === 'TEAM_LEAD'),
  );
  if (!other) throw new Error('An approval was asked that nobody can give.');
  return run(world, as(other), 'decideApproval', {
    approvalId,
    granted: false,
    reason: 'lieber zahlen lassen',
  });
};

/** The bank's word on every dispute: half of them are lost. */
const decideDisputes = (world: World): World =>
  world.state.disputes.filter(isUnsettled).reduce((before, { paymentId, providerRef, amount, id }) => {
    const verdict = aVerdict(id.length % 2 === 0 ? 'WON' : 'LOST');
    const report = aDisputeReport({ id: paymentId, amount }, { providerRef, ...verdict });
    return run(before, SYSTEM, 'applyDispute', report);
  }, world);

const confirmAmount = (world: World): World => {
  const { state } = world;
  const pending = state.approvals.find((approval) => approval.kind !== 'REFUND' && approval.state === 'OPEN');
  if (pending) return decideApproval(world, pending.id, pending.askedBy);
  const disputed = decideDisputes(world);
  if (disputed !== world) return disputed;
  const capture = runningCapture(state);
  const attempt = state.attempts.find(({ id }) => id === capture?.attemptId);
  if (capture && attempt)
    return run(world, SYSTEM, 'applyAttempt', aReport({ ...attempt, amount: capture.amount }, 'SUCCEEDED'));
  const [payment] = unconfirmedPayments(state);
  const reserved = offeredCapture(state);
  const amount = amountOpen(state);
  if (!payment && !reserved && amount.minor > 0n) {
    const receipt = { amount, valueOn: TODAY, reference: 'Kontoauszug', documentId: null } as const;
    return run(world, somebody(world), 'registerReceipt', { ...receipt, kind: 'BANK_TRANSFER' });
  }
  const offers = payment ? offeredResolutions(state, payment) : [];
  // Nothing is given away as long as something else fits.
  const offer = offers.find(({ writeOff }) => writeOff === 0n);
  const resolution = (reserved ?? offer)?.resolution ?? 'EXACT';
  const proved = prove(world, 'CONFIRM_AMOUNT');
  return run(proved, somebody(proved), 'confirmAmount', {
    paymentId: payment?.id ?? null,
    resolution,
    reason: null,
    answers: yes(proved, 'CONFIRM_AMOUNT'),
    accepted: proved.state.discrepancies
      .filter((one) => one.step === 'CONFIRM_AMOUNT' && one.state === 'OPEN')
      .map(({ id }) => ({ discrepancyId: id, reason: 'Ehepaar, angerufen' })),
  });
};

/** Brings one running refund a stage further: its consent, its transfer, or the provider's word. */
const goOnWith = (world: World, { id, state: refund, paymentId, amount, providerRef }: Refund): World => {
  const asked = world.state.approvals.find(({ subjectId, state }) => subjectId === id && state === 'OPEN');
  if (asked) return decideApproval(world, asked.id, asked.askedBy);
  if (toTransfer(world.state).some((one) => one.id === id))
    return run(world, somebody(world), 'recordRefundTransfer', { refundId: id, reference: 'Auszug 12' });
  if (refund === 'APPROVED') return run(world, SYSTEM, 'sendRefund', { refundId: id });
  const report = { refundId: id, paymentId, amount, providerRef: providerRef ?? `re_${id}`, failure: null };
  return run(world, SYSTEM, 'applyRefund', { ...report, state: 'SUCCEEDED' });
};

const close = (world: World): World => {
  const running = world.state.refunds.find(isRunning);
  if (running) return goOnWith(world, running);
  const settled = decideDisputes(settleAttempts(world));
  const [closer] = mayClose(settled.state);
  if (!closer || stepOf(settled) !== 'CLOSE_PAYMENT_TASK') return settled;
  const proved = prove(settled, 'CLOSE_PAYMENT_TASK');
  return run(proved, as(closer), 'closePaymentTask', { answers: yes(proved, 'CLOSE_PAYMENT_TASK') });
};

/** A refund that nobody knows the outcome of keeps the status open as an attempt does. */
const updateStatus = (world: World): World => {
  const running = world.state.refunds.find(isRunning);
  return running
    ? goOnWith(world, running)
    : run(settleAttempts(world), somebody(world), 'updatePaymentStatus', {});
};

/** What a sensible desk does at a step where the machine has come to rest. */
const DO: Readonly<Record<Step, (world: World) => World>> = {
  INITIATE_PAYMENT: (world) => world,
  VERIFY_CUSTOMER_DATA: verify,
  SAVE_CUSTOMER_RECORD: confirmRecord,
  UPDATE_PAYMENT_METHOD: (world) =>
    run(world, somebody(world), 'skipPaymentMethodUpdate', { reason: 'Karte gilt noch' }),
  CREATE_PAYMENT_TASK: (world) =>
    run(world, somebody(world), 'createPaymentTask', { assigneeId: null, dueOn: null, priority: 'NORMAL' }),
  CONFIRM_AMOUNT: confirmAmount,
  RECORD_PAYMENT: (world) => run(world, somebody(world), 'recordPayment', {}),
  UPDATE_PAYMENT_STATUS: updateStatus,
  NOTIFY_CUSTOMER: (world) => run(world, somebody(world), 'notifyCustomer', {}),
  CLOSE_PAYMENT_TASK: close,
};

const MOST_DEEDS = 60;

/** Has a sensible desk bring a case to its end; throws when it cannot, because then the rules have locked it in. */
export const bringToEnd = (start: World): World => {
  let world = runToRest(start);
  for (let deed = 0; deed < MOST_DEEDS; deed += 1) {
    const step = stepOf(world);
    if (!step) return world;
    const next = runToRest(DO[step](world));
    if (next === world) return world;
    world = next;
  }
  throw new Error(`The case does not get past ${stepOf(world)}.`);
};
