import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDefinition, as, CLERK, eur, LEAD, OWNER } from '../../test/a-payment-case.ts';
import { refusalOf } from '../../test/outcome.ts';
import { closedByLead, paidByProvider } from '../../test/paid-by-provider.ts';
import { aDisputeReport, aVerdict } from '../../test/reports.ts';
import { ask, balanceOf, run, runOn, stepOf, type World, waitsFor } from '../../test/simulate.ts';
import { SYSTEM } from '../workflow/actor.ts';
import { amountCollectable, amountOpen } from '../workflow/balance.ts';
import { moneyPosition } from '../workflow/money-position.ts';
import { deriveStatus } from '../workflow/money-track.ts';
import type { DisputeReport } from './apply-dispute.ts';

const told = (world: World, deviation: Partial<DisputeReport> = {}): DisputeReport => {
  const [payment] = world.state.payments;
  if (!payment) throw new Error('No payment');
  return aDisputeReport(payment, deviation);
};

const disputed = (world: World, ...words: readonly Partial<DisputeReport>[]): World =>
  words.reduce((now, word) => runOn(now, SYSTEM, 'applyDispute', told(now, word)), world);

const tasks = ({ state }: World) =>
  state.tasks
    .filter(({ kind, state: task }) => kind === 'EXCEPTION' && task !== 'DONE')
    .map(({ reason }) => reason);

const events = ({ log }: World) => log.map(({ type }) => type).filter((type) => type.startsWith('dispute.'));

describe('a card payment that the bank disputes', () => {
  const open = disputed(closedByLead(), {});

  it('reopens the case at step 6, where nobody can do anything but wait for the bank', () => {
    expect([open.state.state, stepOf(open), waitsFor(open)]).toEqual(['OPEN', 'CONFIRM_AMOUNT', 'PROVIDER']);
    expect(deriveStatus(open.state)).toBe('DISPUTED');
    const again = { paymentId: null, resolution: 'EXACT', reason: null } as const;
    expect(refusalOf(ask(open, as(LEAD), { name: 'confirmAmount', input: again }).outcome)).toBe(
      'DISPUTE_OPEN',
    );
  });

  it('takes money and fee out of the balance, and leaves the claim alone', () => {
    expect(balanceOf(open, 'CLEARING')).toBe(11_900n - 200n - 11_900n - 2_000n);
    expect(balanceOf(open, 'CUSTOMER_CREDIT')).toBe(11_900n);
    expect(balanceOf(open, 'FEES')).toBe(2_200n);
    expect([amountOpen(open.state), amountCollectable(open.state)]).toEqual([eur(0), eur(0)]);
  });

  it('is told to the customer and to the desk, which is asked for an answer until the deadline', () => {
    const about = open.state.messages.filter(({ subjectId }) => subjectId === open.state.disputes[0]?.id);
    expect(about.map(({ template }) => template)).toEqual(['dispute-or-return', 'internal-notice']);
    expect(tasks(open)).toEqual(['DISPUTE_TO_ANSWER']);
    expect(moneyPosition(open.state)).toMatchObject({ place: 'IN_DISPUTE', turn: 'DESK' });
  });

  it('and that is won is as it was before: the case runs to its sign-off by itself', () => {
    const won = disputed(open, aVerdict('WON'));
    expect([stepOf(won), deriveStatus(won.state), tasks(won)]).toEqual(['CLOSE_PAYMENT_TASK', 'SETTLED', []]);
    expect(balanceOf(won, 'CLEARING')).toBe(11_700n);
    expect(balanceOf(won, 'CUSTOMER_CREDIT')).toBe(0n);
    expect(balanceOf(won, 'FEES')).toBe(200n);
    expect(run(won, as(LEAD), 'closePaymentTask', {}).state.state).toBe('CLOSED');
  });

  it('and that is won is not signed off before its money is back', () => {
    const won = disputed(open, { ...aVerdict('WON'), isReinstated: false, fee: eur(2_000) });
    expect([deriveStatus(won.state), waitsFor(won)]).toEqual(['SETTLED', 'PROVIDER']);
    const back = disputed(won, aVerdict('WON'));
    expect(stepOf(back)).toBe('CLOSE_PAYMENT_TASK');
    expect(events(back)).toEqual(['dispute.opened', 'dispute.won', 'dispute.funds_reinstated']);
  });

  it('and that is lost opens the claim by a counter-entry; it is paid again, or given up by two persons', () => {
    const lost = disputed(open, aVerdict('LOST'));
    expect([stepOf(lost), waitsFor(lost), deriveStatus(lost.state)]).toEqual([
      'CONFIRM_AMOUNT',
      'MONEY',
      'RETURNED',
    ]);
    expect(lost.state.allocations.map(({ amount }) => amount)).toEqual([eur(11_900), eur(-11_900)]);
    expect(balanceOf(lost, 'RECEIVABLE')).toBe(11_900n);
    expect(balanceOf(lost, 'CUSTOMER_CREDIT')).toBe(0n);
    expect(amountCollectable(lost.state)).toEqual(eur(11_900));
    expect(tasks(lost)).toEqual(['DISPUTE_LOST']);
    const giveUp = { paymentId: null, resolution: 'WRITE_OFF', reason: 'nicht zu holen' } as const;
    const asked = run(lost, as(CLERK), 'confirmAmount', giveUp);
    const [approval] = asked.state.approvals;
    const input = { approvalId: approval?.id ?? '', granted: true, reason: null };
    const given = runOn(asked, as(OWNER), 'decideApproval', input);
    expect([stepOf(given), deriveStatus(given.state)]).toEqual(['CLOSE_PAYMENT_TASK', 'RETURNED']);
    expect(balanceOf(given, 'WRITE_OFF')).toBe(11_900n);
    expect(run(given, as(LEAD), 'closePaymentTask', {}).state.state).toBe('CLOSED');
  });

  it('in part takes only that part off the claim', () => {
    const lost = disputed(
      closedByLead(),
      { amount: eur(1_900) },
      { amount: eur(1_900), ...aVerdict('LOST') },
    );
    expect(amountOpen(lost.state)).toEqual(eur(1_900));
    expect(lost.state.allocations.map(({ amount }) => amount)).toEqual([
      eur(11_900),
      eur(-11_900),
      eur(10_000),
    ]);
  });

  it('twice, one won and one lost, is both', () => {
    const one = { amount: eur(1_900), providerRef: 'du_one' };
    const other = { amount: eur(5_000), providerRef: 'du_other' };
    const both = disputed(
      closedByLead(),
      one,
      other,
      { ...one, ...aVerdict('WON') },
      { ...other, ...aVerdict('LOST') },
    );
    expect([amountOpen(both.state), deriveStatus(both.state)]).toEqual([eur(5_000), 'RETURNED']);
    expect(balanceOf(both, 'CLEARING')).toBe(11_900n - 200n - 5_000n - 2_000n);
  });

  it('after some of it went back takes no more than is left', () => {
    const closed = closedByLead();
    const [payment] = closed.state.payments;
    const wish = {
      paymentId: payment?.id ?? '',
      amount: eur(1_900),
      effect: 'REDUCE',
      reason: 'Mangel',
    } as const;
    const asked = run(closed, as(CLERK), 'requestRefund', wish);
    const [{ id = '', paymentId = '', amount = eur(0) } = {}] = asked.state.refunds;
    const sent = run(asked, SYSTEM, 'sendRefund', { refundId: id });
    const gone = {
      refundId: id,
      paymentId,
      amount,
      providerRef: 're_1',
      state: 'SUCCEEDED',
      failure: null,
    } as const;
    const refunded = run(sent, SYSTEM, 'applyRefund', gone);
    const rest = { amount: eur(10_000) };
    const lost = disputed(refunded, rest, { ...rest, ...aVerdict('LOST') });
    expect([amountOpen(lost.state), deriveStatus(lost.state)]).toEqual([eur(10_000), 'RETURNED']);
    expect(balanceOf(lost, 'CUSTOMER_CREDIT')).toBe(0n);
    expect(lost.state.adjustments).toHaveLength(1);
  });

  it('before anybody has confirmed it waits for the bank, and asks the customer for nothing', () => {
    const byHand = aDefinition({ CONFIRM_AMOUNT: 'MANUAL' });
    const held = disputed(paidByProvider('CARD', { definition: byHand }), {});
    expect([waitsFor(held), amountCollectable(held.state)]).toEqual(['PROVIDER', eur(0)]);
    const won = disputed(held, aVerdict('WON'));
    expect([stepOf(won), waitsFor(won), amountOpen(won.state)]).toEqual([
      'CONFIRM_AMOUNT',
      null,
      eur(11_900),
    ]);
  });
});

describe('a debit that comes back', () => {
  it('is final, whatever it is called on its way, and other money settles the claim', () => {
    const back = disputed(closedByLead('SEPA_DEBIT'), { reason: 'insufficient_funds', fee: eur(1_500) });
    expect(back.state.disputes).toMatchObject([
      { kind: 'DEBIT_RETURN', state: 'LOST', needsResponse: false },
    ]);
    expect([deriveStatus(back.state), tasks(back)]).toEqual(['RETURNED', ['PAYMENT_RETURNED']]);
    expect([stepOf(back), waitsFor(back)]).toEqual(['CONFIRM_AMOUNT', 'MONEY']);
    const receipt = {
      amount: eur(11_900),
      valueOn: '2026-11-23',
      reference: 'Auszug 3',
      documentId: null,
    } as const;
    const paid = runOn(back, as(CLERK), 'registerReceipt', { ...receipt, kind: 'BANK_TRANSFER' });
    expect(deriveStatus(paid.state)).toBe('SETTLED');
    const exact = { paymentId: null, resolution: 'EXACT', reason: null } as const;
    const again = runOn(paid, as(CLERK), 'confirmAmount', exact);
    expect([stepOf(again), amountOpen(again.state)]).toEqual(['CLOSE_PAYMENT_TASK', eur(0)]);
    expect(run(again, as(LEAD), 'closePaymentTask', {}).state.state).toBe('CLOSED');
  });

  it('is offered to nobody to answer', () => {
    const back = disputed(closedByLead('SEPA_DEBIT'), {});
    const input = { disputeId: back.state.disputes[0]?.id ?? '', statement: 'x', files: [] };
    expect(refusalOf(ask(back, as(LEAD), { name: 'submitDisputeEvidence', input }).outcome)).toBe(
      'DISPUTE_DECIDED',
    );
  });
});

describe('an inquiry', () => {
  const asks = { isWithdrawn: false, fee: eur(0) };

  it('takes nothing, and ends as if nothing had been', () => {
    const asked = disputed(closedByLead(), asks);
    expect([deriveStatus(asked.state), balanceOf(asked, 'CLEARING')]).toEqual(['DISPUTED', 11_700n]);
    const over = disputed(asked, { ...asks, state: 'WON', needsResponse: false });
    expect([stepOf(over), deriveStatus(over.state)]).toEqual(['CLOSE_PAYMENT_TASK', 'SETTLED']);
  });

  it('that the bank is not content with takes the money, and wants another answer', () => {
    const asked = disputed(closedByLead(), asks, { ...asks, needsResponse: false });
    const more = disputed(asked, {});
    expect(more.state.disputes).toMatchObject([{ needsResponse: true }]);
    expect(balanceOf(more, 'CLEARING')).toBe(-200n - 2_000n);
    expect(events(more)).toEqual(['dispute.opened', 'dispute.escalated']);
  });
});

describe('a word of the provider', () => {
  it('about another amount, or more than has come, is not believed', () => {
    const open = disputed(closedByLead(), {});
    const about = (world: World, word: Partial<DisputeReport>) =>
      refusalOf(ask(world, SYSTEM, { name: 'applyDispute', input: told(world, word) }).outcome);
    expect(about(open, { amount: eur(5_000) })).toBe('AMOUNT_DIFFERS');
    expect(about(closedByLead(), { amount: eur(11_901) })).toBe('AMOUNT_DIFFERS');
    expect(about(disputed(open, aVerdict('LOST')), aVerdict('WON'))).toBe('DISPUTE_DECIDED');
  });

  const HISTORIES: readonly (readonly Partial<DisputeReport>[])[] = (['WON', 'LOST'] as const).map(
    (verdict) => [
      { isWithdrawn: false, fee: eur(0) },
      { isWithdrawn: false, fee: eur(0), needsResponse: false },
      {},
      { needsResponse: false },
      { ...aVerdict(verdict), isReinstated: false, fee: eur(2_000) },
      aVerdict(verdict),
    ],
  );

  it('comes in any order and any number of times to the same end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HISTORIES),
        fc.constantFrom(closedByLead(), paidByProvider()),
        fc.infiniteStream(fc.nat()),
        (history, start, dice) => {
          const inOrder = disputed(start, ...history);
          const twice = [...history, ...history].map((word) => ({ word, at: dice.next().value ?? 0 }));
          const shuffled = twice.sort((a, b) => a.at - b.at).map(({ word }) => word);
          const anyhow = disputed(start, ...shuffled);
          const end = ({ state }: World) => [
            deriveStatus(state),
            amountOpen(state),
            stepOf({ state, journal: [], log: [] }),
          ];
          expect(end(anyhow)).toEqual(end(inOrder));
          for (const account of ['CLEARING', 'CUSTOMER_CREDIT', 'FEES', 'RECEIVABLE'] as const)
            expect(balanceOf(anyhow, account)).toBe(balanceOf(inOrder, account));
          expect(anyhow.state.messages.length).toBeLessThanOrEqual(inOrder.state.messages.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
