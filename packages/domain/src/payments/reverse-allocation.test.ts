import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aDispute,
  anApproval,
  aPaymentCase,
  aRefund,
  as,
  CLERK,
  eur,
  fullyPaid,
  LEAD,
  OWNER,
  PARTNER,
  runsAt,
} from '../../test/a-payment-case.ts';
import {
  ask,
  balanceOf,
  run,
  runOn,
  runToRest,
  stepOf,
  stopOf,
  type World,
  worldOf,
} from '../../test/simulate.ts';
import { SYSTEM } from '../workflow/actor.ts';
import { amountOpen, creditOf } from '../workflow/balance.ts';
import { mayClose } from '../workflow/four-eyes.ts';
import { holdingAllocations } from './take-back.ts';

const at = 'CONFIRM_AMOUNT' as const;
const credit = (payment: string, cents: number) =>
  ({
    ...{ transactionId: `movement-${payment}`, amount: eur(cents), valueOn: '2026-11-20', payer: null },
    ...{ payerIban: null, reference: null, bankReference: null },
  }) as const;

/** A claim of 119.00 EUR to which so many parts were given, one by one, by a clerk. */
const paidInParts = (parts: readonly number[]): World =>
  parts.reduce(
    (world, cents, index) => {
      const booked = runOn(world, SYSTEM, 'bookCredit', credit(`${index}`, cents));
      const paymentId = booked.state.payments.at(-1)?.id ?? null;
      const left = amountOpen(booked.state).minor;
      const resolution = BigInt(cents) === left ? 'EXACT' : 'PARTIAL';
      return stepOf(booked) === at
        ? runOn(booked, as(CLERK), 'confirmAmount', { paymentId, resolution, reason: null })
        : booked;
    },
    runToRest(worldOf(aPaymentCase({ at }))),
  );

const reverse = (world: World, allocationId: string, actor = as(CLERK), reason = 'Falscher Vorgang') =>
  ask(world, actor, { name: 'reverseAllocation', input: { allocationId, reason } });

const refusalOf = (asked: ReturnType<typeof reverse>) =>
  asked.outcome.ok ? null : asked.outcome.refusal.code;

const first = ({ state }: World): string => state.allocations[0]?.id ?? '';

describe('reverseAllocation', () => {
  it('opens the claim again by as much, and makes the money the credit of the customer', () => {
    const paid = paidInParts([5_000, 4_000, 2_900]);
    expect(stepOf(paid)).toBe('CLOSE_PAYMENT_TASK');
    const second = paid.state.allocations[1]?.id ?? '';
    const after = reverse(paid, second).world;
    expect(amountOpen(after.state)).toEqual(eur(4_000));
    expect(after.state.payments.map((one) => creditOf(one).minor)).toEqual([0n, 4_000n, 0n]);
    expect(after.journal.at(-1)).toMatchObject({ purpose: 'ALLOCATION' });
    expect(balanceOf(after, 'CUSTOMER_CREDIT')).toBe(-4_000n);
    expect(after.log.map(({ type }) => type)).toContain('allocation.reversed');
  });

  it('goes back to step 6, where the machine leaves the money to a person', () => {
    const after = runToRest(reverse(paidInParts([11_900]), first(paidInParts([11_900]))).world);
    expect(stepOf(after)).toBe(at);
    expect(stopOf(after)).toBe('ALLOCATION_REVERSED');
    const again = runOn(after, as(CLERK), 'confirmAmount', {
      ...{ paymentId: null, resolution: 'EXACT', reason: null },
    });
    expect(stepOf(again)).toBe('CLOSE_PAYMENT_TASK');
    expect(holdingAllocations(again.state)).toHaveLength(1);
  });

  it('reopens a closed case', () => {
    const closed = run(paidInParts([11_900]), as(OWNER), 'closePaymentTask', {});
    expect(closed.state.state).toBe('CLOSED');
    const { world } = reverse(closed, first(closed));
    expect(world.state.state).toBe('OPEN');
    expect(stepOf(world)).toBe(at);
    expect(world.log.map(({ type }) => type)).toContain('case.reopened');
  });

  it('keeps whoever undid it from closing', () => {
    const paid = paidInParts([11_900]);
    const { world } = reverse(paid, first(paid), as(LEAD));
    expect(mayClose(world.state)).not.toContainEqual(LEAD);
  });

  it('belongs to the desk', () => {
    const paid = paidInParts([11_900]);
    for (const actor of [as(OWNER), as(LEAD), as(CLERK)])
      expect(refusalOf(reverse(paid, first(paid), actor))).toBeNull();
    for (const actor of [as(ADVISER), PARTNER, SYSTEM])
      expect(refusalOf(reverse(paid, first(paid), actor))).toBe('ROLE_NOT_ALLOWED');
  });

  it('wants a reason, an allocation of this case, and none that has been undone', () => {
    const paid = paidInParts([5_000, 4_000]);
    expect(refusalOf(reverse(paid, first(paid), as(CLERK), ' '))).toBe('REASON_REQUIRED');
    expect(refusalOf(reverse(paid, 'of another case'))).toBe('ALLOCATION_UNKNOWN');
    const once = reverse(paid, first(paid)).world;
    expect(refusalOf(reverse(once, first(paid)))).toBe('ALLOCATION_REVERSED');
    const counter = once.state.allocations.at(-1)?.id ?? '';
    expect(refusalOf(reverse(once, counter))).toBe('ALLOCATION_REVERSED');
    expect(refusalOf(reverse(worldOf(aPaymentCase({ at })), 'any'))).toBe('NOTHING_ALLOCATED');
  });

  it.each([
    ['a second person has been asked', { approvals: [anApproval({ state: 'OPEN' })] }, 'APPROVAL_PENDING'],
    ['money goes back', { refunds: [aRefund()] }, 'REFUND_RUNNING'],
    ['a bank decides about it', { disputes: [aDispute()] }, 'DISPUTE_OPEN'],
  ] as const)('waits while %s', (_when, deviation, code) => {
    const state = aPaymentCase({ ...fullyPaid(), runs: runsAt('CLOSE_PAYMENT_TASK'), ...deviation });
    expect(refusalOf(reverse(worldOf(state), 'allocation'))).toBe(code);
  });

  it('leaves the other n − 1 as they are, and all that was received where it is', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.nat({ max: 3 }), (cents, die) => {
        const paid = paidInParts(cents);
        const before = holdingAllocations(paid.state);
        const undone = before[die % before.length];
        const { world } = reverse(paid, undone?.id ?? '');
        expect(holdingAllocations(world.state)).toEqual(before.filter((one) => one !== undone));
        const received = cents.reduce((sum, one) => sum + BigInt(one), 0n);
        const allocated = holdingAllocations(world.state).reduce((sum, { amount }) => sum + amount.minor, 0n);
        const lying = world.state.payments.reduce((sum, one) => sum + creditOf(one).minor, 0n);
        expect(allocated + lying).toBe(received);
        expect(-balanceOf(world, 'CUSTOMER_CREDIT')).toBe(lying);
      }),
      { numRuns: 30 },
    );
  });
});
