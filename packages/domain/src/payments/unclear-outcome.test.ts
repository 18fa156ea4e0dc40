import { describe, expect, it } from 'vitest';
import { anAttempt, aPayment, aPaymentCase, aRefund, eur, NOW } from '../../test/a-payment-case.ts';
import { aReport } from '../../test/reports.ts';
import { run, type World, worldOf } from '../../test/simulate.ts';
import { SYSTEM } from '../workflow/actor.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import type { RefundReport } from './apply-refund.ts';

const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

const charged = (minutes: number, rest: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    at: 'CONFIRM_AMOUNT',
    attempts: [anAttempt({ state: 'UNKNOWN', createdAt: ago(minutes) })],
    ...rest,
  });

const nothing = (state: PaymentCase) => aReport(state.attempts[0] ?? anAttempt(), 'UNKNOWN');
const openReasons = ({ state }: World) =>
  state.tasks.filter((one) => one.state !== 'DONE').map(({ reason }) => reason);

describe('money of which nobody knows what became', () => {
  it('calls nobody in the first hour, and then somebody once', () => {
    const early = charged(30);
    expect(openReasons(run(worldOf(early), SYSTEM, 'applyAttempt', nothing(early)))).toEqual([]);
    const late = charged(61);
    const told = run(worldOf(late), SYSTEM, 'applyAttempt', nothing(late));
    expect(openReasons(told)).toEqual(['OUTCOME_UNKNOWN']);
    expect(openReasons(run(told, SYSTEM, 'applyAttempt', nothing(late)))).toEqual(['OUTCOME_UNKNOWN']);
  });

  it('ends the task when the provider has said it, whatever it was', () => {
    for (const word of ['SUCCEEDED', 'DECLINED', 'CANCELED'] as const) {
      const late = charged(90);
      const told = run(worldOf(late), SYSTEM, 'applyAttempt', nothing(late));
      const known = run(told, SYSTEM, 'applyAttempt', aReport(late.attempts[0] ?? anAttempt(), word));
      expect(openReasons(known)).not.toContain('OUTCOME_UNKNOWN');
    }
  });

  it('is the same for a refund, and goes on while something else is unclear', () => {
    const payment = aPayment({ source: 'PROVIDER', amount: eur(11_900) });
    const refund = aRefund({ state: 'UNKNOWN', paymentId: payment.id, requestedAt: ago(61) });
    const state = charged(90, { payments: [payment], refunds: [refund] });
    const report: RefundReport = {
      ...{ refundId: refund.id, paymentId: payment.id, amount: refund.amount, failure: null },
      ...{ state: 'UNKNOWN', providerRef: null },
    };
    const told = run(worldOf(state), SYSTEM, 'applyRefund', report);
    expect(openReasons(told)).toEqual(['OUTCOME_UNKNOWN']);
    const sent = run(told, SYSTEM, 'applyRefund', { ...report, state: 'SENT', providerRef: 're_1' });
    expect(openReasons(sent)).toEqual(['OUTCOME_UNKNOWN']);
    const canceled = aReport(state.attempts[0] ?? anAttempt(), 'CANCELED');
    expect(openReasons(run(sent, SYSTEM, 'applyAttempt', canceled))).toEqual([]);
  });
});
