import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anApproval,
  aPayment,
  aPaymentCase,
  aRefund,
  as,
  CLERK,
  eur,
  fullyPaid,
  LEAD,
  OWNER,
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
import { amountOpen } from '../workflow/balance.ts';
import { mayClose } from '../workflow/four-eyes.ts';
import { deriveStatus } from '../workflow/money-track.ts';

const at = 'CONFIRM_AMOUNT' as const;

/** A claim of 119.00 EUR to which the bank's credits were given, the last of them not yet decided. */
const credited = (...cents: readonly number[]): World =>
  cents.reduce(
    (world, one, index) =>
      runOn(world, SYSTEM, 'bookCredit', {
        ...{ transactionId: `movement-${index}`, amount: eur(one), valueOn: '2026-11-20', payer: null },
        ...{ payerIban: null, reference: null, bankReference: null },
      }),
    runToRest(worldOf(aPaymentCase({ at }))),
  );

const paid = (): World =>
  runOn(credited(11_900), as(CLERK), 'confirmAmount', { paymentId: null, resolution: 'EXACT', reason: null });

const unassign = (world: World, actor = as(CLERK), reason = 'Falscher Kunde', paymentId?: string) =>
  ask(world, actor, {
    name: 'unassignPayment',
    input: { paymentId: paymentId ?? world.state.payments[0]?.id ?? '', reason },
  });

const refusalOf = (asked: ReturnType<typeof unassign>) =>
  asked.outcome.ok ? null : asked.outcome.refusal.code;

describe('unassignPayment', () => {
  it('puts a credit that nobody has decided about back into the pool, and waits for the right money', () => {
    const after = runToRest(unassign(credited(9_000)).world);
    expect(after.state.payments).toEqual([]);
    expect(balanceOf(after, 'UNASSIGNED')).toBe(0n);
    expect(balanceOf(after, 'CUSTOMER_CREDIT')).toBe(0n);
    expect([stepOf(after), stopOf(after)]).toEqual([at, null]);
    expect(deriveStatus(after.state)).toBe('REQUESTED');
  });

  it('takes back what it has paid, and reopens a closed case', () => {
    const closed = run(paid(), as(OWNER), 'closePaymentTask', {});
    const { world } = unassign(closed);
    expect(amountOpen(world.state)).toEqual(eur(11_900));
    expect([world.state.state, stepOf(world)]).toEqual(['OPEN', at]);
    expect(balanceOf(world, 'CUSTOMER_CREDIT')).toBe(0n);
    const told = world.log.map(({ type }) => type);
    for (const type of ['allocation.reversed', 'payment.unassigned', 'case.reopened'])
      expect(told).toContain(type);
  });

  it('leaves every other payment where it is', () => {
    const world = credited(4_000, 5_000);
    const after = unassign(world).world;
    expect(after.state.payments).toEqual(world.state.payments.slice(1));
  });

  it('keeps whoever did it from closing, and belongs to the desk', () => {
    expect(mayClose(unassign(paid(), as(LEAD)).world.state)).not.toContainEqual(LEAD);
    for (const actor of [as(ADVISER), SYSTEM])
      expect(refusalOf(unassign(paid(), actor))).toBe('ROLE_NOT_ALLOWED');
  });

  it('wants a reason and a payment that the case has', () => {
    expect(refusalOf(unassign(paid(), as(CLERK), ' '))).toBe('REASON_REQUIRED');
    expect(refusalOf(unassign(paid(), as(CLERK), 'weil', 'of another case'))).toBe('PAYMENT_UNKNOWN');
    const once = unassign(credited(4_000, 5_000));
    const [first] = credited(4_000, 5_000).state.payments;
    expect(refusalOf(unassign(once.world, as(CLERK), 'weil', first?.id))).toBe('PAYMENT_UNKNOWN');
  });

  const bank = { source: 'BANK', bankTransactionId: 'movement' } as const;
  it.each([
    ['money seen by a member', { payments: [aPayment({ source: 'MANUAL' })] }, 'NOT_FROM_POOL'],
    ['money that has gone back', { payments: [aPayment({ ...bank, refunded: eur(1) })] }, 'PAYMENT_REFUNDED'],
    ['money that is going back', { payments: [aPayment(bank)], refunds: [aRefund()] }, 'REFUND_RUNNING'],
    [
      'a case for which a second person was asked',
      { payments: [aPayment(bank)], approvals: [anApproval({ state: 'OPEN' })] },
      'APPROVAL_PENDING',
    ],
  ] as const)('is refused for %s', (_what, deviation, code) => {
    const state = aPaymentCase({ ...fullyPaid(), runs: runsAt('CLOSE_PAYMENT_TASK'), ...deviation });
    expect(refusalOf(unassign(worldOf(state)))).toBe(code);
  });
});
