import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anAllocation,
  anApproval,
  anAttempt,
  anEnv,
  anItem,
  anOrganization,
  aPayment,
  aPaymentCase,
  aReceipt,
  aRun,
  as,
  CLERK,
  CUSTOMER,
  eur,
  fullyPaid,
  LEAD,
  NOW,
  OWNER,
  PARTNER,
  runsAt,
  withItems,
} from '../../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { runOn, runToRest, stepOf, stopOf, worldOf } from '../../../test/simulate.ts';
import { SYSTEM } from '../actor.ts';
import { assess } from '../assess-amount.ts';
import { mayClose } from '../four-eyes.ts';
import type { CasePayment, PaymentCase } from '../payment-case.ts';
import type { ConfirmAmount } from '../resolve-amount.ts';
import type { Step } from '../step.ts';
import { confirmAmount } from './confirm-amount.ts';

const at = 'CONFIRM_AMOUNT' as const;

/** First runs, all done, of the steps before this one. */
const doneBefore = (step: Step) => runsAt(step).filter(({ state }) => state === 'DONE');

const received = (...payments: readonly CasePayment[]) => aPaymentCase({ at, payments });

const confirm = (state: PaymentCase, input: Partial<ConfirmAmount> = {}, actor = as(CLERK)) =>
  confirmAmount(state, { paymentId: null, resolution: 'EXACT', reason: null, ...input }, anEnv({ actor }));

/** What a resolution hands on to step 7. */
const decisionOn = (state: PaymentCase, input: Partial<ConfirmAmount>) =>
  changesOf(confirm(state, input), 'open-step')[0]?.subject;

/** 90.00 of 119.00 EUR are recorded, the case waits for the rest. */
const partlyPaid = (deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    runs: [...doneBefore('UPDATE_PAYMENT_STATUS'), aRun(at, { run: 2 })],
    payments: [aPayment({ amount: eur(9_000), allocated: eur(9_000) })],
    allocations: [anAllocation(eur(9_000), { id: 'allocation', paymentId: 'payment' })],
    ...deviation,
  });

describe('confirmAmount', () => {
  it('confirms an exact payment and hands it to step 7', () => {
    const outcome = confirm(received(aPayment()));
    expect(stepsOf(outcome)).toEqual(['DONE CONFIRM_AMOUNT 1', 'OPEN RECORD_PAYMENT 1']);
    expect(decisionOn(received(aPayment()), {})).toEqual({
      paymentId: 'payment',
      decision: { outcome: 'EXACT', allocate: '11900', writeOff: '0', reason: null, approvalId: null },
    });
    expect(eventsOf(outcome)).toEqual(['payment.amount_confirmed', 'step.done', 'step.opened']);
  });

  it('confirms a part, and a surplus of which only the open amount is allocated', () => {
    const part = received(aPayment({ amount: eur(9_000) }));
    expect(decisionOn(part, { resolution: 'PARTIAL' })?.decision).toMatchObject({
      outcome: 'PARTIAL',
      allocate: '9000',
    });
    const over = received(aPayment({ amount: eur(20_000) }));
    expect(decisionOn(over, { resolution: 'OVER' })?.decision).toMatchObject({
      outcome: 'OVER',
      allocate: '11900',
    });
  });

  it('takes the payment that is named where several are candidates', () => {
    const state = received(aPayment({ amount: eur(9_000) }), aPayment({ id: 'other', amount: eur(2_900) }));
    expect(refusalOf(confirm(state, { resolution: 'PARTIAL' }))).toBe('SEVERAL_CANDIDATES');
    expect(decisionOn(state, { paymentId: 'other', resolution: 'PARTIAL' })).toMatchObject({
      paymentId: 'other',
    });
  });

  it.each<[string, PaymentCase, Partial<ConfirmAmount>, string]>([
    ['nothing has come', received(), {}, 'NO_MONEY_YET'],
    ['nothing but the rest is open', partlyPaid(), {}, 'NO_MONEY_YET'],
    [
      'the payment is not one of the case',
      received(aPayment()),
      { paymentId: 'elsewhere' },
      'PAYMENT_UNKNOWN',
    ],
    ['the payment has been confirmed', partlyPaid(), { paymentId: 'payment' }, 'PAYMENT_UNKNOWN'],
    ['a part is called exact', received(aPayment({ amount: eur(1) })), {}, 'RESOLUTION_NOT_OFFERED'],
    [
      'the exact amount is called a part',
      received(aPayment()),
      { resolution: 'PARTIAL' },
      'RESOLUTION_NOT_OFFERED',
    ],
    ['a write-off has no reason', partlyPaid(), { resolution: 'WRITE_OFF', reason: ' ' }, 'REASON_REQUIRED'],
    ['another step is open', aPaymentCase({ payments: [aPayment()] }), {}, 'STEP_NOT_OPEN'],
  ])('is refused when %s', (_when, state, input, code) => {
    expect(refusalOf(confirm(state, input))).toBe(code);
  });

  it('belongs to the desk', () => {
    for (const actor of [as(OWNER), as(LEAD), as(CLERK)])
      expect(refusalOf(confirm(received(aPayment()), {}, actor))).toBeNull();
    for (const actor of [as(ADVISER), PARTNER, CUSTOMER])
      expect(refusalOf(confirm(received(aPayment()), {}, actor))).toBe('ROLE_NOT_ALLOWED');
  });

  it('lets the machine confirm what is exact, but resolve nothing', () => {
    expect(refusalOf(confirm(received(aPayment()), {}, SYSTEM))).toBeNull();
    const part = received(aPayment({ amount: eur(9_000) }));
    expect(refusalOf(confirm(part, { resolution: 'PARTIAL' }, SYSTEM))).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(confirm(partlyPaid(), { resolution: 'WRITE_OFF', reason: 'x' }, SYSTEM))).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });

  it('looks again at a settled claim after a rejection, and hands nothing on to be posted', () => {
    const runs = [...doneBefore('CLOSE_PAYMENT_TASK'), aRun(at, { run: 2, origin: 'REJECTION' })];
    const state = aPaymentCase({ ...fullyPaid(), runs });
    expect(decisionOn(state, { reason: 'gesehen' })).toEqual({
      paymentId: null,
      decision: { outcome: 'RECHECKED', allocate: '0', writeOff: '0', reason: 'gesehen', approvalId: null },
    });
    expect(refusalOf(confirm(state, { resolution: 'OVER' }))).toBe('RESOLUTION_NOT_OFFERED');
  });
});

describe("the business's own checklist of step 6", () => {
  const definition = withItems({
    CONFIRM_AMOUNT: [anItem('agreement', { evidence: 'SIGNED_FILE' }), anItem('lawful')],
  });
  const signed = { id: 'file', signedBy: 'J. Müßig', signedOn: '2026-11-01' } as const;
  const attachments = [{ ...signed, item: { step: at, key: 'agreement' } }];
  const yes = (...keys: readonly string[]) => ({
    answers: keys.map((key) => ({ key, passed: true, note: null })),
  });
  const paid = (deviation: Partial<PaymentCase> = {}) => ({
    ...received(aPayment()),
    definition,
    attachments,
    ...deviation,
  });

  it('keeps the step from being clean until a person has answered', () => {
    expect(assess(paid())).toEqual({ kind: 'STOP', code: 'CHECK_NOT_PASSED', detail: 'agreement' });
    const stopped = runToRest(worldOf(paid()));
    expect(stopOf(stopped)).toBe('CHECK_NOT_PASSED');
    const input = {
      paymentId: null,
      resolution: 'EXACT',
      reason: null,
      ...yes('agreement', 'lawful'),
    } as const;
    const on = runOn(stopped, as(CLERK), 'confirmAmount', input);
    expect(stepOf(on)).toBe('CLOSE_PAYMENT_TASK');
    expect(on.state.checkItems).toMatchObject([
      { key: 'agreement', state: 'PASSED', by: as(CLERK) },
      { key: 'lawful', state: 'PASSED', by: as(CLERK) },
    ]);
  });

  it('is complete with every confirmation, also with one that asks a second person', () => {
    expect(refusalOf(confirm(paid(), yes('agreement')))).toBe('CHECK_NOT_PASSED');
    const part = paid({ payments: [aPayment({ amount: eur(9_000) })] });
    const writeOff = { resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
    expect(refusalOf(confirm(part, writeOff))).toBe('CHECK_NOT_PASSED');
    const asked = confirm(part, { ...writeOff, ...yes('agreement', 'lawful') });
    expect(changesOf(asked, 'record-check')).toHaveLength(2);
    expect(changesOf(asked, 'ask-approval')).toHaveLength(1);
  });

  it('is not asked twice: the answers of the first payment hold for the next', () => {
    const before = {
      run: 1,
      required: true,
      code: null,
      source: 'PERSON',
      detail: null,
      at: NOW,
      by: SYSTEM,
    };
    const answered = ['agreement', 'lawful'].map((key) => ({
      ...before,
      step: at,
      key,
      state: 'PASSED' as const,
    }));
    expect(assess(paid({ checkItems: answered }))).toEqual({ kind: 'CLEAN' });
  });

  it('says first what is wrong with the money', () => {
    const part = paid({ payments: [aPayment({ amount: eur(9_000) })] });
    expect(assess(part)).toMatchObject({ code: 'AMOUNT_DIFFERS' });
    expect(refusalOf(confirm(part))).toBe('RESOLUTION_NOT_OFFERED');
  });
});

describe('a write-off of the rest', () => {
  const writeOff = { resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;

  it('asks a second person and leaves the step open', () => {
    const outcome = confirm(partlyPaid(), writeOff);
    expect(stepsOf(outcome)).toEqual([]);
    expect(changesOf(outcome, 'ask-approval')).toMatchObject([
      { kind: 'WRITE_OFF', amount: eur(2_900), reason: 'Kulanz' },
    ]);
    expect(changesOf(outcome, 'create-task')).toMatchObject([{ reason: 'APPROVAL_ASKED' }]);
    expect(eventsOf(outcome)).toEqual(['approval.asked']);
  });

  it('up to the limit is resolved by anybody at the desk alone, for a reason, who then may not close', () => {
    const small = received(aPayment({ amount: eur(11_400) }));
    const outcome = confirm(small, writeOff);
    expect(stepsOf(outcome)).toEqual(['DONE CONFIRM_AMOUNT 1', 'OPEN RECORD_PAYMENT 1']);
    expect(changesOf(outcome, 'open-step')[0]?.subject.decision).toMatchObject({
      ...{ outcome: 'WRITE_OFF', allocate: '11400', writeOff: '500', approvalId: null },
    });
    expect(refusalOf(confirm(small, { ...writeOff, reason: '' }))).toBe('REASON_REQUIRED');
    expect(refusalOf(confirm(small, writeOff, SYSTEM))).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(confirm(small, writeOff, as(ADVISER)))).toBe('ROLE_NOT_ALLOWED');
    const done = runOn(worldOf(small), as(LEAD), 'confirmAmount', { paymentId: null, ...writeOff });
    expect(stepOf(done)).toBe('CLOSE_PAYMENT_TASK');
    expect(done.state.adjustments).toMatchObject([{ kind: 'WRITE_OFF', amount: eur(500) }]);
    expect(mayClose(done.state)).toEqual([OWNER]);
  });

  it('a cent above the limit asks a second person', () => {
    const outcome = confirm(received(aPayment({ amount: eur(11_399) })), writeOff);
    expect(changesOf(outcome, 'ask-approval')).toMatchObject([{ amount: eur(501) }]);
    expect(stepsOf(outcome)).toEqual([]);
  });

  it('up to the limit needs nobody else to be there', () => {
    const organization = anOrganization({ members: [OWNER, CLERK] });
    const small = { ...received(aPayment({ amount: eur(11_400) })), organization };
    expect(refusalOf(confirm(small, writeOff, as(OWNER)))).toBeNull();
  });

  it('may come with the part that was paid', () => {
    const outcome = confirm(received(aPayment({ amount: eur(9_000) })), writeOff);
    expect(changesOf(outcome, 'set-subject')).toMatchObject([
      {
        subject: {
          paymentId: 'payment',
          decision: { outcome: 'WRITE_OFF', allocate: '9000', writeOff: '2900' },
        },
      },
    ]);
  });

  it('waits for its approval, during which nothing else is confirmed', () => {
    const approval = anApproval({ state: 'OPEN', askedBy: CLERK.id });
    const state = partlyPaid({ approvals: [approval] });
    expect(assess(state)).toEqual({ kind: 'WAIT', for: 'APPROVAL' });
    expect(refusalOf(confirm(state, writeOff))).toBe('APPROVAL_PENDING');
  });

  it('is refused at once where nobody else could agree, instead of locking the case in', () => {
    const organization = anOrganization({ members: [OWNER, CLERK] });
    expect(refusalOf(confirm(partlyPaid({ organization }), writeOff, as(OWNER)))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(refusalOf(confirm(partlyPaid({ organization }), writeOff, as(CLERK)))).toBeNull();
  });

  it('needs nobody else for the one lead under single control', () => {
    const organization = anOrganization({ members: [OWNER, CLERK], singleControl: true });
    const outcome = confirm(partlyPaid({ organization }), writeOff, as(OWNER));
    expect(stepsOf(outcome)).toEqual(['DONE CONFIRM_AMOUNT 2', 'OPEN RECORD_PAYMENT 2']);
    expect(
      changesOf(confirm(partlyPaid({ organization }), writeOff, as(CLERK)), 'ask-approval'),
    ).toHaveLength(1);
  });
});

describe('step 6 by the machine (rule 8)', () => {
  it('waits for money', () => {
    expect(assess(received())).toEqual({ kind: 'WAIT', for: 'MONEY' });
    expect(assess(partlyPaid())).toEqual({ kind: 'WAIT', for: 'MONEY' });
  });

  it('is clean with one exact payment of the customer, by provider or bank', () => {
    expect(assess(received(aPayment()))).toEqual({ kind: 'CLEAN' });
    const attempts = [anAttempt({ state: 'SUCCEEDED' })];
    const byCard = aPayment({ source: 'PROVIDER', attemptId: 'attempt', payer: null });
    expect(assess({ ...received(byCard), attempts })).toEqual({ kind: 'CLEAN' });
  });

  const failed = anAttempt({
    state: 'SUCCEEDED',
    verification: { at: NOW, evidence: 'card:checks=fail' },
    verificationFailed: true,
  });

  it.each<[string, PaymentCase, string, string | null]>([
    ['the evidence is manual', received(aReceipt(CLERK)), 'MANUAL_EVIDENCE', null],
    ['it is less', received(aPayment({ amount: eur(11_899) })), 'AMOUNT_DIFFERS', '-0.01 EUR'],
    ['it is more', received(aPayment({ amount: eur(12_000) })), 'AMOUNT_DIFFERS', '1.00 EUR'],
    ['it is not alone', received(aPayment(), aPayment({ id: 'other' })), 'SEVERAL_CANDIDATES', null],
    ['somebody else paid', received(aPayment({ payer: 'Erika Fremd' })), 'PAYER_DIFFERS', 'Erika Fremd'],
    ['nobody knows who paid', received(aPayment({ payer: null })), 'PAYER_DIFFERS', null],
    [
      'the account data did not match (rule 3)',
      { ...received(aPayment({ attemptId: 'attempt', source: 'PROVIDER' })), attempts: [failed] },
      'VERIFICATION_FAILED',
      'card:checks=fail',
    ],
  ])('stops when %s', (_when, state, code, detail) => {
    expect(assess(state)).toEqual({ kind: 'STOP', code, detail });
    expect(stopOf(runToRest(worldOf(state)))).toBe(code);
  });

  it('has nothing left to confirm after a rejection of a settled claim', () => {
    const runs = [...doneBefore('CLOSE_PAYMENT_TASK'), aRun(at, { run: 2, origin: 'REJECTION' })];
    expect(assess(aPaymentCase({ ...fullyPaid(), runs }))).toEqual({ kind: 'CLEAN' });
  });
});
