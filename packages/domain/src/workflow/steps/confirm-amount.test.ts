import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anAttempt,
  anEnv,
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
} from '../../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { runToRest, stopOf, worldOf } from '../../../test/simulate.ts';
import { SYSTEM } from '../actor.ts';
import type { CasePayment, PaymentCase } from '../payment-case.ts';
import type { Step } from '../step.ts';
import { assess, type ConfirmAmount, confirmAmount, offeredResolutions } from './confirm-amount.ts';

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
    allocations: [{ id: 'allocation', paymentId: 'payment', amount: eur(9_000) }],
    ...deviation,
  });

describe('what step 6 offers', () => {
  it.each([
    ['the open amount to the cent', 11_900, [['EXACT', 11_900n, 0n, 0n]]],
    [
      'a part',
      9_000,
      [
        ['PARTIAL', 9_000n, 0n, 0n],
        ['WRITE_OFF', 9_000n, 2_900n, 0n],
      ],
    ],
    [
      'a cent less',
      11_899,
      [
        ['PARTIAL', 11_899n, 0n, 0n],
        ['WRITE_OFF', 11_899n, 1n, 0n],
      ],
    ],
    ['a cent more', 11_901, [['OVER', 11_900n, 0n, 1n]]],
    ['the double', 23_800, [['OVER', 11_900n, 0n, 11_900n]]],
  ])('for %s', (_what, minor, expected) => {
    const payment = aPayment({ amount: eur(minor) });
    const offered = offeredResolutions(received(payment), payment);
    expect(
      offered.map(({ resolution, allocate, writeOff, credit }) => [resolution, allocate, writeOff, credit]),
    ).toEqual(expected);
  });

  it('counts only what of a payment is neither refunded nor allocated', () => {
    const payment = aPayment({ amount: eur(20_000), refunded: eur(4_100), allocated: eur(4_000) });
    expect(offeredResolutions(received(payment), payment)).toMatchObject([
      { resolution: 'EXACT', allocate: 11_900n },
    ]);
  });

  it('for a claim that is settled already is the whole payment as credit', () => {
    const late = aPayment({ id: 'late' });
    const state = aPaymentCase({ at, ...fullyPaid(), payments: [...fullyPaid().payments, late] });
    expect(offeredResolutions(state, late)).toMatchObject([
      { resolution: 'OVER', allocate: 0n, credit: 11_900n },
    ]);
  });

  it('for the unpaid rest alone is its write-off, once something has been paid', () => {
    expect(offeredResolutions(partlyPaid())).toMatchObject([
      { resolution: 'WRITE_OFF', allocate: 0n, writeOff: 2_900n },
    ]);
    expect(offeredResolutions(received())).toEqual([]);
  });

  it('is no write-off while other money waits', () => {
    const part = aPayment({ amount: eur(9_000) });
    const other = aPayment({ id: 'other', amount: eur(2_900) });
    expect(offeredResolutions(received(part, other), part).map(({ resolution }) => resolution)).toEqual([
      'PARTIAL',
    ]);
    const waiting = partlyPaid();
    expect(offeredResolutions({ ...waiting, payments: [...waiting.payments, other] })).toEqual([]);
  });

  it.each([
    ['two leads', [OWNER, LEAD, CLERK], true, OWNER, true],
    ['one lead, for the lead, under single control', [OWNER, CLERK], true, OWNER, false],
    ['one lead, for the clerk, under single control', [OWNER, CLERK], true, CLERK, true],
    ['one lead, without single control', [OWNER, CLERK], false, OWNER, true],
  ])('needs a second person for a write-off with %s', (_who, members, singleControl, member, needed) => {
    const state = partlyPaid({ organization: anOrganization({ members, singleControl }) });
    expect(offeredResolutions(state, undefined, as(member))[0]?.needsSecondPerson).toBe(needed);
  });
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
    const approval = {
      id: 'approval',
      kind: 'WRITE_OFF',
      state: 'OPEN',
      askedBy: CLERK.id,
      amount: eur(1),
      reason: 'x',
    } as const;
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
