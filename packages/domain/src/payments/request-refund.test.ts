import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aDefinition,
  anEnv,
  anOrganization,
  aPayment,
  aPaymentCase,
  aRefund,
  as,
  CLERK,
  eur,
  fullyPaid,
  LEAD,
  OWNER,
  PARTNER,
} from '../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf, stepsOf } from '../../test/outcome.ts';
import { money } from '../money/money.ts';
import { SYSTEM } from '../workflow/actor.ts';
import { handled } from '../workflow/four-eyes.ts';
import type { PaymentCase, Refund } from '../workflow/payment-case.ts';
import { type RequestRefund, requestRefund } from './request-refund.ts';

const byProvider = aPayment({ source: 'PROVIDER' });

/** 119.00 EUR came over the provider and pay the claim. */
const paid = (deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({ at: 'CLOSE_PAYMENT_TASK', ...fullyPaid(byProvider), ...deviation });

/** 150.00 EUR came, 31.00 of them are the customer's credit. */
const overpaid = (deviation: Partial<PaymentCase> = {}) =>
  paid({
    payments: [aPayment({ source: 'PROVIDER', amount: eur(15_000), allocated: eur(11_900) })],
    ...deviation,
  });

const request = (state: PaymentCase, input: Partial<RequestRefund> = {}, actor = as(CLERK)) =>
  requestRefund(
    state,
    { paymentId: 'payment', amount: eur(1_900), effect: 'REDUCE', reason: 'Mangel', ...input },
    anEnv({ actor }),
  );

describe('requestRefund (rule 14)', () => {
  it('records the intent and has it sent; nothing is posted before the money has gone', () => {
    const outcome = request(paid());
    expect(changesOf(outcome, 'add-refund')).toMatchObject([
      { refund: { state: 'APPROVED', amount: eur(1_900), effect: 'REDUCE', approvalId: null } },
    ]);
    expect(changesOf(outcome, 'request-job')).toMatchObject([{ job: 'send-refund', refundId: 'id-1' }]);
    expect(changesOf(outcome, 'post')).toEqual([]);
    expect(stepsOf(outcome)).toEqual([]);
    expect(eventsOf(outcome)).toEqual(['refund.requested']);
  });

  it('leaves money that came by transfer to a person, with a task', () => {
    const outcome = request(paid(fullyPaid(aPayment())));
    expect(changesOf(outcome, 'request-job')).toEqual([]);
    expect(changesOf(outcome, 'create-task')).toMatchObject([{ reason: 'REFUND_TO_TRANSFER' }]);
  });

  it('is possible on a case that is closed', () => {
    expect(refusalOf(request(paid({ state: 'CLOSED', runs: [] })))).toBeNull();
  });

  it.each([
    [eur(10_000), null],
    [eur(10_001), 'REQUESTED'],
  ])('of %o asks a second person only above the limit', (amount, state) => {
    const outcome = request(paid(), { amount });
    expect(changesOf(outcome, 'ask-approval')).toHaveLength(state ? 1 : 0);
    expect(changesOf(outcome, 'add-refund')[0]?.refund.state).toBe(state ?? 'APPROVED');
    expect(changesOf(outcome, 'request-job')).toHaveLength(state ? 0 : 1);
  });

  it('counts what has gone back without a second person already, and what has not gone no more', () => {
    const gone = (deviation: Partial<Refund>) => paid({ refunds: [aRefund({ id: 'gone', ...deviation })] });
    const asks = (state: PaymentCase) =>
      changesOf(request(state, { amount: eur(8_101) }), 'ask-approval').length;
    expect(asks(gone({ state: 'SUCCEEDED' }))).toBe(1);
    expect(asks(gone({ state: 'SENT' }))).toBe(1);
    expect(asks(gone({ state: 'FAILED' }))).toBe(0);
    expect(asks(gone({ state: 'SUCCEEDED', approvalId: 'approval' }))).toBe(0);
    expect(asks(gone({ state: 'SUCCEEDED', requestedBy: SYSTEM }))).toBe(0);
  });

  it("takes the limit of the case's own version, and the usual one where an old version has none", () => {
    const none = aDefinition({}, { limits: { adjustmentWithoutSecond: '0', refundWithoutSecond: '0' } });
    const old = aDefinition({}, { limits: { adjustmentWithoutSecond: '0' } });
    expect(changesOf(request(paid({ definition: none }), { amount: eur(1) }), 'ask-approval')).toHaveLength(
      1,
    );
    expect(changesOf(request(paid({ definition: old }), { amount: eur(1) }), 'ask-approval')).toEqual([]);
  });

  it('above the limit needs somebody who could agree, but for the one lead under single control', () => {
    const alone = anOrganization({ members: [OWNER, CLERK] });
    const amount = eur(11_900);
    expect(refusalOf(request(paid({ organization: alone }), { amount }, as(OWNER)))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    const single = anOrganization({ members: [OWNER, CLERK], singleControl: true });
    expect(refusalOf(request(paid({ organization: single }), { amount }, as(OWNER)))).toBeNull();
  });
});

describe('a refund is refused', () => {
  it.each<[string, PaymentCase, Partial<RequestRefund>, string]>([
    ['without any money', aPaymentCase(), {}, 'NOTHING_TO_REFUND'],
    ['of an unknown payment', paid(), { paymentId: 'other' }, 'PAYMENT_UNKNOWN'],
    ['without a reason', paid(), { reason: ' ' }, 'REASON_REQUIRED'],
    ['of nothing', paid(), { amount: eur(0) }, 'AMOUNT_NOT_POSITIVE'],
    ['in another currency', paid(), { amount: money(100n, 'CHF') }, 'CURRENCY_DIFFERS'],
    ['of a cent more than the payment', paid(), { amount: eur(11_901) }, 'REFUND_EXCEEDS_PAYMENT'],
    [
      'of what another refund has been promised',
      paid({ refunds: [aRefund({ amount: eur(11_000), state: 'SENT' })] }),
      { amount: eur(901) },
      'REFUND_EXCEEDS_PAYMENT',
    ],
    [
      'from a credit that is smaller',
      overpaid(),
      { effect: 'FROM_CREDIT', amount: eur(3_101) },
      'REFUND_EXCEEDS_CREDIT',
    ],
    [
      'from a credit that has been promised',
      overpaid({ refunds: [aRefund({ amount: eur(3_100), effect: 'FROM_CREDIT' })] }),
      { effect: 'FROM_CREDIT', amount: eur(1) },
      'REFUND_EXCEEDS_CREDIT',
    ],
    ['of more than pays the claim', overpaid(), { amount: eur(11_901) }, 'REFUND_EXCEEDS_CLAIM'],
    [
      'of what the bank has taken back',
      paid({ payments: [{ ...byProvider, returned: eur(11_900) }], allocations: [] }),
      {},
      'NOTHING_TO_REFUND',
    ],
    [
      'of what is being disputed',
      paid({ payments: [{ ...byProvider, disputed: eur(11_900) }] }),
      {},
      'NOTHING_TO_REFUND',
    ],
  ])('%s', (_what, state, input, code) => {
    expect(refusalOf(request(state, input))).toBe(code);
  });

  it.each([
    ['an adviser', as(ADVISER)],
    ['a key', PARTNER],
    ['the machine', SYSTEM],
  ])('to %s', (_who, actor) => {
    expect(refusalOf(request(paid(), {}, actor))).toBe('ROLE_NOT_ALLOWED');
  });

  it('never by a balance: what another payment has is not counted', () => {
    const other = aPayment({ id: 'other', source: 'PROVIDER', amount: eur(50_000) });
    const state = paid({ payments: [{ ...byProvider, allocated: byProvider.amount }, other] });
    expect(refusalOf(request(state, { amount: eur(11_901) }))).toBe('REFUND_EXCEEDS_PAYMENT');
  });
});

describe('who asked for a refund has handled the money', () => {
  it.each(['SENT', 'SUCCEEDED', 'FAILED', 'REFUSED'] as const)('also when it is %s', (state) => {
    const asked = paid({ refunds: [aRefund({ state, requestedBy: as(LEAD) })] });
    expect(handled(asked, LEAD.id)).toEqual(['REQUEST_REFUND']);
    expect(handled(asked, CLERK.id)).toEqual([]);
  });

  it('and so has whoever vouches for its transfer', () => {
    const transferred = paid({
      refunds: [aRefund({ state: 'SUCCEEDED', requestedBy: as(CLERK), transferredBy: as(LEAD) })],
    });
    expect(handled(transferred, LEAD.id)).toEqual(['RECORD_REFUND_TRANSFER']);
    expect(handled(transferred, OWNER.id)).toEqual([]);
  });
});
