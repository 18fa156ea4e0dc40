import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aDispute,
  anAllocation,
  anApproval,
  anAttempt,
  anEnv,
  anItem,
  anOrganization,
  aPayment,
  aPaymentCase,
  aReceipt,
  aRefund,
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
import { runToRest, stopOf, worldOf } from '../../../test/simulate.ts';
import { SYSTEM } from '../actor.ts';
import type { AttemptState, PaymentCase } from '../payment-case.ts';
import { type Refusal, refusalText } from '../refusal.ts';
import { REJECTION_TARGETS, STEPS } from '../step.ts';
import {
  type ClosePaymentTask,
  closePaymentTask,
  preCheck,
  rejectPaymentTask,
} from './close-payment-task.ts';

const at = 'CLOSE_PAYMENT_TASK' as const;

const ready = (deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    at,
    ...fullyPaid(),
    invoices: [
      { id: 'invoice', kind: 'INVOICE', state: 'ISSUED', number: 'RE-2026-0001', issuedOn: '2026-11-23' },
    ],
    messages: [{ template: 'receipt', subjectId: 'payment', state: 'SENT' }],
    tasks: [
      { id: 'task', kind: 'PAYMENT', reason: 'PAYMENT_EXPECTED', state: 'CLAIMED', assigneeId: CLERK.id },
    ],
    ...deviation,
  });

const close = (state: PaymentCase, actor = as(LEAD), input: ClosePaymentTask = {}) =>
  closePaymentTask(state, input, anEnv({ actor }));

/** Runs up to step 10 in which a member did one step by hand. */
const doneBy = (step: (typeof STEPS)[number], member = LEAD) =>
  runsAt(at).map((run) => (run.step === step ? { ...run, doneBy: as(member) } : run));

describe('closePaymentTask', () => {
  it('ends the case and its tasks, and says whether one person alone controlled it', () => {
    const outcome = close(ready());
    expect(stepsOf(outcome)).toEqual(['DONE CLOSE_PAYMENT_TASK 1']);
    expect(changesOf(outcome, 'finish-task')).toMatchObject([{ id: 'task' }]);
    expect(changesOf(outcome, 'close')).toEqual([{ type: 'close', singleControl: false }]);
    expect(eventsOf(outcome)).toEqual(['step.done', 'case.closed']);
  });

  it.each<[string, Partial<PaymentCase>, string]>([
    ['an amount is open', { payments: [aPayment()], allocations: [] }, 'AMOUNT_OPEN'],
    ['a dispute is open', { disputes: [aDispute()] }, 'DISPUTE_OPEN'],
    [
      'the money of a dispute that was won is still to come',
      { disputes: [aDispute({ state: 'WON', decidedAt: NOW })] },
      'DISPUTE_OPEN',
    ],
    ['a refund is running', { refunds: [aRefund({ state: 'SENT' })] }, 'REFUND_RUNNING'],
    ['nobody knows what became of a refund', { refunds: [aRefund({ state: 'UNKNOWN' })] }, 'REFUND_RUNNING'],
    [
      'money of a paid attempt is still to come',
      { attempts: [anAttempt({ state: 'SUCCEEDED' })] },
      'ATTEMPT_LIVE',
    ],
    ['another step is open', { runs: runsAt('CONFIRM_AMOUNT') }, 'STEP_NOT_OPEN'],
    ['the case is closed', { state: 'CLOSED', runs: [] }, 'CASE_NOT_OPEN'],
  ])('is refused while %s', (_while, deviation, code) => {
    expect(refusalOf(close(ready(deviation)))).toBe(code);
  });

  it.each<[AttemptState, string | null]>([
    ['CREATED', 'ATTEMPT_LIVE'],
    ['REQUIRES_ACTION', 'ATTEMPT_LIVE'],
    ['PROCESSING', 'ATTEMPT_LIVE'],
    ['UNKNOWN', 'ATTEMPT_LIVE'],
    ['AUTHORIZED', 'ATTEMPT_LIVE'],
    ['DECLINED', null],
    ['CANCELED', null],
  ])('with an attempt that is %s: %s', (state, code) => {
    expect(refusalOf(close(ready({ attempts: [anAttempt({ state })] })))).toBe(code);
  });

  it('minds neither finished refunds nor decided disputes', () => {
    const refunds = (['SUCCEEDED', 'FAILED', 'REFUSED'] as const).map((state) =>
      aRefund({ id: state, amount: eur(1), state, requestedBy: SYSTEM }),
    );
    const disputes = [aDispute({ state: 'WON', reinstatedAt: NOW })];
    expect(refusalOf(close(ready({ refunds, disputes })))).toBeNull();
  });

  it('says how much is open', () => {
    const part = {
      payments: [aPayment()],
      allocations: [anAllocation(eur(9_000), { id: 'a', paymentId: 'payment' })],
    };
    expect(close(ready(part))).toMatchObject({ refusal: { detail: '29.00 EUR' } });
  });

  it.each([
    ['a clerk', as(CLERK)],
    ['a key', PARTNER],
    ['a customer', CUSTOMER],
    ['the machine', SYSTEM],
  ])('is refused to %s', (_whom, actor) => {
    expect(refusalOf(close(ready(), actor))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe("the business's own checklist of step 10", () => {
  const definition = withItems({
    CLOSE_PAYMENT_TASK: [anItem('policy'), anItem('minutes', { required: false, evidence: 'FILE' })],
  });
  const yes = { key: 'policy', passed: true, note: 'wie besprochen' };

  it('is answered with the sign-off, and recorded with it', () => {
    const outcome = close(ready({ definition }), as(LEAD), { answers: [yes] });
    expect(changesOf(outcome, 'record-check')).toMatchObject([
      {
        item: {
          step: at,
          run: 1,
          key: 'policy',
          state: 'PASSED',
          source: 'PERSON',
          detail: 'wie besprochen',
        },
      },
    ]);
    expect(eventsOf(outcome)).toEqual(['check.recorded', 'step.done', 'case.closed']);
  });

  it('refuses the sign-off while a required item is unanswered or answered with no', () => {
    const refusal = { code: 'CHECK_NOT_PASSED', step: at, detail: 'policy' };
    expect(close(ready({ definition }))).toEqual({ ok: false, refusal });
    const no = { answers: [{ ...yes, passed: false }] };
    expect(close(ready({ definition }), as(LEAD), no)).toEqual({ ok: false, refusal });
  });

  it('comes after the question who may close', () => {
    expect(refusalOf(close(ready({ definition }), as(CLERK), { answers: [yes] }))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('who may close (rule 7)', () => {
  it.each(['CREATE_PAYMENT_TASK', 'CONFIRM_AMOUNT', 'RECORD_PAYMENT'] as const)(
    'not who did %s by hand, but somebody else',
    (step) => {
      expect(close(ready({ runs: doneBy(step) }))).toEqual({
        ok: false,
        refusal: { code: 'HANDLED_THE_MONEY', step: at, detail: step, unblockedBy: OWNER.name },
      });
      expect(refusalOf(close(ready({ runs: doneBy(step) }), as(OWNER)))).toBeNull();
    },
  );

  it.each(
    STEPS.filter((step) => !['CREATE_PAYMENT_TASK', 'CONFIRM_AMOUNT', 'RECORD_PAYMENT', at].includes(step)),
  )('who did %s by hand may', (step) => {
    expect(refusalOf(close(ready({ runs: doneBy(step) })))).toBeNull();
  });

  it('counts older runs too', () => {
    const runs = [
      ...runsAt(at),
      aRun('CONFIRM_AMOUNT', { run: 2, state: 'DONE', doneAt: NOW, doneBy: as(LEAD) }),
    ];
    expect(refusalOf(close(ready({ runs })))).toBe('HANDLED_THE_MONEY');
  });

  it('not who vouched for a receipt', () => {
    const receipt = { ...fullyPaid(aReceipt(LEAD)), runs: runsAt(at) };
    expect(close(ready(receipt))).toMatchObject({ refusal: { detail: 'REGISTER_RECEIPT' } });
  });

  it('not who asked for a write-off, whatever became of it', () => {
    const approvals = [anApproval({ state: 'REFUSED', askedBy: LEAD.id })];
    expect(close(ready({ approvals }))).toMatchObject({ refusal: { detail: 'WRITE_OFF_REST' } });
  });

  it('owners are not exempt', () => {
    expect(refusalOf(close(ready({ runs: doneBy('CONFIRM_AMOUNT', OWNER) }), as(OWNER)))).toBe(
      'HANDLED_THE_MONEY',
    );
  });

  it('unknown counts as the same person', () => {
    const runs = runsAt(at).map((run) => (run.step === 'RECORD_PAYMENT' ? { ...run, doneBy: null } : run));
    expect(refusalOf(close(ready({ runs })))).toBe('ALL_LEADS_HANDLED_THE_MONEY');
    const vouched = { ...fullyPaid(aReceipt(CLERK, { vouchedBy: null })), runs: runsAt(at) };
    expect(refusalOf(close(ready(vouched)))).toBe('ALL_LEADS_HANDLED_THE_MONEY');
  });

  it('says how to go on when everybody who may has handled the money', () => {
    const runs = doneBy('CONFIRM_AMOUNT', OWNER).map((run) =>
      run.step === 'RECORD_PAYMENT' ? { ...run, doneBy: as(LEAD) } : run,
    );
    const refusal = { code: 'ALL_LEADS_HANDLED_THE_MONEY', step: at, unblockedBy: OWNER.name };
    for (const member of [OWNER, LEAD, CLERK, ADVISER])
      expect(close(ready({ runs }), as(member))).toEqual({ ok: false, refusal });
    expect(refusalOf(close(ready({ runs }), PARTNER))).toBe('ROLE_NOT_ALLOWED');
  });

  it('offers single control as well where there is only one lead', () => {
    const organization = anOrganization({ members: [OWNER, CLERK] });
    const state = ready({ runs: doneBy('CONFIRM_AMOUNT', OWNER), organization });
    const refusal = { code: 'ONLY_LEAD_HANDLED_THE_MONEY', step: at, unblockedBy: OWNER.name };
    expect(close(state, as(OWNER))).toEqual({ ok: false, refusal });
    const inBoth = (['de', 'en'] as const).map((language) => refusalText(refusal as Refusal, language));
    expect(inBoth).toEqual([
      expect.stringMatching(/Olga Eigen kann .* Einzelkontrolle/),
      expect.stringMatching(/Olga Eigen can .* single control/),
    ]);
  });
});

describe('single control', () => {
  const alone = {
    runs: doneBy('CONFIRM_AMOUNT', OWNER),
    organization: anOrganization({ members: [OWNER, CLERK], singleControl: true }),
  };

  it('lets the one lead close what the lead has handled, and marks it', () => {
    expect(changesOf(close(ready(alone), as(OWNER)), 'close')).toEqual([
      { type: 'close', singleControl: true },
    ]);
    expect(eventsOf(close(ready(alone), as(OWNER)))).toContain('case.closed');
  });

  it('works only while exactly one member may close', () => {
    const two = { ...alone, organization: anOrganization({ members: [OWNER, LEAD], singleControl: true }) };
    expect(refusalOf(close(ready(two), as(OWNER)))).toBe('HANDLED_THE_MONEY');
  });

  it('is the setting of the owner: one lead alone is not enough', () => {
    const unset = { ...alone, organization: anOrganization({ members: [OWNER, CLERK] }) };
    expect(refusalOf(close(ready(unset), as(OWNER)))).toBe('ONLY_LEAD_HANDLED_THE_MONEY');
  });

  it('opens nothing to a clerk', () => {
    expect(close(ready(alone), as(CLERK))).toMatchObject({
      refusal: { code: 'ROLE_NOT_ALLOWED', unblockedBy: OWNER.name },
    });
  });
});

describe('rejectPaymentTask (rule 6)', () => {
  const reject = (
    state: PaymentCase,
    backTo: (typeof STEPS)[number],
    reason = 'Beleg fehlt',
    actor = as(LEAD),
  ) => rejectPaymentTask(state, { backTo, reason }, anEnv({ actor }));

  it.each(REJECTION_TARGETS)('to %s opens a new run of it and plans those that follow', (target) => {
    const steps = stepsOf(reject(ready(), target));
    const following = STEPS.slice(STEPS.indexOf(target) + 1).filter(
      (step) => step !== 'UPDATE_PAYMENT_METHOD',
    );
    expect(steps).toEqual([
      'SKIPPED CLOSE_PAYMENT_TASK 1',
      `OPEN ${target} 2`,
      ...following.map((step) => `PENDING ${step} 2`),
    ]);
  });

  it.each(STEPS.filter((step) => !(REJECTION_TARGETS as readonly string[]).includes(step)))(
    'never goes back to %s',
    (step) => {
      expect(refusalOf(reject(ready(), step))).toBe('NOT_A_REJECTION_TARGET');
    },
  );

  it('leaves the reason at the step and on a task', () => {
    const outcome = reject(ready(), 'CONFIRM_AMOUNT');
    expect(changesOf(outcome, 'stop-step')).toMatchObject([
      { step: 'CONFIRM_AMOUNT', run: 2, code: 'REJECTED', detail: 'Beleg fehlt' },
    ]);
    expect(changesOf(outcome, 'create-task')).toMatchObject([
      { reason: 'REJECTED', detail: 'Beleg fehlt', priority: 'HIGH' },
    ]);
    expect(eventsOf(outcome)).toContain('case.rejected');
  });

  it('undoes no effect', () => {
    const kinds = new Set(['finish-step', 'open-step', 'plan-step', 'stop-step', 'create-task']);
    const outcome = reject(ready(), 'VERIFY_CUSTOMER_DATA');
    expect(outcome.ok && outcome.changes.every(({ type }) => kinds.has(type))).toBe(true);
  });

  it('wants a reason, a lead, and one who handled none of the money', () => {
    expect(refusalOf(reject(ready(), 'CONFIRM_AMOUNT', ' '))).toBe('REASON_REQUIRED');
    expect(refusalOf(reject(ready(), 'CONFIRM_AMOUNT', 'x', as(CLERK)))).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(reject(ready({ runs: doneBy('CONFIRM_AMOUNT') }), 'CONFIRM_AMOUNT'))).toBe(
      'HANDLED_THE_MONEY',
    );
    expect(refusalOf(reject(aPaymentCase(), 'CONFIRM_AMOUNT'))).toBe('STEP_NOT_OPEN');
  });
});

describe('the pre-check', () => {
  it('is green for a case that is in order', () => {
    expect(preCheck(ready()).map(({ key, state }) => [key, state])).toEqual([
      ['AMOUNT_SETTLED', 'PASSED'],
      ['INVOICE', 'PASSED'],
      ['RECEIPT', 'PASSED'],
      ['CUSTOMER_CONFIRMED', 'PASSED'],
      ['CUSTOMER_TOLD', 'PASSED'],
      ['NOTHING_RUNNING', 'PASSED'],
      ['STATUS_PUBLISHED', 'PASSED'],
      ['DIFFERENCES', 'PASSED'],
      ['CHECKLISTS', 'NOT_APPLICABLE'],
    ]);
  });

  it('puts the reds first, each with what is wrong', () => {
    const checks = preCheck(
      ready({
        messages: [{ template: 'receipt', subjectId: 'payment', state: 'BOUNCED' }],
        attempts: [anAttempt({ state: 'PROCESSING' })],
        publishedStatus: 'PROCESSING',
      }),
    );
    expect(checks.slice(0, 3)).toEqual([
      { key: 'CUSTOMER_TOLD', state: 'FAILED', detail: null },
      { key: 'NOTHING_RUNNING', state: 'FAILED', detail: 'ATTEMPT_LIVE' },
      { key: 'STATUS_PUBLISHED', state: 'FAILED', detail: 'PROCESSING' },
    ]);
    expect(checks.slice(3).every(({ state }) => state !== 'FAILED')).toBe(true);
  });

  it("looks at the policy of the business: the version's required items of the steps before", () => {
    const definition = withItems({
      VERIFY_CUSTOMER_DATA: [anItem('passport'), anItem('voice', { required: false })],
      CONFIRM_AMOUNT: [anItem('agreement')],
    });
    const yes = {
      run: 1,
      required: true,
      code: null,
      source: 'PERSON',
      detail: null,
      at: NOW,
      by: as(CLERK),
    };
    const passport = { ...yes, step: 'VERIFY_CUSTOMER_DATA', key: 'passport', state: 'PASSED' } as const;
    const agreement = { ...yes, step: 'CONFIRM_AMOUNT', key: 'agreement', state: 'PASSED' } as const;
    const look = (checkItems: PaymentCase['checkItems']) =>
      preCheck(ready({ definition, checkItems })).find(({ key }) => key === 'CHECKLISTS');
    expect(look([passport])).toMatchObject({ state: 'FAILED', detail: 'agreement' });
    expect(look([passport, agreement])).toMatchObject({ state: 'PASSED', detail: null });
  });

  it('names differences that nobody has settled', () => {
    const raised = {
      id: 'd',
      step: 'CONFIRM_AMOUNT',
      run: 1,
      key: 'holder',
      expected: 'A',
      found: 'B',
    } as const;
    const discrepancies = [{ ...raised, state: 'OPEN', resolution: null } as const];
    expect(preCheck(ready({ discrepancies }))[0]).toEqual({
      ...{ key: 'DIFFERENCES', state: 'FAILED', detail: 'holder' },
    });
  });

  it('asks for no invoice of ours where it is written elsewhere', () => {
    const external = ready({ invoicing: 'EXTERNAL', externalInvoiceNumber: '2026/77', invoices: [] });
    expect(preCheck(external).find(({ key }) => key === 'INVOICE')).toMatchObject({
      state: 'NOT_APPLICABLE',
      detail: '2026/77',
    });
  });
});

describe('step 10 by the machine', () => {
  it('never happens', () => {
    expect(stopOf(runToRest(worldOf(ready())))).toBe('POLICY_MANUAL');
  });
});
