import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { as, CLERK, eur, LEAD } from '../../test/a-payment-case.ts';
import { refusalOf } from '../../test/outcome.ts';
import { closedByLead } from '../../test/paid-by-provider.ts';
import { ask, balanceOf, run, runOn, stepOf, type World, waitsFor } from '../../test/simulate.ts';
import { SYSTEM } from '../workflow/actor.ts';
import { amountOpen } from '../workflow/balance.ts';
import { deriveStatus } from '../workflow/money-track.ts';
import type { RefundEffect } from '../workflow/payment-case.ts';
import type { RefundReport } from './apply-refund.ts';

const refunding = (world: World, effect: RefundEffect, minor = 1_900): World => {
  const [payment] = world.state.payments;
  const input = { paymentId: payment?.id ?? '', amount: eur(minor), effect, reason: 'Mangel' };
  const asked = run(world, as(CLERK), 'requestRefund', input);
  return run(asked, SYSTEM, 'sendRefund', { refundId: asked.state.refunds[0]?.id ?? '' });
};

const report = (world: World, state: RefundReport['state']): RefundReport => {
  const [refund] = world.state.refunds;
  if (!refund) throw new Error('No refund');
  const failure = state === 'FAILED' ? { code: 'expired_or_canceled_card', message: null } : null;
  const { paymentId, amount } = refund;
  return { refundId: refund.id, paymentId, providerRef: 're_1', amount, state, failure };
};

const after = (world: World, ...states: readonly RefundReport['state'][]): World =>
  states.reduce((now, state) => runOn(now, SYSTEM, 'applyRefund', report(now, state)), world);

const mails = ({ state }: World) => state.messages.filter(({ template }) => template === 'refund');

describe('a refund that has gone', () => {
  it('lowers the claim by a correction: nothing is open, the case stays closed', () => {
    const world = after(refunding(closedByLead(), 'REDUCE'), 'SUCCEEDED');
    expect(world.state).toMatchObject({ state: 'CLOSED', adjustments: [{ kind: 'CREDIT_NOTE' }] });
    expect(amountOpen(world.state)).toEqual(eur(0));
    expect(world.state.invoices.map(({ kind }) => kind)).toEqual(['INVOICE', 'CORRECTION']);
    expect(balanceOf(world, 'REVENUE_19')).toBe(-(10_000n - 1_597n));
    expect(balanceOf(world, 'VAT_19')).toBe(-(1_900n - 303n));
    expect(balanceOf(world, 'CLEARING')).toBe(11_900n - 200n - 1_900n);
    expect(deriveStatus(world.state)).toBe('PARTIALLY_REFUNDED');
    expect(mails(world)).toHaveLength(1);
  });

  it('opens the claim: a closed case is back at step 6 and waits for money', () => {
    const world = after(refunding(closedByLead(), 'CLAIM_STAYS_OPEN'), 'SUCCEEDED');
    expect(world.state.state).toBe('OPEN');
    expect(stepOf(world)).toBe('CONFIRM_AMOUNT');
    expect(waitsFor(world)).toBe('MONEY');
    expect(balanceOf(world, 'RECEIVABLE')).toBe(1_900n);
    expect(world.log.map(({ type }) => type)).toContain('case.reopened');
  });

  it('of everything leaves a case that is refunded', () => {
    const limitless = closedByLead();
    const [payment] = limitless.state.payments;
    const input = {
      paymentId: payment?.id ?? '',
      amount: eur(11_900),
      effect: 'REDUCE',
      reason: 'x',
    } as const;
    const asked = run(limitless, as(CLERK), 'requestRefund', input);
    const [approval] = asked.state.approvals;
    const decision = { approvalId: approval?.id ?? '', granted: true, reason: null };
    expect(refusalOf(ask(asked, as(CLERK), { name: 'decideApproval', input: decision }).outcome)).toBe(
      'ROLE_NOT_ALLOWED',
    );
    const world = after(run(asked, as(LEAD), 'decideApproval', decision), 'SENT', 'SUCCEEDED');
    expect(deriveStatus(world.state)).toBe('REFUNDED');
    expect(balanceOf(world, 'REVENUE_19')).toBe(0n);
    expect(balanceOf(world, 'VAT_19')).toBe(0n);
    expect(amountOpen(world.state)).toEqual(eur(0));
  });
});

describe('a refund that fails', () => {
  it.each<RefundEffect>(['REDUCE', 'CLAIM_STAYS_OPEN'])(
    'before it has gone changes nothing: %s',
    (effect) => {
      const before = closedByLead();
      const world = after(refunding(before, effect), 'UNKNOWN', 'FAILED');
      expect(world.journal).toEqual(before.journal);
      expect(world.state.allocations).toEqual(before.state.allocations);
      expect(world.state.state).toBe('CLOSED');
      expect(world.state.tasks.map(({ reason }) => reason)).toContain('REFUND_FAILED');
      expect(mails(world)).toEqual([]);
    },
  );

  it('after it had gone comes back as money: step 6 gives it to the claim again', () => {
    const before = closedByLead();
    const world = after(refunding(before, 'CLAIM_STAYS_OPEN'), 'SUCCEEDED', 'FAILED');
    expect(stepOf(world)).toBe('CLOSE_PAYMENT_TASK');
    expect(balanceOf(world, 'RECEIVABLE')).toBe(0n);
    expect(balanceOf(world, 'CLEARING')).toBe(balanceOf(before, 'CLEARING'));
  });

  it('after a correction leaves the claim lowered and the money in the credit', () => {
    const world = after(refunding(closedByLead(), 'REDUCE'), 'SUCCEEDED', 'FAILED');
    expect(balanceOf(world, 'CUSTOMER_CREDIT')).toBe(-1_900n);
    expect(balanceOf(world, 'RECEIVABLE')).toBe(0n);
    expect(world.state.state).toBe('CLOSED');
  });
});

describe('the word of the provider', () => {
  const WORDS = ['SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED'] as const;

  it('leads to the same books and the same claim in whatever order and however often it comes', () => {
    const history = fc.shuffledSubarray([...WORDS, ...WORDS], { minLength: 8 });
    for (const effect of ['REDUCE', 'CLAIM_STAYS_OPEN'] as const) {
      const start = refunding(closedByLead(), effect);
      fc.assert(
        fc.property(history, (words) => {
          const world = after(start, ...words.filter((word) => word !== 'FAILED'));
          expect(world.state.refunds).toMatchObject([{ state: 'SUCCEEDED' }]);
          expect(balanceOf(world, 'CLEARING')).toBe(11_900n - 200n - 1_900n);
          expect(amountOpen(world.state)).toEqual(eur(effect === 'REDUCE' ? 0 : 1_900));
          expect(after(world, 'FAILED', ...words).state.refunds).toMatchObject([{ state: 'FAILED' }]);
        }),
        { numRuns: 20 },
      );
    }
  });

  it('is quarantined when it speaks of another amount', () => {
    const world = refunding(closedByLead(), 'REDUCE');
    const wrong = { ...report(world, 'SUCCEEDED'), amount: eur(2_000) };
    expect(refusalOf(ask(world, SYSTEM, { name: 'applyRefund', input: wrong }).outcome)).toBe(
      'AMOUNT_DIFFERS',
    );
  });

  it('on a second refund under the same number takes that one in as well: its money is gone', () => {
    const first = after(refunding(closedByLead(), 'REDUCE'), 'SUCCEEDED');
    const again = { ...report(first, 'SUCCEEDED'), providerRef: 're_2' };
    const world = runOn(first, SYSTEM, 'applyRefund', again);
    expect(world.state.refunds).toMatchObject([
      { providerRef: 're_1', effect: 'REDUCE' },
      { providerRef: 're_2', effect: 'CLAIM_STAYS_OPEN', state: 'SUCCEEDED' },
    ]);
    expect(world.state.tasks.map(({ reason }) => reason)).toContain('REFUND_AT_PROVIDER');
    expect(balanceOf(world, 'CLEARING')).toBe(11_900n - 200n - 1_900n - 1_900n);
  });

  it('on a refund that nobody here asked for takes it in, once', () => {
    const world = closedByLead();
    const [payment] = world.state.payments;
    const foreign: RefundReport = {
      refundId: null,
      paymentId: payment?.id ?? '',
      providerRef: 're_9',
      amount: eur(500),
      state: 'SUCCEEDED',
      failure: null,
    };
    const taken = runOn(world, SYSTEM, 'applyRefund', foreign);
    expect(taken.state).toMatchObject({ state: 'OPEN', refunds: [{ effect: 'CLAIM_STAYS_OPEN' }] });
    expect(run(taken, SYSTEM, 'applyRefund', foreign)).toBe(taken);
    const over = { ...foreign, providerRef: 're_10', amount: eur(11_500) };
    expect(refusalOf(ask(taken, SYSTEM, { name: 'applyRefund', input: over }).outcome)).toBe(
      'AMOUNT_DIFFERS',
    );
  });
});
