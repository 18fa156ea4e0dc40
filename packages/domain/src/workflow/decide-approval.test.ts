import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anOrganization,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  eur,
  LEAD,
  OWNER,
  PARTNER,
} from '../../test/a-payment-case.ts';
import { refusalOf } from '../../test/outcome.ts';
import { ask, run, runOn, runToRest, stepOf, type World, worldOf } from '../../test/simulate.ts';
import type { Actor } from './actor.ts';
import { SYSTEM } from './actor.ts';
import { amountOpen } from './balance.ts';

/** 90.00 of 119.00 EUR have come and the write-off of the rest has been asked for. */
const asked = (asker: Actor = as(CLERK), members = [OWNER, LEAD, CLERK, ADVISER]): World =>
  run(
    worldOf(
      aPaymentCase({
        at: 'CONFIRM_AMOUNT',
        payments: [aPayment({ amount: eur(9_000) })],
        organization: anOrganization({ members }),
      }),
    ),
    asker,
    'confirmAmount',
    { paymentId: 'payment', resolution: 'WRITE_OFF', reason: 'Kulanz' },
  );

const approvalOf = ({ state }: World) => state.approvals[0]?.id ?? '';

const decide = (world: World, actor: Actor, granted = true, reason: string | null = null) =>
  ask(world, actor, { name: 'decideApproval', input: { approvalId: approvalOf(world), granted, reason } });

const laterMoney = (world: World) =>
  run(world, as(CLERK), 'registerReceipt', {
    amount: eur(2_900),
    valueOn: '2026-11-23',
    kind: 'BANK_TRANSFER',
    reference: 'Kontoauszug',
    documentId: null,
  });

describe('decideApproval', () => {
  it('granted, goes on with exactly what was agreed to', () => {
    const world = runToRest(decide(asked(), as(LEAD)).world);
    expect(stepOf(world)).toBe('CLOSE_PAYMENT_TASK');
    expect(amountOpen(world.state)).toEqual(eur(0));
    expect(world.state.adjustments).toMatchObject([{ kind: 'WRITE_OFF', amount: eur(2_900) }]);
    expect(world.state.approvals).toMatchObject([{ state: 'GRANTED' }]);
    expect(world.state.tasks.find(({ reason }) => reason === 'APPROVAL_ASKED')?.state).toBe('DONE');
  });

  it('refused, leaves the step open for another resolution, and needs a reason', () => {
    expect(refusalOf(decide(asked(), as(LEAD), false, ' ').outcome)).toBe('REASON_REQUIRED');
    const world = decide(asked(), as(LEAD), false, 'erst mahnen').world;
    expect(stepOf(world)).toBe('CONFIRM_AMOUNT');
    expect(world.state.runs.find(({ state }) => state === 'OPEN')?.subject.decision).toBeNull();
    const on = runOn(world, as(CLERK), 'confirmAmount', {
      paymentId: 'payment',
      resolution: 'PARTIAL',
      reason: null,
    });
    expect(amountOpen(on.state)).toEqual(eur(2_900));
  });

  it('is never for who asked, leads included', () => {
    expect(decide(asked(as(LEAD)), as(LEAD)).outcome).toMatchObject({
      refusal: { code: 'SECOND_PERSON_REQUIRED', unblockedBy: OWNER.name },
    });
    expect(refusalOf(decide(asked(as(LEAD)), as(OWNER)).outcome)).toBeNull();
  });

  it.each([
    ['clerks', as(CLERK)],
    ['advisers', as(ADVISER)],
    ['keys', PARTNER],
    ['the machine', SYSTEM],
  ])('is not for %s', (_whom, actor) => {
    expect(refusalOf(decide(asked(), actor).outcome)).toBe('ROLE_NOT_ALLOWED');
  });

  it('decides only what is pending, and only once', () => {
    const unknown = {
      name: 'decideApproval',
      input: { approvalId: 'none', granted: true, reason: null },
    } as const;
    expect(refusalOf(ask(asked(), as(LEAD), unknown).outcome)).toBe('APPROVAL_UNKNOWN');
    const granted = decide(asked(), as(LEAD)).world;
    expect(refusalOf(decide(granted, as(OWNER)).outcome)).toBe('APPROVAL_UNKNOWN');
  });

  it('writes off nothing that has been paid in the meantime', () => {
    const world = laterMoney(asked());
    expect(refusalOf(decide(world, as(LEAD)).outcome)).toBe('RESOLUTION_NOT_OFFERED');
    expect(refusalOf(decide(world, as(LEAD), false, 'ist bezahlt').outcome)).toBeNull();
  });

  it('keeps who agreed from closing, as who has acted in step 6', () => {
    const world = runToRest(decide(asked(), as(LEAD)).world);
    expect(refusalOf(ask(world, as(LEAD), { name: 'closePaymentTask', input: {} }).outcome)).toBe(
      'HANDLED_THE_MONEY',
    );
    expect(refusalOf(ask(world, as(OWNER), { name: 'closePaymentTask', input: {} }).outcome)).toBeNull();
  });
});
