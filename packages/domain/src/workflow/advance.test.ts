import { describe, expect, it } from 'vitest';
import {
  aDefinition,
  anEnv,
  aPayment,
  aPaymentCase,
  aReceipt,
  aRun,
  CLERK,
  eur,
  fullyPaid,
  runsAt,
} from '../../test/a-payment-case.ts';
import { changesOf, decisionOf } from '../../test/outcome.ts';
import { run, runToRest, stepOf, stopOf, worldOf } from '../../test/simulate.ts';
import { SYSTEM } from './actor.ts';
import { advance, assessOpenStep } from './advance.ts';
import { STEPS } from './step.ts';

const turn = (state: ReturnType<typeof aPaymentCase>) => advance(state, anEnv({ actor: SYSTEM }));

describe("the machine's turn", () => {
  it('ends a clean step', () => {
    expect(changesOf(turn(aPaymentCase({ at: 'SAVE_CUSTOMER_RECORD' })), 'finish-step')).toHaveLength(1);
  });

  it('decides nothing while it waits, and nothing on a case that is over', () => {
    for (const state of [
      aPaymentCase({ at: 'CONFIRM_AMOUNT' }),
      aPaymentCase({ state: 'CLOSED' }),
      aPaymentCase({ runs: [] }),
    ])
      expect(decisionOf(turn(state))).toMatchObject({ changes: [], events: [] });
    expect(assessOpenStep(aPaymentCase({ state: 'CANCELED' }))).toBeNull();
  });

  it('notes why it stops, tells it, and raises an exception task', () => {
    const outcome = turn(aPaymentCase({ at: 'CONFIRM_AMOUNT', payments: [aReceipt(CLERK)] }));
    expect(changesOf(outcome, 'stop-step')).toMatchObject([
      { step: 'CONFIRM_AMOUNT', run: 1, code: 'MANUAL_EVIDENCE' },
    ]);
    expect(changesOf(outcome, 'create-task')).toMatchObject([
      { kind: 'EXCEPTION', reason: 'MANUAL_EVIDENCE' },
    ]);
    expect(decisionOf(outcome).events).toEqual([
      { type: 'step.stopped', data: { step: 'CONFIRM_AMOUNT', run: 1, code: 'MANUAL_EVIDENCE' } },
    ]);
  });

  it('stops once per reason', () => {
    const stop = { code: 'MANUAL_EVIDENCE', detail: null };
    const state = aPaymentCase({ runs: runsAt('CONFIRM_AMOUNT', { stop }), payments: [aReceipt(CLERK)] });
    expect(decisionOf(turn(state)).changes).toEqual([]);
  });

  it('changes the reason with the situation, and clears the task of the old one', () => {
    const first = runToRest(
      worldOf(aPaymentCase({ at: 'CONFIRM_AMOUNT', payments: [aPayment({ amount: eur(100) })] })),
    );
    expect(stopOf(first)).toBe('AMOUNT_DIFFERS');
    const payments = [...first.state.payments, aPayment({ id: 'other' })];
    const second = runToRest({ ...first, state: { ...first.state, payments } });
    expect(stopOf(second)).toBe('SEVERAL_CANDIDATES');
    expect(second.state.tasks.map(({ reason, state }) => [reason, state])).toEqual([
      ['AMOUNT_DIFFERS', 'DONE'],
      ['SEVERAL_CANDIDATES', 'OPEN'],
    ]);
  });

  it('goes on when what stopped it has gone', () => {
    const stopped = runToRest(
      worldOf(aPaymentCase({ at: 'CONFIRM_AMOUNT', payments: [aPayment({ payer: 'Fremd' })] })),
    );
    expect(stopOf(stopped)).toBe('PAYER_DIFFERS');
    const known = { ...stopped.state, payments: [aPayment()] };
    expect(stepOf(runToRest({ ...stopped, state: known }))).toBe('CLOSE_PAYMENT_TASK');
  });

  it('leaves what was sent back to a person', () => {
    const stop = { code: 'REJECTED', detail: 'Beleg fehlt' };
    const runs = [
      ...runsAt('CLOSE_PAYMENT_TASK').filter(({ state }) => state === 'DONE'),
      aRun('NOTIFY_CUSTOMER', { run: 2, origin: 'REJECTION', stop }),
    ];
    const state = aPaymentCase({ ...fullyPaid(), runs });
    expect(assessOpenStep(state)).toEqual({ kind: 'STOP', ...stop });
    expect(decisionOf(turn(state)).changes).toEqual([]);
  });
});

describe('the policy of a step', () => {
  it.each(STEPS.filter((step) => step !== 'INITIATE_PAYMENT' && step !== 'CLOSE_PAYMENT_TASK'))(
    'MANUAL leaves %s to a person, without an exception task',
    (step) => {
      const decision = {
        outcome: 'EXACT',
        allocate: '11900',
        writeOff: '0',
        reason: null,
        approvalId: null,
      } as const;
      const runs = runsAt(step, { subject: { paymentId: 'payment', decision } });
      const state = aPaymentCase({
        runs,
        payments: [aPayment()],
        definition: aDefinition({ [step]: 'MANUAL' }),
      });
      const world = runToRest(worldOf(state));
      expect([stepOf(world), stopOf(world)]).toEqual([step, 'POLICY_MANUAL']);
      expect(world.state.tasks).toEqual([]);
      const automatic = run(worldOf({ ...state, definition: aDefinition() }), SYSTEM, 'advance', {});
      expect(stopOf(automatic)).toBeNull();
    },
  );
});
