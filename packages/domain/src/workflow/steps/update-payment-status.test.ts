import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anAttempt,
  anEnv,
  aPaymentCase,
  as,
  CLERK,
  fullyPaid,
  runsAt,
} from '../../../test/a-payment-case.ts';
import { decisionOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { SYSTEM } from '../actor.ts';
import type { PaymentCase } from '../payment-case.ts';
import { assess, updatePaymentStatus } from './update-payment-status.ts';

const at = 'UPDATE_PAYMENT_STATUS' as const;
const update = (state: PaymentCase, actor = as(CLERK)) => updatePaymentStatus(state, anEnv({ actor }));
const underway = [anAttempt({ id: 'second', state: 'PROCESSING' })];

describe('updatePaymentStatus', () => {
  it('publishes what the evidence says and goes on to step 9 with the same payment', () => {
    const subject = { paymentId: 'payment', decision: null };
    const outcome = update(aPaymentCase({ ...fullyPaid(), runs: runsAt(at, { subject }) }));
    expect(decisionOf(outcome).changes).toMatchObject([
      { type: 'publish-status', status: 'SETTLED' },
      { type: 'finish-step', step: at },
      { type: 'open-step', step: 'NOTIFY_CUSTOMER', subject },
    ]);
  });

  it('derives the status again at any other step and moves nothing', () => {
    const outcome = update(aPaymentCase({ at: 'CONFIRM_AMOUNT', attempts: underway }));
    expect(decisionOf(outcome).changes).toEqual([{ type: 'publish-status', status: 'PROCESSING' }]);
  });

  it('does not end the step while the provider has not decided', () => {
    const state = aPaymentCase({ at, ...fullyPaid(), attempts: underway });
    expect(stepsOf(update(state))).toEqual([]);
    expect(refusalOf(update(state, SYSTEM))).toBe('STATUS_NOT_FINAL');
    expect(assess(state)).toEqual({ kind: 'WAIT', for: 'PROVIDER' });
  });

  it('is clean once the status is final', () => {
    expect(assess(aPaymentCase({ at, ...fullyPaid() }))).toEqual({ kind: 'CLEAN' });
  });

  it('is not for advisers', () => {
    expect(refusalOf(update(aPaymentCase({ at }), as(ADVISER)))).toBe('ROLE_NOT_ALLOWED');
  });
});
