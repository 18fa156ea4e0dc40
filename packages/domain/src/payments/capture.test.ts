import { describe, expect, it } from 'vitest';
import {
  aCapture,
  aDefinition,
  anAttempt,
  anEnv,
  aPayment,
  aPaymentCase,
  aRun,
  as,
  CLERK,
  CUSTOMER,
  eur,
  fullyPaid,
  LEAD,
  runsAt,
} from '../../test/a-payment-case.ts';
import { decisionOf, refusalOf } from '../../test/outcome.ts';
import { aReport } from '../../test/reports.ts';
import { run, runToRest, stepOf, stopOf, type World, waitsFor, worldOf } from '../../test/simulate.ts';
import { type Actor, SYSTEM } from '../workflow/actor.ts';
import { amountReceived } from '../workflow/balance.ts';
import { cancelPaymentCase, refuseCancel } from '../workflow/cancel-payment-case.ts';
import type { WorkflowDefinition } from '../workflow/definition.ts';
import { handled } from '../workflow/four-eyes.ts';
import { moneyPosition } from '../workflow/money-position.ts';
import { deriveFailure, deriveStatus } from '../workflow/money-track.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { confirmAmount } from '../workflow/steps/confirm-amount.ts';
import { recordPayment } from '../workflow/steps/record-payment.ts';
import { canceledReport } from './apply-attempt.ts';
import { captureModeOf, offeredCapture } from './authorization.ts';
import { startPayment } from './start-payment.ts';
import { warnOfExpiry } from './warn-of-expiry.ts';

const MANUAL: WorkflowDefinition = aDefinition({}, { capture: 'MANUAL' });
const reserved = anAttempt({
  state: 'AUTHORIZED',
  capture: 'MANUAL',
  authorizedUntil: new Date('2026-11-30T10:00:00Z'),
  warnAt: new Date('2026-11-29T10:00:00Z'),
});

const withReserved = (deviation: Parameters<typeof aPaymentCase>[0] = {}): PaymentCase =>
  aPaymentCase({ at: 'CONFIRM_AMOUNT', definition: MANUAL, attempts: [reserved], ...deviation });

const byHand = aDefinition({ CONFIRM_AMOUNT: 'MANUAL' }, { capture: 'MANUAL' });

const confirm = (state: PaymentCase, resolution: 'EXACT' | 'PARTIAL' | 'OVER', actor: Actor = as(CLERK)) =>
  confirmAmount(state, { paymentId: null, resolution, reason: null }, anEnv({ actor }));

/** The clerk has decided to capture; the provider has not answered. */
const capturing = (state: PaymentCase, resolution: 'EXACT' | 'PARTIAL' | 'OVER' = 'EXACT'): World =>
  run(worldOf(state), as(CLERK), 'confirmAmount', { paymentId: null, resolution, reason: null });

const settled = (world: World, minor = 11_900): World => {
  const attempt = world.state.attempts[0] ?? reserved;
  return run(world, SYSTEM, 'applyAttempt', aReport({ ...attempt, amount: eur(minor) }, 'SUCCEEDED'));
};

const tasksOf = ({ state }: World) =>
  state.tasks.filter((task) => task.state !== 'DONE').map(({ reason }) => reason);

describe('which attempts are only reserved first', () => {
  const mode = (
    definition: WorkflowDefinition,
    methodType: 'CARD' | 'SEPA_DEBIT',
    via = 'HOSTED_PAGE' as const,
  ) => captureModeOf(aPaymentCase({ definition }), { methodType, via });

  it('are cards, where the business has chosen so', () => {
    expect(mode(MANUAL, 'CARD')).toBe('MANUAL');
    expect(mode(MANUAL, 'SEPA_DEBIT')).toBe('AUTOMATIC');
    expect(mode(aDefinition(), 'CARD')).toBe('AUTOMATIC');
    const { capture: _, ...older } = aDefinition();
    expect(mode(older, 'CARD')).toBe('AUTOMATIC');
  });

  it('are none at a reader', () => {
    expect(captureModeOf(withReserved(), { methodType: 'CARD', via: 'READER' })).toBe('AUTOMATIC');
  });

  it('keep what they were started with', () => {
    const { changes } = decisionOf(
      startPayment(aPaymentCase({ definition: MANUAL }), { methodType: 'CARD' }, anEnv({ actor: CUSTOMER })),
    );
    expect(changes).toMatchObject([{ type: 'add-attempt', capture: 'MANUAL' }]);
  });
});

describe('a reserved amount', () => {
  it('is approved, and no money', () => {
    const state = withReserved();
    expect(deriveStatus(state)).toBe('APPROVED');
    expect(amountReceived(state)).toEqual(eur(0));
    expect(moneyPosition(state).place).toBe('RESERVED');
    expect(refusalOf(startPayment(state, { methodType: 'CARD' }, anEnv({ actor: CUSTOMER })))).toBe(
      'ATTEMPT_IN_FLIGHT',
    );
  });

  it.each([
    ['what is open', 11_900, 'EXACT', 11_900, 0],
    ['less than is open', 9_000, 'PARTIAL', 9_000, 0],
    ['more than is open', 15_000, 'OVER', 11_900, 3_100],
  ] as const)(
    'of %s is captured within what is reserved and what is open',
    (_what, has, resolution, amount, rest) => {
      const state = withReserved({ attempts: [{ ...reserved, amount: eur(has) }] });
      expect(offeredCapture(state)).toMatchObject({ resolution, amount: eur(amount), released: eur(rest) });
      expect(capturing(state, resolution).state.captures).toMatchObject([
        { amount: eur(amount), state: 'RECORDED', requestedBy: as(CLERK) },
      ]);
      const other = resolution === 'EXACT' ? 'OVER' : 'EXACT';
      expect(refusalOf(confirm(state, other))).toBe('RESOLUTION_NOT_OFFERED');
    },
  );

  it('is captured by the machine when it is exact, and by nobody else', () => {
    const world = runToRest(worldOf(withReserved()));
    expect(world.state.captures).toMatchObject([{ amount: eur(11_900), requestedBy: SYSTEM }]);
    expect(waitsFor(world)).toBe('PROVIDER');
    const less = runToRest(worldOf(withReserved({ attempts: [{ ...reserved, amount: eur(9_000) }] })));
    expect(less.state.captures).toEqual([]);
    expect(stopOf(less)).toBe('AUTHORIZED_AMOUNT_DIFFERS');
    expect(stopOf(runToRest(worldOf(withReserved({ definition: byHand }))))).toBe('POLICY_MANUAL');
    expect(refusalOf(confirm(less.state, 'PARTIAL', SYSTEM))).toBe('ROLE_NOT_ALLOWED');
  });

  it('waits until money that has arrived was looked at', () => {
    expect(offeredCapture(withReserved({ payments: [aPayment()] }))).toBeNull();
  });

  it('on a card in another name is captured only after somebody has accepted that', () => {
    const state = withReserved({ attempts: [{ ...reserved, payer: 'Erika Fremd' }] });
    const world = runToRest(worldOf(state));
    expect(stopOf(world)).toBe('HOLDER_DIFFERS');
    expect(refusalOf(confirm(world.state, 'EXACT'))).toBe('DISCREPANCY_OPEN');
    const [discrepancy] = world.state.discrepancies;
    const accepted = [{ discrepancyId: discrepancy?.id ?? '', reason: 'Ehepaar' }];
    const input = { paymentId: null, resolution: 'EXACT', reason: null, accepted } as const;
    expect(run(world, as(CLERK), 'confirmAmount', input).state.captures).toHaveLength(1);
  });
});

describe('a capture', () => {
  it('is refused twice, and beside anything that would end it', () => {
    const { state } = capturing(withReserved());
    expect(refusalOf(confirm(state, 'EXACT'))).toBe('CAPTURE_RUNNING');
    expect(refuseCancel(state, { actor: as(CLERK) })?.code).toBe('ATTEMPT_IN_FLIGHT');
  });

  it('brings its money to step 7 without anybody confirming it again', () => {
    const world = settled(capturing(withReserved({ definition: byHand })));
    expect(world.state.captures[0]?.state).toBe('SUCCEEDED');
    expect(stepOf(world)).toBe('RECORD_PAYMENT');
    expect(stepOf(runToRest(world))).toBe('CLOSE_PAYMENT_TASK');
  });

  it('of a part leaves the rest open, to be paid anew', () => {
    const state = withReserved({ attempts: [{ ...reserved, amount: eur(9_000) }] });
    const world = runToRest(settled(capturing(state, 'PARTIAL'), 9_000));
    expect(stepOf(world)).toBe('CONFIRM_AMOUNT');
    expect(waitsFor(world)).toBe('MONEY');
    expect(amountReceived(world.state)).toEqual(eur(9_000));
  });

  it('that brings another amount is looked at by a person', () => {
    const world = settled(capturing(withReserved()), 5_000);
    expect(world.state.captures[0]?.state).toBe('SUCCEEDED');
    expect(stopOf(runToRest(world))).toBe('AMOUNT_DIFFERS');
  });

  it('without an answer leaves the status open until the provider has been asked', () => {
    const recorded = capturing(withReserved());
    const [capture] = recorded.state.captures;
    const captureId = capture?.id ?? '';
    const sent = run(recorded, SYSTEM, 'sendCapture', { captureId });
    expect(run(sent, SYSTEM, 'sendCapture', { captureId })).toBe(sent);
    const unclear = run(sent, SYSTEM, 'reportCapture', { captureId, failure: null });
    expect(deriveStatus(unclear.state)).toBe('UNKNOWN');
    expect(deriveStatus(settled(unclear).state)).toBe('SETTLED');
  });

  it('that the provider refuses can be decided anew', () => {
    const recorded = capturing(withReserved());
    const captureId = recorded.state.captures[0]?.id ?? '';
    const failure = { code: 'amount_too_large', message: null };
    const world = runToRest(run(recorded, SYSTEM, 'reportCapture', { captureId, failure }));
    expect(stopOf(world)).toBe('CAPTURE_FAILED');
    expect(tasksOf(world)).toEqual(['CAPTURE_FAILED']);
    expect(decisionOf(confirm(world.state, 'EXACT')).changes).toMatchObject([
      { type: 'set-subject' },
      { type: 'stop-step', code: null },
      { type: 'add-capture' },
      { type: 'request-job', job: 'send-capture' },
    ]);
  });

  it('is the work of whoever has decided it', () => {
    const { state } = settled(capturing(withReserved()));
    expect(handled(state, CLERK.id)).toEqual(['CONFIRM_AMOUNT']);
    expect(handled(state, LEAD.id)).toEqual([]);
    expect(handled(withReserved({ captures: [aCapture({ requestedBy: SYSTEM })] }), CLERK.id)).toEqual([]);
  });
});

describe('giving a reserved amount back', () => {
  const release = (state: PaymentCase, reason = 'storniert') =>
    run(worldOf(state), as(CLERK), 'releaseAuthorization', { reason });

  it('ends the attempt here, and at the provider by a job', () => {
    const lying = [
      { id: 'task', kind: 'EXCEPTION', reason: 'AUTHORIZATION_EXPIRES', state: 'OPEN' } as const,
    ];
    const state = withReserved({
      tasks: lying.map((task) => ({ ...task, assigneeId: null })),
      runs: [
        ...runsAt('RECORD_PAYMENT').slice(0, 5),
        aRun('CONFIRM_AMOUNT', { stop: { code: 'POLICY_MANUAL', detail: null } }),
      ],
    });
    const world = release(state);
    expect(world.state.attempts[0]?.state).toBe('CANCELED');
    expect(tasksOf(world)).toEqual([]);
    expect(stopOf(world)).toBeNull();
    expect(waitsFor(world)).toBe('MONEY');
  });

  it('happens by itself when the case ends, or nothing is open any more', () => {
    const canceled = decisionOf(cancelPaymentCase(withReserved(), { reason: 'weg' }, anEnv()));
    expect(canceled.changes).toContainEqual({
      type: 'request-job',
      job: 'cancel-attempt',
      attemptId: 'attempt',
    });
    const decision = {
      outcome: 'EXACT',
      allocate: '11900',
      writeOff: '0',
      reason: null,
      approvalId: null,
    } as const;
    const paid = withReserved({
      runs: runsAt('RECORD_PAYMENT', { subject: { paymentId: 'payment', decision } }),
      payments: [aPayment()],
    });
    expect(decisionOf(recordPayment(paid, anEnv())).changes).toContainEqual({
      ...{ type: 'update-attempt', id: 'attempt' },
      patch: { state: 'CANCELED', checkAt: null, warnAt: null },
    });
  });

  it('needs something that is reserved, and a reason', () => {
    const ask = (state: PaymentCase, reason: string) => () => release(state, reason);
    expect(ask(aPaymentCase({ at: 'CONFIRM_AMOUNT', ...fullyPaid() }), 'x')).toThrow('NOTHING_AUTHORIZED');
    expect(ask(withReserved(), ' ')).toThrow('REASON_REQUIRED');
    expect(ask(capturing(withReserved()).state, 'x')).toThrow('CAPTURE_RUNNING');
  });
});

describe('the end of a reservation', () => {
  const warned = (state: PaymentCase, at: string) =>
    decisionOf(warnOfExpiry(state, { attemptId: 'attempt' }, anEnv({ actor: SYSTEM, now: new Date(at) })));

  it('is warned of once, a day before', () => {
    expect(warned(withReserved(), '2026-11-29T09:59:00Z').changes).toEqual([]);
    expect(warned(withReserved(), '2026-11-29T10:00:00Z')).toMatchObject({
      changes: [{ patch: { warnAt: null } }, { type: 'create-task', reason: 'AUTHORIZATION_EXPIRES' }],
      events: [{ type: 'authorization.expiring' }],
    });
    const told = withReserved({ attempts: [{ ...reserved, warnAt: null }] });
    expect(warned(told, '2026-11-29T11:00:00Z').changes).toEqual([]);
  });

  it('is looked at again while a capture is under way', () => {
    const { state } = capturing(withReserved());
    expect(warned(state, '2026-11-29T10:00:00Z').changes).toEqual([
      { type: 'update-attempt', id: 'attempt', patch: { warnAt: new Date('2026-11-29T11:00:00Z') } },
    ]);
  });

  it('that comes leaves the case waiting for money, a task, and a customer who knows', () => {
    const failure = { code: 'authorization_expired', message: null, ref: 'ch_1' };
    const world = runToRest(
      run(worldOf(withReserved({ definition: byHand })), SYSTEM, 'applyAttempt', {
        ...canceledReport('attempt'),
        failure,
      }),
    );
    expect(tasksOf(world)).toEqual(['AUTHORIZATION_ENDED']);
    expect(waitsFor(world)).toBe('MONEY');
    expect(stopOf(world)).toBeNull();
    expect(deriveFailure(world.state)).toMatchObject({ code: 'authorization_expired' });
    expect(world.state.messages).toMatchObject([{ template: 'payment-failed' }]);
  });

  it('takes a capture that was too late with it', () => {
    const world = run(capturing(withReserved()), SYSTEM, 'applyAttempt', {
      ...canceledReport('attempt'),
      failure: { code: 'authorization_expired', message: null, ref: 'ch_1' },
    });
    expect(world.state.captures).toMatchObject([
      { state: 'FAILED', failure: { code: 'authorization_expired' } },
    ]);
    expect(waitsFor(world)).toBe('MONEY');
  });
});
