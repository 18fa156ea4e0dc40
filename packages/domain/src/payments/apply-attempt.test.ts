import { describe, expect, it } from 'vitest';
import { anAttempt, anEnv, aPayment, aPaymentCase, eur, NOW } from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf, refusalOf, stepsOf } from '../../test/outcome.ts';
import { aReport } from '../../test/reports.ts';
import { run, worldOf } from '../../test/simulate.ts';
import { isBalanced } from '../ledger/journal.ts';
import { money } from '../money/money.ts';
import { SYSTEM } from '../workflow/actor.ts';
import {
  ATTEMPT_STATES,
  type Attempt,
  type AttemptState,
  type PaymentCase,
} from '../workflow/payment-case.ts';
import { applyAttempt, contradicts, isToldAgain, type ProviderReport } from './apply-attempt.ts';
import { mayMove } from './attempt-edges.ts';

const withAttempt = (deviation: Partial<Attempt> = {}, rest: Partial<PaymentCase> = {}) =>
  aPaymentCase({ at: 'CONFIRM_AMOUNT', attempts: [anAttempt(deviation)], ...rest });

const apply = (state: PaymentCase, to: AttemptState, deviation: Partial<ProviderReport> = {}) =>
  applyAttempt(state, aReport(state.attempts[0] ?? anAttempt(), to, deviation), anEnv({ actor: SYSTEM }));

const patchOf = (...given: Parameters<typeof apply>) =>
  changesOf(apply(...given), 'update-attempt')[0]?.patch;

describe('applyAttempt', () => {
  it.each(ATTEMPT_STATES.flatMap((from) => ATTEMPT_STATES.map((to) => [from, to] as const)))(
    'moves %s to %s only along an edge',
    (from, to) => {
      expect(patchOf(withAttempt({ state: from }), to)?.state).toBe(mayMove(from, to) ? to : undefined);
    },
  );

  it.each(ATTEMPT_STATES)('decides nothing the second time the provider reports %s', (to) => {
    const report = aReport(anAttempt(), to);
    const once = run(worldOf(withAttempt()), SYSTEM, 'applyAttempt', report);
    expect(applyAttempt(once.state, report, anEnv({ actor: SYSTEM }))).toEqual({
      ok: true,
      changes: [],
      events: [],
    });
  });

  it('keeps the evidence of each phase with its time', () => {
    expect(patchOf(withAttempt(), 'AUTHORIZED')).toMatchObject({
      initiation: { at: NOW, evidence: 'stripe:card' },
      verification: { at: NOW, evidence: 'card:checks=ok,3ds=authenticated' },
      verificationFailed: false,
      approval: { at: NOW, evidence: 'network:approved_by_network' },
    });
  });

  it('tells new evidence even where the state stays the same', () => {
    const outcome = apply(
      withAttempt({ state: 'REQUIRES_ACTION', providerRef: 'pi_attempt' }),
      'REQUIRES_ACTION',
    );
    expect(decisionOf(outcome).events).toEqual([
      {
        type: 'attempt.changed',
        data: { attemptId: 'attempt', from: 'REQUIRES_ACTION', to: 'REQUIRES_ACTION' },
      },
    ]);
  });

  it('believes a verification that turns, either way', () => {
    const failed = { at: NOW, evidence: 'card:checks=fail' };
    const turned = withAttempt({ state: 'REQUIRES_ACTION', verification: failed, verificationFailed: true });
    expect(patchOf(turned, 'AUTHORIZED')?.verificationFailed).toBe(false);
    const verification = { passed: false, evidence: 'card:checks=fail' };
    expect(patchOf(withAttempt(), 'AUTHORIZED', { verification })?.verificationFailed).toBe(true);
  });

  it('does not let a verification turn once the money of the charge is booked', () => {
    const proved = { at: NOW, evidence: 'card:checks=ok,3ds=authenticated' };
    const booked = withAttempt(
      { state: 'SUCCEEDED', verification: proved },
      { payments: [aPayment({ attemptId: 'attempt' })] },
    );
    const verification = { passed: false, evidence: 'card:checks=fail' };
    expect(patchOf(booked, 'SUCCEEDED', { verification })?.verification).toBeUndefined();
  });

  it('takes the evidence of the newest try: another card, confirmed by its holder', () => {
    const first = { at: NOW, evidence: 'card:checks=ok,3ds=not_required' };
    const declined = withAttempt({ state: 'DECLINED', verification: first });
    expect(patchOf(declined, 'AUTHORIZED')?.verification?.evidence).toBe('card:checks=ok,3ds=authenticated');
  });

  it('knows nothing of an attempt of another case', () => {
    expect(decisionOf(apply(aPaymentCase(), 'SUCCEEDED'))).toMatchObject({ changes: [], events: [] });
  });
});

describe('a declined attempt', () => {
  it('is told with its reason, to the customer too, and does not move the work track (rule 5)', () => {
    const outcome = apply(withAttempt(), 'DECLINED');
    expect(patchOf(withAttempt(), 'DECLINED')?.failure?.code).toBe('insufficient_funds');
    expect(eventsOf(outcome)).toEqual(['attempt.changed', 'attempt.failed']);
    const [failed] = changesOf(outcome, 'record-failed-try');
    expect(failed).toMatchObject({ attemptId: 'attempt', failure: { code: 'insufficient_funds' } });
    expect(changesOf(outcome, 'queue-message')).toMatchObject([
      { template: 'payment-failed', subjectId: failed?.id },
    ]);
    expect(stepsOf(outcome)).toEqual([]);
  });

  it('at a reader is told to nobody by mail: the customer stands before it', () => {
    const outcome = apply(withAttempt({ via: 'READER', readerId: 'counter' }), 'DECLINED');
    expect(eventsOf(outcome)).toEqual(['attempt.changed', 'attempt.failed']);
    expect(changesOf(outcome, 'queue-message')).toEqual([]);
  });

  it('that is declined again for another reason is told again', () => {
    const before = withAttempt({
      state: 'DECLINED',
      failure: { code: 'expired_card', message: null, ref: 'ch_first' },
    });
    expect(eventsOf(apply(before, 'DECLINED'))).toContain('attempt.failed');
    expect(patchOf(before, 'DECLINED')?.failure?.code).toBe('insufficient_funds');
  });

  const insufficient = (ref: string | null) => ({ code: 'insufficient_funds', message: null, ref });

  it.each<[string, string | null, string | null, boolean]>([
    ['another card fails for the same reason', 'ch_first', 'ch_second', true],
    ['the provider tells of the same try again', 'ch_first', 'ch_first', false],
    ['the provider has no name for the try', 'ch_first', null, false],
    ['the try of before was recorded without its name', null, 'ch_first', false],
  ])('when %s', (_when, before, now, isTold) => {
    const state = withAttempt({ state: 'DECLINED', failure: insufficient(before) });
    const outcome = apply(state, 'DECLINED', { failure: insufficient(now) });
    expect(eventsOf(outcome).includes('attempt.failed')).toBe(isTold);
    expect(changesOf(outcome, 'queue-message')).toHaveLength(isTold ? 1 : 0);
    expect(changesOf(outcome, 'record-failed-try')).toHaveLength(isTold ? 1 : 0);
  });

  it('that goes on forgets the failure', () => {
    const before = withAttempt({
      state: 'DECLINED',
      failure: { code: 'expired_card', message: null, ref: 'ch_first' },
    });
    expect(patchOf(before, 'PROCESSING')?.failure).toBeNull();
  });

  it('stays declined for nobody: a late decline does not undo a success', () => {
    const paid = withAttempt({ state: 'SUCCEEDED' }, { payments: [aPayment({ attemptId: 'attempt' })] });
    expect(patchOf(paid, 'DECLINED')?.state).toBeUndefined();
    expect(eventsOf(apply(paid, 'DECLINED'))).not.toContain('attempt.failed');
  });
});

describe('a settled attempt', () => {
  it('books the money at the provider, on evidence, at once (rule 21)', () => {
    const outcome = apply(withAttempt(), 'SUCCEEDED');
    expect(changesOf(outcome, 'book-payment')).toMatchObject([
      {
        payment: {
          source: 'PROVIDER',
          attemptId: 'attempt',
          sourceRef: 'ch_attempt',
          amount: eur(11_900),
          vouched: false,
          evidence: 'stripe:ch_attempt',
        },
      },
    ]);
    expect(
      changesOf(outcome, 'post').map(({ entry }) => [entry.purpose, entry.source, isBalanced(entry)]),
    ).toEqual([
      ['PAYMENT', `payment:${changesOf(outcome, 'book-payment')[0]?.payment.id}`, true],
      ['FEE', 'fee:txn_attempt', true],
    ]);
    expect(eventsOf(outcome)).toEqual(['attempt.changed', 'payment.received']);
  });

  it('hands the money to step 6', () => {
    expect(changesOf(apply(withAttempt(), 'SUCCEEDED'), 'set-subject')).toHaveLength(1);
  });

  it('posts no fee of nothing', () => {
    const free = aReport(anAttempt(), 'SUCCEEDED').settlement;
    const settlement = free && { ...free, fee: eur(0) };
    expect(changesOf(apply(withAttempt(), 'SUCCEEDED', { settlement }), 'post')).toHaveLength(1);
  });

  it('books the money once, also when it is reported later than the success', () => {
    const early = apply(withAttempt(), 'SUCCEEDED', { settlement: null });
    expect(changesOf(early, 'book-payment')).toEqual([]);
    expect(changesOf(apply(withAttempt({ state: 'SUCCEEDED' }), 'SUCCEEDED'), 'book-payment')).toHaveLength(
      1,
    );
    const booked = withAttempt({ state: 'SUCCEEDED' }, { payments: [aPayment({ attemptId: 'attempt' })] });
    expect(changesOf(apply(booked, 'SUCCEEDED'), 'book-payment')).toEqual([]);
  });

  it('is told again exactly when there would be nothing to decide', () => {
    const first = withAttempt();
    const told = aReport(first.attempts[0] ?? anAttempt(), 'SUCCEEDED');
    const { attempts, payments } = run(worldOf(first), SYSTEM, 'applyAttempt', told).state;
    const known = withAttempt(attempts[0], { payments });
    const cases: readonly ProviderReport[] = [
      told,
      { ...told, approval: 'network:reversed_after_approval' },
      { ...told, providerRef: 'pi_other' },
      { ...told, state: 'CANCELED' },
    ];
    const decided = cases.map((report) => {
      const { changes, events } = decisionOf(applyAttempt(known, report, anEnv({ actor: SYSTEM })));
      return changes.length + events.length > 0;
    });
    expect(cases.map((report) => !isToldAgain(known.attempts[0] ?? anAttempt(), report))).toEqual([
      ...decided.slice(0, 3),
      // Decides nothing either, but is no success: whoever asks leaves that to the rules.
      true,
    ]);
    expect(decided).toEqual([false, true, true, false]);
    expect(isToldAgain(anAttempt(), told)).toBe(false);
  });

  it('never refuses money: not on a canceled attempt, nor on a closed case, where a task says so (rule 14)', () => {
    const late = apply(withAttempt({ state: 'CANCELED' }, { state: 'CLOSED', runs: [] }), 'SUCCEEDED');
    expect(changesOf(late, 'book-payment')).toHaveLength(1);
    expect(changesOf(late, 'create-task')).toMatchObject([{ reason: 'LATE_MONEY' }]);
    expect(stepsOf(late)).toEqual([]);
  });

  it('opens step 6 again on a case at its end', () => {
    const state = aPaymentCase({ at: 'CLOSE_PAYMENT_TASK', attempts: [anAttempt({ state: 'SUCCEEDED' })] });
    expect(stepsOf(apply(state, 'SUCCEEDED'))).toEqual([
      'SKIPPED CLOSE_PAYMENT_TASK 1',
      'OPEN CONFIRM_AMOUNT 2',
    ]);
  });

  it.each([
    ['another amount', eur(11_901)],
    ['another currency', money(11_900n, 'CHF')],
  ])('over %s contradicts the recorded attempt and is not believed', (_what, amount) => {
    const settlement = {
      ...(aReport(anAttempt(), 'SUCCEEDED').settlement as NonNullable<ProviderReport['settlement']>),
      amount,
    };
    const report = aReport(anAttempt(), 'SUCCEEDED', { settlement });
    expect(contradicts(anAttempt(), report)).toBe(true);
    expect(refusalOf(apply(withAttempt(), 'SUCCEEDED', { settlement }))).toBe('AMOUNT_DIFFERS');
  });

  it('contradicts nothing while no money is reported', () => {
    expect(contradicts(anAttempt(), aReport(anAttempt(), 'PROCESSING'))).toBe(false);
  });
});
